-- The nodes of this installation (应用节点), as each tells of itself, and which of them leads.
create table app_node (
    id text primary key check (id ~ '^node_[a-z0-9]{10,40}$'),
    -- counts its starts; an older process with the same id learns by it that it was succeeded
    start_count bigint not null,
    name text not null check (length(name) between 1 and 80),
    address text not null default '',
    -- machines have the same name only while they run: the kernel's id of this boot
    machine text not null,
    folder text not null,
    -- which numeric users its runs get: nodes of one machine never share one
    slot integer not null check (slot between 0 and 999),
    process bigint not null,
    started_at timestamptz not null,
    seen_at timestamptz not null,
    -- it ended by itself
    left_at timestamptz,
    -- when its own round of work last ended without a failure
    worked_at timestamptz,
    unique (machine, slot)
);

-- One row: who places jobs, until when if nothing is heard, and how often that has changed (the fencing token).
create table leader (
    is_only boolean primary key default true check (is_only),
    node_id text,
    token bigint not null default 0,
    since timestamptz,
    held_until timestamptz
);
insert into leader (is_only) values (true);
