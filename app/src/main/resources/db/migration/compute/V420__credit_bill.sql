-- What a firm used on its credit line in a month, as one bill with a day by which it is to be paid. Its lines are the
-- entries of the firm's own account between two positions of the ledger: each entry is on one bill, and the bill adds up
-- because the account does. Amounts are what is owed: positive when the firm owes.
create table credit_bill (
    id text primary key,
    firm_id text not null references organisation,
    month date not null check (extract(day from month) = 1),
    issued_at timestamptz not null,
    due_on date not null,
    after_position bigint not null,
    through_position bigint not null check (through_position > after_position),
    opening_fen bigint not null,
    used_fen bigint not null,
    paid_fen bigint not null,
    carried_fen bigint not null check (carried_fen >= 0),
    amount_fen bigint not null,
    unique (firm_id, month),
    check (amount_fen = greatest(0, used_fen - carried_fen))
);
create index credit_bill_by_firm on credit_bill (firm_id, id desc);
create index credit_bill_by_due on credit_bill (due_on);
create trigger credit_bill_append_only before update or delete or truncate on credit_bill
    for each statement execute function refuse_change();

-- Money that came in for a bill, with the reference that the bank gave it: one record of the bank counts once for a bill.
create table credit_payment (
    id text primary key,
    bill_id text not null references credit_bill,
    firm_id text not null references organisation,
    amount_fen bigint not null check (amount_fen > 0),
    paid_on date not null,
    bank_reference text not null check (length(bank_reference) between 1 and 60),
    recorded_by text not null,
    recorded_at timestamptz not null,
    taken_back_by text,
    taken_back_at timestamptz,
    taken_back_reason text check (length(taken_back_reason) between 1 and 500),
    check (num_nonnulls(taken_back_by, taken_back_at, taken_back_reason) in (0, 3))
);
create unique index credit_payment_once on credit_payment (bill_id, bank_reference) where taken_back_at is null;
create index credit_payment_by_bill on credit_payment (bill_id, id);

-- What a firm was reminded of, once for each stage of a bill.
create table credit_reminder (
    bill_id text not null references credit_bill,
    stage text not null check (stage in ('BEFORE_DUE', 'FIRST', 'SECOND', 'LINE_REDUCED')),
    sent_at timestamptz not null,
    owed_fen bigint not null check (owed_fen > 0),
    primary key (bill_id, stage)
);

-- When a firm's credit line was reduced because a bill stayed unpaid, and when it was restored.
create table credit_reduction (
    id bigint generated always as identity primary key,
    firm_id text not null references organisation,
    bill_id text not null references credit_bill,
    reduced_at timestamptz not null,
    restored_at timestamptz
);
create unique index credit_reduction_one_open on credit_reduction (firm_id) where restored_at is null;

-- Bills as they stand: how much was paid, how much is left, whether the line is reduced because of them.
create view credit_bill_now as
select b.*, coalesce(p.paid, 0)::bigint as received_fen, (b.amount_fen - coalesce(p.paid, 0))::bigint as left_fen,
    exists (select from credit_reduction r where r.firm_id = b.firm_id and r.restored_at is null) as is_line_reduced
from credit_bill b
left join lateral (
    select sum(amount_fen) as paid from credit_payment where bill_id = b.id and taken_back_at is null
) p on true;
