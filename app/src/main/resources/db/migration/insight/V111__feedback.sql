-- What people told the community's operator about the pages, by when it is answered, and the answer.
create table feedback (
    id text primary key,
    request_key text not null unique,
    person_id text,
    organisation_id text,
    sender text not null check (length(sender) <= 200),
    path text not null check (length(path) <= 300),
    message text not null check (length(message) between 1 and 2000),
    sent_at timestamptz not null,
    due_at timestamptz not null,
    answer text check (length(answer) between 1 and 2000),
    answered_by text,
    answered_at timestamptz,
    check ((answer is null) = (answered_at is null))
);
create index feedback_open on feedback (due_at) where answer is null;
create index feedback_sent on feedback (sent_at desc);
