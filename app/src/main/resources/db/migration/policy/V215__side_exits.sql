-- What a department recorded of the account to which a firm is paid. The newest row counts; none is ever changed.
create table payee_account_report (
    id bigint generated always as identity primary key,
    org_id text not null references organisation,
    condition text not null check (condition in ('NORMAL', 'SUSPENDED', 'CLOSED', 'ABNORMAL')),
    reason text not null,
    at timestamptz not null,
    by_person text not null,
    by_name text not null
);
create index payee_account_report_by_org on payee_account_report (org_id, id desc);

-- Why a grant should be taken back, and who said so first: the second officer must be somebody else.
create table grant_clawback (
    id bigint generated always as identity primary key,
    case_id text not null references grant_case,
    clause text not null,
    reason text not null,
    at timestamptz not null,
    by_person text not null
);
create index grant_clawback_by_case on grant_clawback (case_id, id desc);

-- A list above the threshold is confirmed twice, by two people.
alter table grant_list
    add column first_confirmed_at timestamptz,
    add column first_confirmed_by text,
    add column first_confirmed_person text;

create index grant_case_by_policy on grant_case (policy_id, state);
