-- Pools of the providers, their nodes and prices; quotas; jobs with their placement, history and log; bills.
create table pool (
    id text primary key check (id ~ '^[a-z0-9][a-z0-9-]{1,62}$'),
    provider_id text not null references organisation,
    gpu_model text not null check (length(gpu_model) between 1 and 60),
    gpus_per_node integer not null check (gpus_per_node between 1 and 62),
    memory_gib integer not null check (memory_gib > 0),
    is_domestic boolean not null,
    created_at timestamptz not null
);
create index pool_by_provider on pool (provider_id);

-- A price that has run is never edited, only succeeded by one that is valid from later.
create table pool_price (
    pool_id text not null references pool,
    valid_from timestamptz not null,
    fen_per_gpu_hour bigint not null check (fen_per_gpu_hour >= 0),
    primary key (pool_id, valid_from)
);

create table node (
    id text primary key,
    pool_id text not null references pool,
    state text not null check (state in ('UP', 'DRAIN', 'MAINTENANCE'))
);
create index node_by_pool on node (pool_id, state);

-- GPUs at the same time. A firm without a row has the default of the settings.
create table gpu_quota (
    firm_id text primary key references organisation,
    gpus_max integer not null check (gpus_max >= 0)
);

create table job (
    id text primary key,
    firm_id text not null references organisation,
    provider_id text not null references organisation,
    pool_id text not null references pool,
    name text not null check (length(name) between 1 and 80),
    workload text not null,
    command text[] not null,
    gpus integer not null check (gpus > 0),
    time_limit_ms bigint not null check (time_limit_ms > 0),
    priority integer not null,
    state text not null check (state in ('QUEUED', 'PLACED', 'RUNNING', 'ENDED', 'SETTLED', 'CANCELLED')),
    outcome text,
    fen_per_gpu_hour bigint not null,
    held_voucher_id text,
    held_voucher_fen bigint not null check (held_voucher_fen >= 0),
    held_own_fen bigint not null check (held_own_fen >= 0),
    submitted_by text not null,
    submitted_at timestamptz not null,
    placed_at timestamptz,
    started_at timestamptz,
    ended_at timestamptz,
    settled_at timestamptz,
    elapsed_ms bigint not null default 0 check (elapsed_ms >= 0),
    cpu_ms bigint not null default 0,
    memory_bytes_max bigint not null default 0,
    exit_code integer,
    detail text not null default '',
    stop_reason text
);
create index job_by_firm on job (firm_id, submitted_at desc);
create index job_by_provider on job (provider_id, submitted_at desc);
create index job_unfinished on job (state) where state in ('QUEUED', 'PLACED', 'RUNNING', 'ENDED');

create table job_slice (
    job_id text not null references job,
    node_id text not null references node,
    gpus integer not null check (gpus > 0),
    primary key (job_id, node_id)
);

create table job_event (
    id bigint generated always as identity primary key,
    job_id text not null references job,
    at timestamptz not null,
    kind text not null,
    detail text not null default '',
    actor text
);
create index job_event_by_job on job_event (job_id, id);

-- Why a queued job waits, as the latest round saw it.
create table job_wait (
    job_id text primary key references job,
    at timestamptz not null,
    answer jsonb not null,
    -- of the answer without its time, so that an unchanged one is not written again
    fingerprint text not null
);

-- The log of a run that has ended; while it runs the execution engine has it.
create table job_log (
    job_id text primary key references job,
    content text not null,
    bytes bigint not null
);

create table bill (
    id text primary key,
    job_id text not null unique references job,
    firm_id text not null references organisation,
    provider_id text not null references organisation,
    pool_id text not null references pool,
    issued_at timestamptz not null,
    gpu_ms bigint not null check (gpu_ms >= 0),
    fen_per_gpu_hour bigint not null,
    list_fen bigint not null check (list_fen >= 0),
    voucher_id text,
    voucher_fen bigint not null check (voucher_fen >= 0),
    own_fen bigint not null check (own_fen >= 0),
    check (list_fen = voucher_fen + own_fen)
);
create index bill_by_firm on bill (firm_id, issued_at desc);
create index bill_by_provider on bill (provider_id, issued_at desc);
