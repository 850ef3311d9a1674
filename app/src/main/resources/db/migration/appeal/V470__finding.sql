-- What the watch over the needs found, and what a unit made of it.
create table appeal_finding (
    id text primary key,
    kind text not null check (kind in ('SAME_CAUSE', 'SURGE', 'REPEATED_FIRM')),
    -- A category, or the first case of a cluster: clusters are numbered anew whenever the watch is fed.
    topic text not null,
    category text not null,
    place text not null,
    from_day date not null,
    day date not null check (day >= from_day),
    reasons jsonb not null,
    unit_id text not null references organisation,
    state text not null check (state in ('OPEN', 'TAKEN_ON', 'CLOSED')),
    found_at timestamptz not null,
    due_at timestamptz not null,
    taken_by text,
    taken_at timestamptz,
    escalated_at timestamptz,
    is_one_cause boolean,
    cause text check (length(cause) between 1 and 1000),
    done text check (length(done) <= 1000),
    closed_by text,
    closed_at timestamptz,
    unique (kind, topic, place, day),
    check ((state = 'CLOSED') = (closed_at is not null)),
    check ((closed_at is null) = (is_one_cause is null)),
    check ((closed_at is null) = (cause is null))
);
create index appeal_finding_open on appeal_finding (due_at) where closed_at is null;
create index appeal_finding_by_unit on appeal_finding (unit_id, id desc);

create table appeal_finding_case (
    finding_id text not null references appeal_finding,
    appeal_id text not null references appeal,
    primary key (finding_id, appeal_id)
);
create index appeal_finding_case_by_appeal on appeal_finding_case (appeal_id);

-- Days that the watch has closed.
create table appeal_watch_day (
    day date primary key,
    closed_at timestamptz not null
);
