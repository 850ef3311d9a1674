-- Bills that a firm paid itself and has paid back out of a voucher (先付后兑). What a redemption holds and paid of its
-- voucher stands in voucher_use under the id of the redemption, like what a job uses.
create table redemption (
    id text primary key,
    voucher_id text not null references voucher,
    firm_id text not null references organisation,
    department_id text not null references organisation,
    state text not null check (state in ('SUBMITTED', 'RETURNED', 'ACCEPTED', 'REJECTED', 'WITHDRAWN', 'LAPSED')),
    submitted_by text not null,
    submitted_at timestamptz not null,
    decide_by timestamptz not null,
    held_fen bigint not null check (held_fen > 0),
    mend_by timestamptz,
    return_reason text not null default '',
    ended_by text,
    ended_at timestamptz,
    clause text not null default '',
    reason text not null default '',
    check ((state in ('SUBMITTED', 'RETURNED')) = (ended_at is null))
);
create index redemption_by_firm on redemption (firm_id, id desc);
create index redemption_by_department on redemption (department_id, id desc);
create index redemption_open on redemption (decide_by) where ended_at is null;

create table redemption_line (
    redemption_id text not null references redemption,
    bill_id text not null,
    number int not null,
    name text not null,
    supplier_id text not null references organisation,
    billed_on date not null,
    amount_fen bigint not null check (amount_fen > 0),
    asked_fen bigint not null check (asked_fen between 0 and amount_fen),
    state text not null check (state in ('ASKED', 'ACCEPTED', 'REFUSED', 'FREED')),
    paid_fen bigint not null default 0 check (paid_fen between 0 and asked_fen),
    primary key (redemption_id, bill_id)
);
-- No bill is redeemed twice, whatever the voucher.
create unique index redemption_line_once on redemption_line (bill_id) where state in ('ASKED', 'ACCEPTED');

create table redemption_event (
    redemption_id text not null references redemption,
    number int not null,
    at timestamptz not null,
    kind text not null,
    detail text not null,
    actor text,
    primary key (redemption_id, number)
);
