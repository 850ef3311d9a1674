-- Official sheets (正式文书): what was issued to whom, with the hash of its PDF and the code by which anybody checks it.
-- A sheet of the same subject whose content changed is a new version under the same number.
create sequence issued_sheet_number;
create table issued_sheet (
    id text primary key,
    number text not null,
    version int not null check (version >= 1),
    kind text not null check (length(kind) between 1 and 60),
    permission text not null,
    organisation_id text not null references organisation,
    organisation_name text not null,
    subject text not null check (length(subject) between 1 and 200),
    language text not null,
    title text not null check (length(title) between 1 and 300),
    fingerprint text not null check (fingerprint ~ '^[0-9a-f]{64}$'),
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    size_bytes bigint not null check (size_bytes > 0),
    code text not null unique check (code ~ '^[0-9A-HJKMNP-TV-Z]{16}$'),
    issued_at timestamptz not null,
    issued_by text not null,
    unique (number, version),
    unique (organisation_id, kind, subject, language, version)
);
