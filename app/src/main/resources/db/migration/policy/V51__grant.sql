-- Grants without application: a list per policy and round, a case per firm, each step of a case kept.
create table grant_list (
    id text primary key,
    policy_id text not null,
    version text not null,
    budget_year int not null,
    budget_fen bigint not null check (budget_fen > 0),
    created_at timestamptz not null,
    created_by text not null,
    confirmed_at timestamptz,
    confirmed_by text,
    publicity_ends_at timestamptz,
    confirm_by timestamptz,
    foreign key (policy_id, version) references policy_version
);
create index grant_list_by_policy on grant_list (policy_id, id desc);

create table grant_case (
    id text primary key,
    list_id text not null references grant_list,
    org_id text not null references organisation,
    policy_id text not null,
    decision_id text not null references policy_decision,
    amount_fen bigint not null check (amount_fen > 0),
    state text not null,
    due_at timestamptz,
    voucher_id text,
    unique (list_id, org_id)
);
create index grant_case_by_org on grant_case (org_id, id desc);
create index grant_case_due on grant_case (state, due_at);

create table grant_step (
    id bigint generated always as identity primary key,
    case_id text not null references grant_case,
    at timestamptz not null,
    event text not null,
    state text not null,
    by_name text not null,
    note text
);
create index grant_step_by_case on grant_step (case_id, id);
