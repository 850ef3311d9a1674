-- A firm's own word for what a job belongs to; empty when it gave none.
alter table job add column project text not null default '' check (length(project) <= 60);
