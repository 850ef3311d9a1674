-- Organisations, people, their roles, API tokens, sign-in attempts.
create table organisation (
    id text primary key,
    kind text not null,
    name_zh text not null check (length(name_zh) between 1 and 200),
    name_en text not null check (length(name_en) between 1 and 200),
    unified_code text unique,
    registered_at timestamptz not null
);

create table person (
    id text primary key,
    login text not null unique check (login ~ '^[a-z0-9][a-z0-9._-]{1,62}$'),
    name text not null check (length(name) between 1 and 100),
    password_hash text not null,
    is_persona boolean not null default false,
    created_at timestamptz not null,
    disabled_at timestamptz
);

create table membership (
    person_id text not null references person,
    organisation_id text not null references organisation,
    role text not null,
    since timestamptz not null,
    until timestamptz,
    primary key (person_id, organisation_id, role)
);
create index membership_by_organisation on membership (organisation_id);

create table api_token (
    id text primary key,
    person_id text not null references person,
    organisation_id text not null references organisation,
    name text not null check (length(name) between 1 and 100),
    secret_hash text not null unique,
    permissions text[] not null,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    last_used_at timestamptz,
    revoked_at timestamptz
);
create index api_token_by_person on api_token (person_id, organisation_id);

create table failed_sign_in (
    id bigint generated always as identity primary key,
    login text not null,
    address text not null,
    at timestamptz not null
);
create index failed_sign_in_by_login on failed_sign_in (login, at);
create index failed_sign_in_by_address on failed_sign_in (address, at);
