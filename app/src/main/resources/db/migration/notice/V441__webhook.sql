-- Webhooks: where programs of an organisation are told what happened. The secrets are kept as they are, because every
-- delivery is signed with them.
create table webhook (
    id text primary key,
    organisation_id text not null references organisation,
    url text not null check (length(url) between 10 and 500),
    types text[] not null check (cardinality(types) > 0),
    state text not null check (state in ('PROPOSED', 'ENABLED', 'DISABLED', 'REMOVED')),
    reason text check (reason in ('BY_HAND', 'GONE', 'FAILING')),
    secret text not null,
    previous_secret text,
    previous_until timestamptz,
    failures int not null default 0 check (failures >= 0),
    created_at timestamptz not null,
    changed_at timestamptz not null,
    check ((state = 'DISABLED') = (reason is not null)),
    check ((previous_secret is null) = (previous_until is null))
);
create index webhook_by_organisation on webhook (organisation_id, id desc);

-- One event for one webhook. Its id is the id of the CloudEvent and the webhook-id, however often it is sent.
create table webhook_delivery (
    id text primary key,
    position bigint generated always as identity unique,
    webhook_id text not null references webhook,
    cause text not null,
    type text not null,
    subject text not null,
    body text not null check (length(body) <= 16000),
    state text not null check (state in ('WAITING', 'DELIVERED', 'GIVEN_UP')),
    attempts int not null default 0,
    retry_at timestamptz not null,
    status_code int,
    answer text check (length(answer) <= 500),
    problem text check (length(problem) <= 500),
    created_at timestamptz not null,
    tried_at timestamptz,
    ended_at timestamptz,
    unique (webhook_id, cause),
    check ((state = 'WAITING') = (ended_at is null))
);
create index webhook_delivery_by_webhook on webhook_delivery (webhook_id, position desc);
create index webhook_delivery_waiting on webhook_delivery (webhook_id, subject, position) where state = 'WAITING';
create index webhook_delivery_ended on webhook_delivery (ended_at) where state <> 'WAITING';
