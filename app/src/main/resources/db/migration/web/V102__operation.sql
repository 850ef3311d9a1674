-- Work that takes longer than a person waits: how far it is, and the file it made.
create table operation (
    id text primary key,
    person_id text not null,
    organisation_id text not null,
    subject text not null check (length(subject) <= 2000),
    title_key text not null,
    title_argument text not null,
    stages text not null,
    stage int not null,
    done bigint not null,
    total bigint,
    state text not null,
    code text,
    can_cancel boolean not null,
    cancel_asked boolean not null,
    result_href text,
    started_at timestamptz not null,
    changed_at timestamptz not null,
    ended_at timestamptz
);
create index operation_person on operation (person_id, started_at desc);
create unique index operation_under_way on operation (person_id, subject) where state = 'RUNNING';

create table operation_file (
    operation_id text primary key references operation (id),
    name text not null,
    media_type text not null,
    bytes bytea not null
);
