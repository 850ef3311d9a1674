-- Files by content: one row per upload, one blob per content (folder `files` in the data folder, named by SHA-256).
create table stored_file (
    id text primary key,
    sha256 text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    name text not null check (length(name) between 1 and 200),
    media_type text not null,
    size_bytes bigint not null check (size_bytes > 0),
    owner_id text not null references organisation,
    stored_by text not null,
    stored_at timestamptz not null
);
create index stored_file_by_owner on stored_file (owner_id, id desc);
