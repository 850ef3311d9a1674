-- The chain of seals over all transfers: each closes what was written since the one before and stands on its hash.
create table ledger_seal (
    number bigint primary key,
    after_position bigint not null,
    until_position bigint not null check (until_position > after_position),
    transfers integer not null check (transfers > 0),
    fingerprints bytea not null,
    hash bytea not null check (length(hash) = 32),
    sealed_at timestamptz not null
);

create trigger ledger_seal_append_only before update or delete or truncate on ledger_seal
    for each statement execute function refuse_change();

-- Seals and audits read transfers in the order of writing; growing keys are cheap to add.
create unique index ledger_transfer_by_position on ledger_transfer (position);
