-- Vouchers and what jobs use of them. What a voucher is worth now stands in the ledger, under cny/voucher/<id>/balance.
create table voucher (
    id text primary key,
    firm_id text not null references organisation,
    policy_id text not null,
    grant_id text not null unique,
    scope text not null,
    mode text not null,
    rate_bp int not null check (rate_bp between 1 and 10000),
    amount_fen bigint not null check (amount_fen > 0),
    budget_code text not null,
    valid_until date not null,
    issued_at timestamptz not null,
    state text not null
);
create index voucher_by_firm on voucher (firm_id, valid_until);
create index voucher_active on voucher (valid_until) where state = 'ACTIVE';

-- One row per job, also for jobs that use no voucher: a repeated question gets the same answer.
create table voucher_use (
    job_id text primary key,
    firm_id text not null,
    voucher_id text references voucher,
    list_price_fen bigint not null check (list_price_fen > 0),
    held_fen bigint not null check (held_fen >= 0),
    hold_transfer uuid,
    held_at timestamptz not null,
    metered_fen bigint check (metered_fen >= 0),
    paid_fen bigint check (paid_fen between 0 and held_fen),
    settled_at timestamptz,
    check ((voucher_id is null) = (hold_transfer is null)),
    check ((settled_at is null) = (paid_fen is null))
);
create index voucher_use_by_voucher on voucher_use (voucher_id, held_at);
