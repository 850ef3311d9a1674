-- Forms that a person began and has not sent: the answers so far, one draft per page.
create table draft (
    id text primary key,
    person_id text not null,
    organisation_id text not null,
    page text not null check (length(page) <= 200),
    href text not null check (length(href) <= 1000),
    title_key text not null check (length(title_key) <= 200),
    answers jsonb not null,
    saved_at timestamptz not null,
    unique (person_id, organisation_id, page)
);
