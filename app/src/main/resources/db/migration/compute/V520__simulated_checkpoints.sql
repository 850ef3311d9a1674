-- Simulated runs that save checkpoints: when they are told to stop they work on for their grace, and the job's next run
-- goes on from the last checkpoint.
alter table simulated_run
    -- null for one that keeps none
    add column saves_every_ms bigint check (saves_every_ms > 0),
    -- known since it has begun
    add column limit_ms bigint check (limit_ms > 0),
    add column grace_ms bigint check (grace_ms >= 0),
    -- under this name the next run finds its checkpoints
    add column checkpoints text;

-- What runs already ends by itself before its limit, and at once when it is stopped.
update simulated_run set limit_ms = works_ms, grace_ms = 0 where started_at is not null;
alter table simulated_run add check (num_nulls(started_at, limit_ms, grace_ms) in (0, 3));

create index simulated_run_by_checkpoints on simulated_run (checkpoints, started_at desc) where checkpoints is not null;
