-- The ledger. Numbers and names of an account stand in two tables: the first is written by every transfer and kept
-- narrow, the second is written once. Rules live in the engine; the checks here are the second line of defence.
create table ledger_account (
    id uuid primary key,
    asset text not null,
    rule text not null,
    credit_limit bigint not null check (credit_limit >= 0),
    closed boolean not null,
    debits_pending bigint not null check (debits_pending >= 0),
    debits_posted bigint not null check (debits_posted >= 0),
    credits_pending bigint not null check (credits_pending >= 0),
    credits_posted bigint not null check (credits_posted >= 0),
    constraint debits_within_credits check (
        rule <> 'DEBITS_WITHIN_CREDITS' or debits_pending + debits_posted - credits_posted <= credit_limit),
    constraint credits_within_debits check (
        rule <> 'CREDITS_WITHIN_DEBITS' or credits_pending + credits_posted <= debits_posted)
) with (fillfactor = 50);

create table ledger_account_card (
    account_id uuid primary key,
    code text not null unique check (length(code) <= 200),
    owner_id text,
    second_owner_id text,
    opened_at timestamptz not null
);
create index ledger_account_card_by_owner on ledger_account_card (owner_id);
create index ledger_account_card_by_second_owner on ledger_account_card (second_owner_id);

-- No foreign keys to accounts: the engine writes a transfer only while it holds the locks of both.
create table ledger_transfer (
    position bigint generated always as identity,
    id uuid primary key,
    kind text not null,
    debit_id uuid not null,
    credit_id uuid not null,
    amount bigint not null check (amount > 0),
    hold_id uuid,
    purpose text not null,
    reference text not null,
    event_at timestamptz not null,
    booked_at timestamptz not null,
    expires_at timestamptz,
    check (debit_id <> credit_id),
    check ((hold_id is not null) = (kind in ('CAPTURE', 'RELEASE')))
);
create unique index ledger_transfer_settles_once on ledger_transfer (hold_id) where hold_id is not null;
create index ledger_transfer_by_debit on ledger_transfer (debit_id, position);
create index ledger_transfer_by_credit on ledger_transfer (credit_id, position);
create index ledger_transfer_expiring on ledger_transfer (expires_at) where expires_at is not null;

create trigger ledger_transfer_append_only before update or delete or truncate on ledger_transfer
    for each statement execute function refuse_change();
create trigger ledger_account_kept before delete or truncate on ledger_account
    for each statement execute function refuse_change();
create trigger ledger_account_card_kept before update or delete or truncate on ledger_account_card
    for each statement execute function refuse_change();
