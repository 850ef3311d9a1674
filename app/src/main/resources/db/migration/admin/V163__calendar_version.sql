-- Versions of a year of the working calendar. The shipped file is version 0; a published version stands in its place from
-- its day on. What is published never changes: going back is a new version.
create table calendar_version (
    id text primary key,
    year integer not null check (year between 2000 and 2100),
    number integer not null check (number > 0),
    state text not null check (state in ('DRAFT', 'IN_REVIEW', 'PUBLISHED', 'DISCARDED')),
    content jsonb not null,
    based_on text not null,
    created_at timestamptz not null,
    created_by text not null,
    created_by_name text not null,
    submitted_at timestamptz,
    reviewed_at timestamptz,
    reviewed_by text,
    reviewed_by_name text,
    review_note text,
    effective_on date,
    -- whether open deadlines were moved when its day came
    applied_at timestamptz,
    unique (year, number),
    check ((state = 'PUBLISHED') = (effective_on is not null))
);
-- one draft at a time, so that nobody publishes over another's work
create unique index calendar_version_open on calendar_version (year) where state in ('DRAFT', 'IN_REVIEW');
create index calendar_version_effective on calendar_version (state, effective_on);
