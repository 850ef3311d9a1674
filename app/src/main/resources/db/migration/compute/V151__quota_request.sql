-- A firm asks for another number of GPUs at the same time; the operator decides. One question at a time for each firm.
create table quota_request (
    id text primary key,
    firm_id text not null references organisation,
    gpus_before integer not null check (gpus_before >= 0),
    gpus_wanted integer not null check (gpus_wanted > 0),
    reason text not null check (length(reason) between 1 and 500),
    state text not null check (state in ('ASKED', 'GRANTED', 'DECLINED', 'WITHDRAWN')),
    asked_by text not null,
    asked_at timestamptz not null,
    decide_by timestamptz not null,
    ended_by text,
    ended_at timestamptz,
    ended_reason text,
    check ((state = 'ASKED') = (ended_at is null))
);
create unique index quota_request_one_open on quota_request (firm_id) where state = 'ASKED';
create index quota_request_by_firm on quota_request (firm_id, asked_at desc);
