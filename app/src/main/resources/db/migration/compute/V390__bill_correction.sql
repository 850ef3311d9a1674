-- What was changed of a bill after it had been issued. The bill itself is never edited: a correction takes back what was
-- posted last and posts what is right.
create table bill_correction (
    id text primary key,
    bill_id text not null references bill,
    number integer not null check (number > 0),
    cause text not null check (cause in ('DISPUTE', 'PRICE')),
    cause_id text not null,
    reason text not null check (length(reason) between 1 and 500),
    corrected_by text not null,
    corrected_at timestamptz not null,
    gpu_ms bigint not null check (gpu_ms >= 0),
    fen_per_gpu_hour bigint not null check (fen_per_gpu_hour >= 0),
    list_fen bigint not null check (list_fen >= 0),
    voucher_fen bigint not null check (voucher_fen >= 0),
    own_fen bigint not null check (own_fen >= 0),
    check (list_fen = voucher_fen + own_fen),
    unique (bill_id, number),
    unique (bill_id, cause_id)
);
create trigger bill_correction_append_only before update or delete or truncate on bill_correction
    for each statement execute function refuse_change();
create trigger bill_append_only before update or delete or truncate on bill
    for each statement execute function refuse_change();

-- Bills as they stand: as issued, or as the latest correction left them.
create view bill_now as
select b.id, b.job_id, j.name, b.firm_id, b.provider_id, b.pool_id, b.issued_at,
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
join job j on j.id = b.job_id
left join lateral (
    select * from bill_correction where bill_id = b.id order by number desc limit 1
) c on true;

-- A firm says that a bill is wrong; the provider, or the operator, answers.
create table bill_dispute (
    id text primary key,
    bill_id text not null references bill,
    firm_id text not null references organisation,
    provider_id text not null references organisation,
    about text not null check (about in ('TIME', 'PRICE', 'VOUCHER', 'NOT_OURS', 'OTHER')),
    reason text not null check (length(reason) between 1 and 500),
    evidence_id text references stored_file,
    state text not null check (state in ('OPEN', 'ACCEPTED', 'REJECTED', 'WITHDRAWN')),
    raised_by text not null,
    raised_at timestamptz not null,
    answer_by timestamptz not null,
    ended_by text,
    ended_by_organisation text references organisation,
    ended_at timestamptz,
    ended_reason text,
    check ((state = 'OPEN') = (ended_at is null))
);
create unique index bill_dispute_one_open on bill_dispute (bill_id) where state = 'OPEN';
create index bill_dispute_by_firm on bill_dispute (firm_id, id desc);
create index bill_dispute_by_provider on bill_dispute (provider_id, id desc);

-- A price that was asked by mistake: what was billed with it is billed anew once a second person has agreed.
create table price_correction (
    id text primary key,
    pool_id text not null references pool,
    provider_id text not null references organisation,
    wrong_fen bigint not null check (wrong_fen > 0),
    right_fen bigint not null check (right_fen > 0),
    first_day date not null,
    last_day date not null check (last_day >= first_day),
    reason text not null check (length(reason) between 1 and 500),
    state text not null check (state in ('PROPOSED', 'APPROVED', 'DONE', 'REJECTED', 'WITHDRAWN')),
    proposed_by text not null,
    proposed_by_id text not null,
    proposed_at timestamptz not null,
    decide_by timestamptz not null,
    ended_by text,
    ended_at timestamptz,
    ended_reason text,
    check (wrong_fen <> right_fen),
    check ((state = 'PROPOSED') = (ended_at is null))
);
create unique index price_correction_one_open on price_correction (pool_id) where state in ('PROPOSED', 'APPROVED');
create index price_correction_by_provider on price_correction (provider_id, id desc);

-- What an approved correction touches, fixed at approval: bills, and jobs that will be billed at the wrong price.
create table price_correction_line (
    correction_id text not null references price_correction,
    job_id text not null references job,
    state text not null check (state in ('TO_DO', 'DONE', 'REFUSED', 'UNTOUCHED')),
    refusal text,
    primary key (correction_id, job_id)
);
create index price_correction_line_to_do on price_correction_line (correction_id) where state in ('TO_DO', 'REFUSED');
