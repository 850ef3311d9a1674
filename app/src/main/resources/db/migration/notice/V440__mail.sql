-- Messages by mail. Where a person reads mail, and how they want it; each person's own choice.
create table mail_address (
    person_id text primary key references person,
    address text not null check (length(address) between 3 and 254),
    lang text not null check (length(lang) <= 20),
    code text,
    code_until timestamptz,
    tries_left int not null check (tries_left >= 0),
    confirmed_at timestamptz,
    check (confirmed_at is not null or code is not null)
);

create table mail_choice (
    person_id text primary key references person,
    pace text not null check (pace in ('AT_ONCE', 'DAILY', 'NONE')),
    digest_hour int not null check (digest_hour between 0 and 23),
    working_days_only boolean not null,
    quiet_from int check (quiet_from between 0 and 23),
    quiet_to int check (quiet_to between 0 and 23),
    check ((quiet_from is null) = (quiet_to is null)),
    check (quiet_from <> quiet_to)
);

-- Kinds that a person does not want by mail; the inbox has them all the same.
create table mail_muted (
    person_id text not null references person,
    kind text not null,
    primary key (person_id, kind)
);

-- A mail to one person. Its id is also its Message-ID, so that a mail that is sent again after a crash is the same mail.
-- held_until is business time (quiet hours); retry_at is system time (the mail server was not there).
create table mail (
    id text primary key,
    person_id text not null references person,
    purpose text not null check (purpose in ('NOTICE', 'DIGEST', 'CONFIRMATION')),
    state text not null check (state in ('WAITING', 'SENT', 'DROPPED', 'GIVEN_UP')),
    held_until timestamptz,
    retry_at timestamptz not null,
    attempts int not null default 0,
    problem text check (length(problem) <= 500),
    created_at timestamptz not null,
    ended_at timestamptz,
    check ((state = 'WAITING') = (ended_at is null))
);
create index mail_waiting on mail (id) where state = 'WAITING';
create index mail_by_person on mail (person_id, id desc);

-- What a mail is about: one message for one person, at most once for each cause. Without a mail it waits until release_at,
-- which is business time: for the digest, or for the end of quiet hours.
create table mail_item (
    id bigint generated always as identity primary key,
    notice_id text not null references notice on delete cascade,
    person_id text not null references person,
    cause text not null,
    subject text not null,
    release_at timestamptz not null,
    mail_id text references mail on delete cascade,
    unique (person_id, cause)
);
create index mail_item_for_digest on mail_item (release_at) where mail_id is null;
create index mail_item_by_subject on mail_item (person_id, subject, id);
create index mail_item_by_mail on mail_item (mail_id);
create index mail_item_by_notice on mail_item (notice_id);
