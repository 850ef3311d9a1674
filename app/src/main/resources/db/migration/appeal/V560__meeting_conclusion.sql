-- How a meeting on the spot ended: who concluded it, when, and what was said in sum.
alter table appeal_meeting
    add column concluded_at timestamptz,
    add column concluded_by text,
    add column conclusion text check (length(conclusion) <= 1000),
    add constraint appeal_meeting_concluded_by_somebody check ((concluded_at is null) = (concluded_by is null));
