-- The offset of the business clock against the system clock: one row, moved only in the demo.
create table business_clock (
    only_row boolean primary key default true check (only_row),
    offset_seconds bigint not null default 0 check (offset_seconds >= 0)
);
insert into business_clock default values;
