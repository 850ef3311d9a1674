-- A firm says that a fact about it is wrong; an office decides. What is asked never changes, only its state.
create table correction (
    id text primary key,
    organisation_id text not null references company,
    fact_key text not null,
    year integer,
    value text not null,
    since date not null,
    reason text not null,
    state text not null default 'OPEN' check (state in ('OPEN', 'ACCEPTED', 'REFUSED', 'WITHDRAWN')),
    requested_by text not null,
    requested_by_name text not null,
    requested_at timestamptz not null,
    -- the moment of the fact book at which the old value is looked up
    known_at timestamptz not null,
    due_at timestamptz not null,
    decided_by text,
    decided_by_name text,
    decided_by_organisation text,
    decided_at timestamptz,
    decision_reason text,
    check ((state = 'OPEN') = (decided_at is null))
);
-- two corrections of one fact never race: the second is told of the first
create unique index correction_open_once on correction (organisation_id, fact_key, coalesce(year, 0)) where state = 'OPEN';
create index correction_queue on correction (state, due_at, id);
create index correction_of_firm on correction (organisation_id, requested_at desc);

create table correction_evidence (
    correction_id text not null references correction,
    position integer not null,
    file_id text not null references stored_file,
    primary key (correction_id, position)
);
