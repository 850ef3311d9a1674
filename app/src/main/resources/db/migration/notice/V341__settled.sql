-- When what a message asked for was done, by whomever: it stays to be read, but nothing is due any more.
alter table notice add column settled_at timestamptz;
create index notice_open_by_href on notice (href) where due_at is not null and settled_at is null;
