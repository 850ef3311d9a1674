-- A snapshot of a file that a department handed in: its firms are lines and need not be members here.
alter table policy_snapshot add column file_name text check (char_length(file_name) between 1 and 200);
