-- Service for firms: whose steward, which visits, what came of them.

-- Which steward looks after which firm, one row for each time; a row ends and is never taken away.
create table steward_term (
    id text primary key,
    firm_id text not null references organisation,
    steward_id text not null references person,
    steward text not null,
    organisation_id text not null references organisation,
    reason text not null check (length(reason) between 1 and 500),
    assigned_by text not null,
    since timestamptz not null,
    until timestamptz,
    check (until is null or until >= since)
);
create unique index steward_term_now on steward_term (firm_id) where until is null;
create index steward_term_by_steward on steward_term (steward_id) where until is null;
create index steward_term_by_firm on steward_term (firm_id, id desc);

-- How firms reach a steward, in the steward's own words.
create table steward_contact (
    steward_id text primary key references person,
    contact text not null check (length(contact) between 1 and 200),
    told_at timestamptz not null
);

create table visit_plan (
    id text primary key,
    firm_id text not null references organisation,
    steward_id text not null references person,
    steward text not null,
    organisation_id text not null references organisation,
    day date not null,
    purpose text not null check (length(purpose) between 1 and 200),
    state text not null check (state in ('PLANNED', 'DONE', 'CANCELLED')),
    reason text check (length(reason) between 1 and 500),
    planned_at timestamptz not null,
    ended_at timestamptz,
    reminded_at timestamptz,
    missed_at timestamptz,
    check ((state = 'PLANNED') = (ended_at is null)),
    check ((state = 'CANCELLED') = (reason is not null))
);
create index visit_plan_open on visit_plan (day, id) where state = 'PLANNED';
create index visit_plan_by_firm on visit_plan (firm_id, day);

create table visit_note (
    id text primary key,
    firm_id text not null references organisation,
    plan_id text unique references visit_plan,
    visited_on date not null,
    met text not null check (length(met) between 1 and 200),
    said text not null check (length(said) between 1 and 4000),
    steward_id text not null references person,
    steward text not null,
    handed_in_at timestamptz not null
);
create index visit_note_by_firm on visit_note (firm_id, visited_on desc);
create index visit_note_by_steward on visit_note (steward_id, id desc);
create trigger visit_note_append_only before update or delete or truncate on visit_note
    for each statement execute function refuse_change();

-- The appeals that a visit brought along.
create table visit_need (
    visit_id text not null references visit_note,
    number integer not null check (number > 0),
    appeal_id text not null unique references appeal,
    primary key (visit_id, number)
);
create trigger visit_need_append_only before update or delete or truncate on visit_need
    for each statement execute function refuse_change();
