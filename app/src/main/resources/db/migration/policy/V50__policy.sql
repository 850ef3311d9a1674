-- Published policy packages, word for word: a version that has decided something never changes.
create table policy_version (
    policy_id text not null check (policy_id ~ '^[a-z0-9]+(-[a-z0-9]+)+$'),
    version text not null,
    fingerprint text not null,
    is_current boolean not null,
    published_at timestamptz not null,
    policy_yaml text not null,
    model_dmn text not null,
    examples_yaml text not null,
    source_md text not null,
    primary key (policy_id, version)
);
create unique index policy_version_current on policy_version (policy_id) where is_current;

-- What each policy came to for each firm. A new result is a new row; earlier ones stay as they were.
create table policy_decision (
    id text primary key,
    org_id text not null references organisation,
    policy_id text not null,
    version text not null,
    as_of date not null,
    facts_known_at timestamptz not null,
    cause text not null,
    outcome text not null,
    amount_fen bigint check (amount_fen >= 0),
    explanation jsonb not null,
    is_current boolean not null,
    foreign key (policy_id, version) references policy_version
);
create unique index policy_decision_current on policy_decision (org_id, policy_id) where is_current;
create index policy_decision_history on policy_decision (org_id, policy_id, id desc);
create index policy_decision_by_outcome on policy_decision (policy_id, outcome) where is_current;
