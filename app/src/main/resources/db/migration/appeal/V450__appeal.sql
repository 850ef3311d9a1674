-- Appeals: what firms need, who answers, by when, and how it ended.

-- Versions of the rules, newest counts; each replaces the whole book and is never edited. The shipped book counts while
-- there is none.
create table appeal_rules (
    number integer primary key check (number > 0),
    document jsonb not null,
    reason text not null check (length(reason) between 1 and 500),
    published_by text not null,
    published_at timestamptz not null
);
create trigger appeal_rules_append_only before update or delete or truncate on appeal_rules
    for each statement execute function refuse_change();

-- Who leads a category, who helps, and who takes it when nobody is responsible. A category without a row is dispatched by
-- hand.
create table appeal_route (
    category text primary key,
    lead_id text not null references organisation,
    fallback_id text not null references organisation,
    helper_ids text[] not null default '{}'
);

create sequence appeal_number;

create table appeal (
    id text primary key,
    number text not null unique,
    firm_id text not null references organisation,
    category text not null,
    kind text not null check (kind in ('CONSULTATION', 'HELP', 'COMPLAINT', 'SUGGESTION', 'OVERDUE_PAYMENT')),
    urgency text not null check (urgency in ('NORMAL', 'URGENT', 'EMERGENCY')),
    channel text not null check (channel in ('PAGE', 'PHONE', 'VISIT', 'API', 'MAIL', 'HOTLINE')),
    title text not null check (length(title) between 1 and 80),
    words text not null check (length(words) between 1 and 4000),
    is_confidential boolean not null,
    contact text not null check (length(contact) <= 200),
    about_href text,
    about_title text,
    place text not null check (length(place) <= 100),
    external_number text unique,
    rules integer not null,
    state text not null check (state in
        ('RAISED', 'DISPATCHED', 'IN_WORK', 'WAITING_FOR_FIRM', 'ANSWERED', 'CLOSED', 'WITHDRAWN')),
    unit_id text references organisation,
    handler_id text,
    handler text,
    returns integer not null default 0 check (returns between 0 and 2),
    redone boolean not null default false,
    extended boolean not null default false,
    raised_by text not null,
    raised_by_id text not null,
    raised_at timestamptz not null,
    answered_at timestamptz,
    closed_at timestamptz,
    next_due_at timestamptz,
    next_due text,
    is_overdue boolean not null default false,
    resolved boolean,
    rating integer check (rating between 1 and 5),
    rating_words text,
    check ((state in ('CLOSED', 'WITHDRAWN')) = (closed_at is not null)),
    check (state in ('RAISED', 'WITHDRAWN') or unit_id is not null)
);
create index appeal_by_firm on appeal (firm_id, id desc);
create index appeal_by_unit_open on appeal (unit_id, next_due_at) where closed_at is null or next_due_at is not null;
create index appeal_open on appeal (next_due_at, id) where closed_at is null or next_due_at is not null;
create index appeal_by_handler on appeal (handler_id, next_due_at) where closed_at is null or next_due_at is not null;
create index appeal_by_age on appeal (raised_at desc);
create index appeal_by_unit on appeal (unit_id, id desc);

-- The time limits of an appeal. A clock is never deleted; an extension moves its end and says so in a step.
create table appeal_clock (
    appeal_id text not null references appeal,
    kind text not null check (kind in ('DISPATCH', 'SIGN', 'CONTACT', 'PLAN', 'PROMISE', 'FINISH', 'CALL_BACK', 'FOLLOW_UP')),
    round integer not null check (round > 0),
    amount integer not null check (amount > 0),
    unit text not null check (unit in ('MINUTE', 'HOUR', 'WORKING_HOUR', 'DAY', 'WORKING_DAY')),
    basis text not null,
    started_at timestamptz not null,
    due_at timestamptz not null,
    paused_at timestamptz,
    paused_days integer not null default 0 check (paused_days >= 0),
    paused_ms bigint not null default 0 check (paused_ms >= 0),
    ended_at timestamptz,
    is_met boolean,
    stage text not null check (stage in ('RUNNING', 'REMINDED', 'ESCALATED', 'CIRCULATED')),
    stage_at timestamptz,
    primary key (appeal_id, kind, round),
    check ((ended_at is null) = (is_met is null))
);
create index appeal_clock_next on appeal_clock (stage_at) where ended_at is null and paused_at is null and stage_at is not null;

-- Units that help the lead, each with a date of its own.
create table appeal_helper (
    appeal_id text not null references appeal,
    unit_id text not null references organisation,
    task text not null check (length(task) between 1 and 1000),
    asked_at timestamptz not null,
    due_at timestamptz not null,
    done_at timestamptz,
    answer text,
    primary key (appeal_id, unit_id)
);
create index appeal_helper_by_unit on appeal_helper (unit_id, due_at) where done_at is null;

-- Everything that happened, in order; what is internal is not shown to the firm.
create table appeal_step (
    id text primary key,
    appeal_id text not null references appeal,
    at timestamptz not null,
    move text not null,
    by_name text not null,
    by_id text not null,
    by_organisation_id text not null,
    is_internal boolean not null,
    words text not null check (length(words) <= 4000),
    facts jsonb not null
);
create index appeal_step_by_appeal on appeal_step (appeal_id, id);
create trigger appeal_step_append_only before update or delete or truncate on appeal_step
    for each statement execute function refuse_change();

-- Meetings on the spot: needs that departments answer face to face, on one day.
create table appeal_meeting (
    id text primary key,
    title text not null check (length(title) between 1 and 80),
    held_on date not null,
    place text not null check (length(place) between 1 and 100),
    host_id text not null references organisation,
    called_by text not null,
    called_at timestamptz not null
);
create table appeal_meeting_case (
    meeting_id text not null references appeal_meeting,
    appeal_id text not null references appeal,
    listed_at timestamptz not null,
    primary key (meeting_id, appeal_id)
);

create table appeal_file (
    appeal_id text not null references appeal,
    file_id text not null references stored_file,
    primary key (appeal_id, file_id)
);
