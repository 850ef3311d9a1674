-- The node whose machine was asked to run a job; null for jobs on clusters and for those that nobody was asked to run.
alter table job add column run_node text;
create index job_by_run_node on job (run_node, state) where state in ('PLACED', 'RUNNING') and run_node is not null;

-- The log of a run on a node's machine, as far as it was copied: any node shows it, and it outlives that machine.
create table job_log_part (
    job_id text not null references job,
    from_byte bigint not null,
    to_byte bigint not null check (to_byte > from_byte),
    content text not null,
    primary key (job_id, from_byte)
);

-- These are no shared tasks any more: each node takes its own rounds.
delete from scheduled_tasks where task_name in ('compute-loop', 'compute-clusters');
