-- The simulated engine of the demo: bills of a book of its own, runs that only time passes for, and the day that is replayed.
alter table bill add column is_simulated boolean not null default false;

create table simulated_run (
    run_id text primary key,
    works_ms bigint not null check (works_ms > 0),
    fails boolean not null,
    started_at timestamptz,
    stopped_at timestamptz,
    stop_reason text
);

-- One replay at a time; the newest is the one that is shown.
create table replay (
    id bigint generated always as identity primary key,
    started_by text not null,
    started_at timestamptz not null,
    jobs integer not null check (jobs > 0),
    submitted integer not null default 0 check (submitted between 0 and jobs),
    ended_at timestamptz
);
create unique index replay_one_running on replay ((true)) where ended_at is null;
