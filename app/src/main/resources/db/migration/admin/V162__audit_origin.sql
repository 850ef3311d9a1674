-- From where a change was made: by page, by API or by Atrium itself, and from which address. Older entries do not know.
alter table audit_entry add column origin text;
create index audit_entry_by_person on audit_entry (person_id, id desc);
create index audit_entry_by_action on audit_entry (action, id desc);
create index audit_entry_by_at on audit_entry (at);
