-- Spring Modulith's registry of events between modules: written with the change, completed by the listener.
create table event_publication (
    id uuid not null primary key,
    listener_id text not null,
    event_type text not null,
    serialized_event text not null,
    publication_date timestamptz not null,
    completion_date timestamptz,
    status text,
    completion_attempts int,
    last_resubmission_date timestamptz
);
create index event_publication_by_completion on event_publication (completion_date);
create index event_publication_by_event on event_publication (listener_id, md5(serialized_event));
