-- What a unit helps with, also when it is done: part of what the unit may see.
create index appeal_helper_of_unit on appeal_helper (unit_id, appeal_id);
