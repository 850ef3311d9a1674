-- What each job was told about its start when it began to wait, and what came of it. Start estimates are learned from
-- the last rows whose outcome is known; how often they held is counted from those that started.
create sequence start_estimate_known_order;

create table start_estimate (
    job_id text primary key references job,
    -- jobs of different books do not learn from each other
    book text not null check (book in ('usual', 'simulated')),
    kind integer not null,
    told_at timestamptz not null,
    planned_earliest timestamptz not null,
    planned_latest timestamptz not null,
    -- the learned interval; null while too little was known
    likely_earliest timestamptz,
    likely_middle timestamptz,
    likely_latest timestamptz,
    -- LATE: its end has gone by while the job waits; STOPPED counts for nothing
    outcome text not null default 'WAITING' check (outcome in ('WAITING', 'LATE', 'STARTED', 'STOPPED')),
    -- when it started or was found late, how long it had waited then, in millionths of what the plan said at most,
    -- and the shares of waits that are left out at either end from then on
    known_at timestamptz,
    known_order bigint,
    waited bigint,
    below integer,
    above integer,
    check (num_nulls(likely_earliest, likely_middle, likely_latest) in (0, 3)),
    check (planned_earliest <= planned_latest and likely_earliest <= likely_middle
        and likely_middle <= likely_latest),
    check (num_nulls(known_at, known_order, waited, below, above) in (0, 5)),
    check (outcome not in ('LATE', 'STARTED') or known_at is not null)
);
create index start_estimate_known on start_estimate (book, known_order desc) where known_order is not null;
create index start_estimate_started on start_estimate (known_at desc) where outcome = 'STARTED';
