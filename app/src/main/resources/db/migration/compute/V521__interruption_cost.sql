-- When an interrupted run last put something into its checkpoint folder, as far as its engine saw: what it did later is
-- done again. Null for runs of before, of which it is not known.
alter table job_run add column saved_at timestamptz;
