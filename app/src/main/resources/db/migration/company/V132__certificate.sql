-- Certificates and licences that a firm keeps here once and shows wherever proof is asked for.
create table certificate (
    id text primary key,
    organisation_id text not null references company,
    kind text not null,
    number text not null,
    issuer text not null,
    issued_on date,
    valid_until date,
    file_id text not null references stored_file,
    recorded_by text not null,
    recorded_by_name text not null,
    recorded_at timestamptz not null,
    checked_by text,
    checked_by_name text,
    checked_by_organisation text,
    checked_at timestamptz,
    removed_by text,
    removed_at timestamptz,
    check (valid_until is null or issued_on is null or valid_until >= issued_on)
);
create unique index certificate_once on certificate (organisation_id, kind, number) where removed_at is null;
