-- What a provider asks for GPUs by the term: a price per GPU-hour for leases of at least so many days. A price that has
-- run is never edited, only succeeded.
create table lease_price (
    pool_id text not null references pool,
    days_min integer not null check (days_min between 1 and 1095),
    valid_from timestamptz not null,
    fen_per_gpu_hour bigint not null check (fen_per_gpu_hour > 0),
    primary key (pool_id, days_min, valid_from)
);

-- A firm rents whole nodes of a pool for a term: what the policies on vouchers call the contract.
create table lease (
    id text primary key,
    firm_id text not null references organisation,
    provider_id text not null references organisation,
    pool_id text not null references pool,
    name text not null check (length(name) between 1 and 80),
    gpus integer not null check (gpus > 0),
    nodes integer not null check (nodes > 0),
    days integer not null check (days between 1 and 1095),
    starts_on date not null,
    ends_on date not null check (ends_on >= starts_on),
    purpose text not null check (purpose in ('TRAINING', 'INFERENCE', 'OTHER')),
    firm_is_affiliated boolean not null,
    provider_is_affiliated boolean,
    is_compute_only boolean,
    days_min integer not null,
    fen_per_gpu_hour bigint not null check (fen_per_gpu_hour > 0),
    total_fen bigint not null check (total_fen > 0),
    state text not null check (state in ('REQUESTED', 'SIGNED', 'ACTIVE', 'ENDED', 'DECLINED', 'WITHDRAWN')),
    requested_by text not null,
    requested_at timestamptz not null,
    sign_by timestamptz not null,
    signed_by text,
    signed_at timestamptz,
    access_note text,
    received_by text,
    end_kind text check (end_kind in ('EXPIRED', 'EARLY', 'BY_PROVIDER', 'UNPAID', 'CANCELLED')),
    ended_on date,
    end_reason text not null default '',
    check ((signed_at is null) = (provider_is_affiliated is null)),
    check ((signed_at is null) = (is_compute_only is null))
);
create index lease_by_firm on lease (firm_id, id desc);
create index lease_by_provider on lease (provider_id, id desc);
create index lease_live on lease (state) where state in ('REQUESTED', 'SIGNED', 'ACTIVE');

-- Which nodes are set aside. They are not offered to others while the lease is in force.
create table lease_node (
    lease_id text not null references lease,
    node_id text not null references node,
    primary key (lease_id, node_id)
);
create index lease_node_by_node on lease_node (node_id);

-- Money by the period: held before the period begins, charged and billed when it is over.
create table lease_period (
    lease_id text not null references lease,
    number integer not null check (number > 0),
    first_day date not null,
    last_day date not null check (last_day >= first_day),
    held_voucher_id text,
    held_voucher_fen bigint not null check (held_voucher_fen >= 0),
    held_own_fen bigint not null check (held_own_fen >= 0),
    is_settled boolean not null default false,
    primary key (lease_id, number)
);

create table lease_event (
    id bigint generated always as identity primary key,
    lease_id text not null references lease,
    at timestamptz not null,
    kind text not null,
    detail text not null default '',
    actor text
);
create index lease_event_by_lease on lease_event (lease_id, id);

-- A bill is of a job, or of a period of a lease.
alter table bill alter column job_id drop not null;
alter table bill add column lease_id text references lease;
alter table bill add column lease_period integer;
alter table bill add check (num_nonnulls(job_id, lease_id) = 1);
alter table bill add check (num_nonnulls(lease_id, lease_period) in (0, 2));
create unique index bill_of_period on bill (lease_id, lease_period) where lease_id is not null;

drop view bill_now;
create view bill_now as
select b.id, b.job_id, b.lease_id, b.lease_period, coalesce(j.name, l.name) as name, b.firm_id, b.provider_id, b.pool_id,
    b.issued_at,
    coalesce(c.gpu_ms, b.gpu_ms) as gpu_ms,
    coalesce(c.fen_per_gpu_hour, b.fen_per_gpu_hour) as fen_per_gpu_hour,
    coalesce(c.list_fen, b.list_fen) as list_fen,
    b.voucher_id,
    coalesce(c.voucher_fen, b.voucher_fen) as voucher_fen,
    coalesce(c.own_fen, b.own_fen) as own_fen,
    coalesce(c.number, 0) as corrections,
    b.list_fen as issued_list_fen,
    b.is_simulated
from bill b
left join job j on j.id = b.job_id
left join lease l on l.id = b.lease_id
left join lateral (
    select * from bill_correction where bill_id = b.id order by number desc limit 1
) c on true;
