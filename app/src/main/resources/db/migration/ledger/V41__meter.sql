-- The outbox of the meter door: usage that was accepted and waits for its group, and usage that the ledger refused.
create table ledger_meter_outbox (
    position bigint generated always as identity primary key,
    id uuid not null,
    kind text not null,
    debit_id uuid,
    credit_id uuid,
    amount bigint not null,
    hold_id uuid,
    purpose text not null,
    reference text not null,
    event_at timestamptz not null,
    expires_at timestamptz
);

create table ledger_meter_refusal (
    position bigint primary key,
    transfer_id uuid not null,
    status text not null,
    purpose text not null,
    reference text not null,
    amount bigint not null,
    refused_at timestamptz not null
);
