-- The facts of all firms as of one day, under a name. A simulation rests on one of these, so that it gives the same
-- numbers tomorrow; nothing in a row ever changes.
create table policy_snapshot (
    id text primary key,
    org_id text not null references organisation,
    name text not null check (char_length(name) between 1 and 100),
    taken_for date not null,
    known_at timestamptz not null,
    taken_by_name text not null,
    firms int not null check (firms > 0),
    sha256 text not null,
    content bytea not null
);
create unique index policy_snapshot_name on policy_snapshot (org_id, name);
create index policy_snapshot_of_department on policy_snapshot (org_id, id desc);

create function policy_snapshot_is_frozen() returns trigger language plpgsql as $$
begin
    raise exception 'a policy snapshot never changes';
end
$$;
create trigger policy_snapshot_frozen before update on policy_snapshot
    for each row execute function policy_snapshot_is_frozen();

-- Figures that an officer moved and kept under a name. What they were moved in is pinned: a published version by its
-- name, a draft by its text.
create table policy_scenario (
    id text primary key,
    org_id text not null references organisation,
    name text not null check (char_length(name) between 1 and 100),
    note text not null check (char_length(note) <= 500),
    policy_id text not null,
    version text not null,
    -- the version in force that it is compared with; null when the policy has none
    against_version text,
    draft_id text references policy_draft,
    policy_yaml text,
    model_dmn text,
    examples_yaml text,
    source_md text,
    snapshot_id text not null references policy_snapshot,
    figures jsonb not null,
    is_shared boolean not null,
    created_by text not null,
    created_by_name text not null,
    created_at timestamptz not null,
    check ((draft_id is null) = (model_dmn is null))
);
create index policy_scenario_of_department on policy_scenario (org_id, id desc);
create index policy_scenario_of_snapshot on policy_scenario (snapshot_id);
