-- Company files: the firm as it is listed, its bitemporal facts, and the registry deliveries they came from.
create extension if not exists btree_gist;

-- What lists and identity bars show of a firm; follows the facts that are known now.
create table company (
    organisation_id text primary key references organisation,
    unified_code text not null unique check (length(unified_code) = 18),
    name_zh text not null,
    name_en text,
    city text,
    district text,
    industry text,
    in_community boolean,
    registered_on date,
    since timestamptz not null
);
create index company_by_name on company (name_zh, organisation_id);

create table company_fact (
    id bigint generated always as identity primary key,
    organisation_id text not null references company,
    fact_key text not null,
    valid_from date not null,
    valid_to date check (valid_to > valid_from),
    value jsonb not null,
    source text not null check (source in ('REGISTRY', 'SELF_REPORT', 'OFFICER', 'ATRIUM')),
    source_reference text,
    source_date date not null,
    evidence_id text references stored_file,
    recorded_by text not null,
    known_from timestamptz not null,
    known_to timestamptz check (known_to >= known_from),
    -- what is known at one time never says two things about one day
    constraint company_fact_says_one_thing exclude using gist (
        organisation_id with =, fact_key with =, daterange(valid_from, valid_to) with &&) where (known_to is null)
);
create index company_fact_of_firm on company_fact (organisation_id, fact_key, known_from);

create table registry_import (
    id text primary key,
    file_id text not null references stored_file,
    file_name text not null,
    sha256 text not null,
    result text not null check (result in ('IMPORTED', 'REJECTED')),
    organisation_id text not null references organisation,
    imported_by text not null,
    imported_at timestamptz not null,
    report jsonb not null
);
create unique index registry_import_once on registry_import (sha256) where result = 'IMPORTED';
create index registry_import_by_content on registry_import (sha256, id desc);
