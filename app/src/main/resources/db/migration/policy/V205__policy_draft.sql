-- Which department keeps a policy: only its officers may write new versions.
create table policy_keeper (
    policy_id text primary key check (policy_id ~ '^[a-z0-9]+(-[a-z0-9]+)+$'),
    org_id text not null references organisation
);

-- Versions that are being written. What is published is copied word for word into policy_version and stays there.
create table policy_draft (
    id text primary key,
    org_id text not null references organisation,
    policy_id text not null references policy_keeper,
    version text not null,
    state text not null check (state in ('DRAFT', 'IN_REVIEW', 'APPROVED', 'PUBLISHED', 'DISCARDED')),
    based_on text,
    policy_yaml text not null,
    model_dmn text not null,
    examples_yaml text not null,
    source_md text not null,
    created_at timestamptz not null,
    created_by_name text not null,
    -- everybody who wrote any of it: none of them may review it
    writers text[] not null,
    changed_at timestamptz not null,
    changed_by_name text not null,
    reviewed_at timestamptz,
    reviewed_by_name text,
    review_note text,
    -- the version in force that the reviewer compared it with
    reviewed_against text,
    effective_on date,
    published_at timestamptz,
    check (state not in ('APPROVED', 'PUBLISHED') or effective_on is not null)
);
-- one at a time, so that nobody publishes over another's work
create unique index policy_draft_open on policy_draft (policy_id) where state in ('DRAFT', 'IN_REVIEW', 'APPROVED');
create index policy_draft_of_department on policy_draft (org_id, id desc);
create index policy_draft_due on policy_draft (effective_on) where state = 'APPROVED';
