-- A job that was interrupted waits anew: what it is told then is kept beside what it was told first, and counted as well.
alter table start_estimate
    -- of the job, for which it waits
    add column run integer not null default 1 check (run >= 1),
    drop constraint start_estimate_pkey,
    add primary key (job_id, run);

-- It waits for one run at a time.
create unique index start_estimate_open on start_estimate (job_id) where outcome in ('WAITING', 'LATE');
