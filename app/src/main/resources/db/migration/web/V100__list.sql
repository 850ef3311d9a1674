-- What a person remembers of lists: which columns, how dense, and named views with their filter.
create table list_shape (
    person_id text not null,
    list text not null check (length(list) <= 200),
    columns text not null check (length(columns) <= 2000),
    is_compact boolean not null,
    primary key (person_id, list)
);

create table saved_view (
    id text primary key,
    person_id text not null,
    list text not null check (length(list) <= 200),
    name text not null check (length(name) between 1 and 40),
    query text not null check (length(query) <= 2000),
    saved_at timestamptz not null,
    unique (person_id, list, name)
);
