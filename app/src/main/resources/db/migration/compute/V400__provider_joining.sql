-- Providers that ask to join: their answers, what the operator said to them, and how it ended. One open for each provider;
-- pools and prices come into being when one is accepted, not before.
create sequence provider_joining_number;

create table provider_joining (
    id text primary key,
    number text not null unique,
    provider_id text not null references organisation,
    state text not null check (state in ('SUBMITTED', 'RETURNED', 'ACCEPTED', 'DECLINED', 'WITHDRAWN')),
    answers jsonb not null,
    submitted_by text not null,
    submitted_at timestamptz not null,
    decide_by timestamptz not null,
    -- what was to be mended, by step; kept after it was mended, as it is returned once at most
    returned_by text,
    returned_at timestamptz,
    returned_reasons jsonb,
    ended_by text,
    ended_at timestamptz,
    ended_reason text,
    check ((state in ('SUBMITTED', 'RETURNED')) = (ended_at is null)),
    check (state <> 'RETURNED' or returned_at is not null),
    check ((returned_at is null) = (returned_reasons is null))
);
create unique index provider_joining_one_open on provider_joining (provider_id) where state in ('SUBMITTED', 'RETURNED');
create index provider_joining_by_provider on provider_joining (provider_id, id desc);
