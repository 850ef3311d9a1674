-- Which engine runs the jobs of a pool; a pool without a row runs them on this machine.
create table pool_engine (
    pool_id text primary key references pool,
    engine text not null check (engine ~ '^(local-process|slurm:[a-z0-9][a-z0-9-]{0,39})$'),
    changed_by text not null,
    changed_at timestamptz not null
);

-- The engine that was asked to run a job: written before it is asked, so that it is the one that is asked again.
alter table job add column engine text;
update job set engine = 'local-process' where started_at is not null;

-- A run on a provider's cluster: what was asked for, what was seen of it last, and how it ended.
create table cluster_run (
    run_id text primary key,
    cluster text not null,
    asked_at timestamptz not null,
    -- the submission whose answer is not known to be lost for good; null when none was sent
    submitted_at timestamptz,
    cluster_job bigint,
    wall_ms bigint not null check (wall_ms > 0),
    running_since timestamptz,
    seen_at timestamptz,
    elapsed_ms bigint not null default 0 check (elapsed_ms >= 0),
    stop_reason text,
    exit text,
    exit_code integer,
    ended_at timestamptz,
    detail text not null default '',
    -- kept all the same: a submission that comes through ever so late is recognised by it
    forgotten boolean not null default false,
    check ((exit is null) = (ended_at is null))
);
