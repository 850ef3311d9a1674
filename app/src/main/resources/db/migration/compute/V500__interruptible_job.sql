-- A job whose firm said that it may be interrupted (可中断): it may borrow idle GPUs beyond its firm's quota, and gives
-- them back when a job within its quota needs them.
alter table job
    add column interruptible boolean not null default false,
    -- counts from 1; each start after an interruption is another run
    add column run integer not null default 1 check (run >= 1),
    -- what its earlier runs used, part of elapsed_ms and cpu_ms
    add column earlier_elapsed_ms bigint not null default 0 check (earlier_elapsed_ms >= 0),
    add column earlier_cpu_ms bigint not null default 0 check (earlier_cpu_ms >= 0),
    -- how long its log was when this run began
    add column earlier_log_bytes bigint not null default 0 check (earlier_log_bytes >= 0),
    -- this run was placed beyond the firm's quota
    add column borrows boolean not null default false,
    -- when this run was told to give its GPUs back
    add column asked_back_at timestamptz,
    -- when the program last put something into its checkpoint folder, as far as the engine sees
    add column saved_at timestamptz;

-- A run of a job that gave its GPUs back; the latest run stands in the job itself.
create table job_run (
    job_id text not null references job,
    run integer not null check (run >= 1),
    placed_at timestamptz not null,
    started_at timestamptz not null,
    asked_back_at timestamptz not null,
    ended_at timestamptz not null,
    elapsed_ms bigint not null check (elapsed_ms >= 0),
    cpu_ms bigint not null check (cpu_ms >= 0),
    primary key (job_id, run)
);
create index job_run_by_end on job_run (ended_at);
