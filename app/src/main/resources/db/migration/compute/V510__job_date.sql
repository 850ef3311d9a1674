-- A job with a date (完成期限): when its firm wants it done. It orders the firm's own jobs and stops none.
alter table job
    add column needed_by timestamptz,
    -- when its firm was told that it will not be done by then
    add column told_late_at timestamptz;
