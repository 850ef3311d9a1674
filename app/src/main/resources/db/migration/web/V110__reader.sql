-- How a person wants pages, whatever browser they come with.
create table reader_preference (
    person_id text not null,
    name text not null check (name in ('lang', 'theme', 'reading', 'keys')),
    choice text not null check (length(choice) <= 20),
    primary key (person_id, name)
);

-- Which records a person looked at last, and which pages they pinned to their home.
create table visited_page (
    person_id text not null,
    organisation_id text not null,
    path text not null check (length(path) <= 300),
    title text not null check (length(title) <= 300),
    lang text not null check (length(lang) <= 20),
    visited_at timestamptz not null,
    primary key (person_id, organisation_id, path)
);

create table pinned_page (
    person_id text not null,
    organisation_id text not null,
    path text not null check (length(path) <= 300),
    pinned_at timestamptz not null,
    primary key (person_id, organisation_id, path)
);
