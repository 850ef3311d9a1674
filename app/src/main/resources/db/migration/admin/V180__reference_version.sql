-- One mechanism for every kind of reference data: calendar years and code tables. A subject is `calendar/2026` or
-- `codes/industry`; what is shipped is version 0 of each.
alter table calendar_version rename to reference_version;
alter table reference_version add column subject text;
update reference_version set subject = 'calendar/' || year;
alter table reference_version alter column subject set not null;
drop index calendar_version_open;
drop index calendar_version_effective;
alter table reference_version drop column year;
alter table reference_version add constraint reference_version_number unique (subject, number);
create unique index reference_version_open on reference_version (subject) where state in ('DRAFT', 'IN_REVIEW');
create index reference_version_effective on reference_version (state, effective_on);
