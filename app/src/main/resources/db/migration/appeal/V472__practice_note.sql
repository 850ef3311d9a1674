-- What proved itself once, for whoever meets the like again.
create table practice_note (
    id text primary key,
    title text not null check (length(title) between 1 and 80),
    applies text not null check (length(applies) between 1 and 500),
    action text not null check (length(action) between 1 and 2000),
    category text not null,
    appeal_id text references appeal,
    finding_id text references appeal_finding,
    unit_id text not null references organisation,
    written_by text not null,
    written_at timestamptz not null,
    check ((appeal_id is null) <> (finding_id is null))
);
create index practice_note_by_appeal on practice_note (appeal_id);
create index practice_note_by_finding on practice_note (finding_id);

-- A note is used once for an appeal, however often it is said.
create table practice_note_use (
    note_id text not null references practice_note,
    appeal_id text not null references appeal,
    used_by text not null,
    unit_id text not null references organisation,
    used_at timestamptz not null,
    primary key (note_id, appeal_id)
);
create index practice_note_use_by_appeal on practice_note_use (appeal_id);
