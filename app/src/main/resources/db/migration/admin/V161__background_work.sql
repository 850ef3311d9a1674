-- Why background work failed the last time: the scheduler and the event registry keep only that it did.
create table work_failure (
    kind text not null check (kind in ('TASK', 'EVENT')),
    name text not null,
    at timestamptz not null,
    reason text not null,
    primary key (kind, name)
);
