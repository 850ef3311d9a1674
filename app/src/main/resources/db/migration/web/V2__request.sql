-- Idempotency: the outcome of each keyed request, stored in the transaction that made the change.
create table request (
    scope text not null,
    key text not null,
    fingerprint text not null,
    outcome_type text,
    outcome jsonb,
    at timestamptz not null default now(),
    primary key (scope, key)
);
create index request_at on request (at);
