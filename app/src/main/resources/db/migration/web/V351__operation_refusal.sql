-- Why an operation failed, with the facts of the case, so that its page can say which line of a file is wrong.
alter table operation add column refusal jsonb;
