-- What a firm means to spend on compute in a month, as a whole or for one of its projects (the empty one is the whole).
create table budget (
    id text primary key,
    firm_id text not null references organisation,
    project text not null check (length(project) <= 60),
    limit_fen bigint not null check (limit_fen > 0),
    thresholds integer[] not null check (cardinality(thresholds) between 1 and 5),
    at_limit text not null check (at_limit in ('ALERT', 'REFUSE', 'STOP')),
    set_by text not null,
    set_at timestamptz not null,
    removed_at timestamptz
);
create unique index budget_one_for_each on budget (firm_id, project) where removed_at is null;

-- What was told of a budget: each threshold once in a month.
create table budget_alert (
    budget_id text not null references budget,
    month date not null check (extract(day from month) = 1),
    threshold integer not null,
    sent_at timestamptz not null,
    limit_fen bigint not null,
    spent_fen bigint not null,
    held_fen bigint not null,
    primary key (budget_id, month, threshold)
);

-- What counts against budgets, line by line: bills of jobs and leases as they stand, and what is held for what is not
-- billed yet. Nothing of the demo's simulation. Held lines have no day: they count now, whatever the month.
create view budget_line as
select b.firm_id, coalesce(j.project, '') as project, 'BILLED' as kind, b.id as id, b.name, b.issued_at as at,
    b.list_fen as amount_fen, coalesce(b.job_id, b.lease_id) as subject_id
from bill_now b
left join job j on j.id = b.job_id
where not b.is_simulated
union all
select j.firm_id, j.project, 'HELD', j.id, j.name, j.submitted_at, j.held_voucher_fen + j.held_own_fen, j.id
from job j
where j.state in ('QUEUED', 'PLACED', 'RUNNING', 'ENDED') and j.engine is distinct from 'simulated'
union all
select l.firm_id, '', 'HELD', l.id || '.' || p.number, l.name, l.requested_at, p.held_voucher_fen + p.held_own_fen, l.id
from lease_period p
join lease l on l.id = p.lease_id
where not p.is_settled;
