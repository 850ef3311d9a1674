-- Runs on clusters can give their GPUs back: they are told by SIGTERM, have their grace, and are cancelled after it.
alter table cluster_run
    -- under this name the job's next run finds its checkpoints; null for one that keeps none
    add column checkpoints text,
    add column grace_ms bigint check (grace_ms >= 0),
    -- since when a SIGTERM may have come through
    add column term_sent_at timestamptz,
    -- when the cluster took it: the grace counts from here
    add column term_taken_at timestamptz,
    -- the date of the checkpoint folder when it was looked at last, by the clock of whoever serves the folder
    add column checkpoints_dated timestamptz,
    -- when the program last put something there, by Atrium's clock
    add column saved_at timestamptz,
    add check (num_nulls(checkpoints, grace_ms) in (0, 2));

-- Checkpoints that nobody will go on from.
create index cluster_run_to_clear on cluster_run (cluster) where forgotten and checkpoints is not null;

-- What was handed to a cluster before has no such folder, and was promised that it runs to its end.
update job set interruptible = false where engine like 'slurm:%' and state in ('PLACED', 'RUNNING');
