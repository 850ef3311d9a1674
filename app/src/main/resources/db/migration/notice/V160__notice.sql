-- Messages to people. A notice is for one person acting for an organisation, or for all in it who have a permission.
create table notice (
    id text primary key,
    request_key text not null unique,
    organisation_id text not null references organisation,
    person_id text references person,
    permission text,
    kind text not null,
    text_key text not null,
    arguments jsonb not null,
    href text not null check (href like '/%' and href not like '//%'),
    due_at timestamptz,
    sent_at timestamptz not null,
    check ((person_id is null) <> (permission is null))
);
create index notice_by_organisation on notice (organisation_id, id desc);
create index notice_by_age on notice (sent_at);

create table notice_read (
    person_id text not null references person,
    notice_id text not null references notice on delete cascade,
    read_at timestamptz not null,
    primary key (person_id, notice_id)
);
create index notice_read_by_notice on notice_read (notice_id);

-- Kinds that a person does not want to get.
create table notice_muted (
    person_id text not null references person,
    kind text not null,
    primary key (person_id, kind)
);
