-- Applications for a benefit: one open per firm and policy, each step, paper, comment and defect kept.
create sequence benefit_application_number;

create table benefit_application (
    id text primary key,
    -- given when it is submitted
    number text unique,
    org_id text not null references organisation,
    department_id text not null references organisation,
    policy_id text not null,
    version text not null,
    state text not null check (state in ('DRAFT', 'SUBMITTED', 'ACCEPTED_FOR_REVIEW', 'RETURNED_FOR_COMPLETION', 'REVIEW',
        'SECOND_APPROVAL', 'APPROVED', 'FULFILLED', 'REJECTED', 'WITHDRAWN', 'LAPSED')),
    due_at timestamptz,
    statement text not null,
    created_at timestamptz not null,
    shared_at timestamptz,
    submitted_at timestamptz,
    decided_at timestamptz,
    -- what the rules said when it was submitted, and again when it was decided
    submitted_decision jsonb,
    final_decision jsonb,
    ceiling_fen bigint check (ceiling_fen >= 0),
    amount_fen bigint check (amount_fen > 0),
    clause text,
    reason text,
    -- who approved first, where two have to
    first_person text,
    first_name text,
    voucher_id text,
    -- a payment outside Atrium, as the officer told it
    fulfilled_on date,
    fulfilled_fen bigint check (fulfilled_fen > 0),
    changes int not null,
    foreign key (policy_id, version) references policy_version,
    check (state in ('DRAFT', 'WITHDRAWN') or submitted_at is not null),
    check (amount_fen is null or ceiling_fen is null or amount_fen <= ceiling_fen)
);
create unique index benefit_application_open on benefit_application (org_id, policy_id)
    where state in ('DRAFT', 'SUBMITTED', 'ACCEPTED_FOR_REVIEW', 'RETURNED_FOR_COMPLETION', 'REVIEW', 'SECOND_APPROVAL',
        'APPROVED');
create index benefit_application_by_firm on benefit_application (org_id, id desc);
create index benefit_application_by_department on benefit_application (department_id, state, due_at);
create index benefit_application_by_policy on benefit_application (policy_id, state);
create index benefit_application_due on benefit_application (due_at) where state = 'RETURNED_FOR_COMPLETION';

create table application_step (
    id bigint generated always as identity primary key,
    application_id text not null references benefit_application,
    at timestamptz not null,
    event text not null,
    state text not null,
    by_name text not null,
    -- whether the firm itself acted: counted as a step that it had to take
    by_firm boolean not null,
    note text
);
create index application_step_by_application on application_step (application_id, id);

-- Proof: a paper of the firm's store for one condition. It stays although the store forgets it.
create table application_paper (
    application_id text not null references benefit_application,
    slot text not null,
    certificate_id text not null,
    file_id text not null,
    kind text not null,
    name text not null,
    -- uploaded for this application, not taken from the store
    is_new boolean not null,
    primary key (application_id, slot, certificate_id)
);

-- What the department found lacking, all at once; answered by the firm.
create table application_defect (
    id bigint generated always as identity primary key,
    application_id text not null references benefit_application,
    item text not null,
    text text not null,
    answer text
);
create index application_defect_by_application on application_defect (application_id, id);

-- A steward's advice on one item, the firm's answer, and that it is done with.
create table application_comment (
    id text primary key,
    application_id text not null references benefit_application,
    item text not null,
    text text not null,
    at timestamptz not null,
    by_name text not null,
    answer text,
    answered_at timestamptz,
    resolved_at timestamptz
);
create index application_comment_by_application on application_comment (application_id, id);
