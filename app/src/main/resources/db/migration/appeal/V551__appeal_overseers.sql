-- Who goes on seeing an appeal that is not, or no longer, theirs: the unit it was escalated to, and the one whose answer is redone.
alter table appeal
    add column overseer_id text references organisation,
    add column former_unit_id text references organisation;
create index appeal_by_overseer on appeal (overseer_id, id desc) where overseer_id is not null;
create index appeal_by_former_unit on appeal (former_unit_id, id desc) where former_unit_id is not null;

-- A helper's own date: reminded of and missed once for each date.
alter table appeal_helper
    add column reminded_for timestamptz,
    add column missed_for timestamptz;
create index appeal_helper_due on appeal_helper (due_at) where done_at is null;
