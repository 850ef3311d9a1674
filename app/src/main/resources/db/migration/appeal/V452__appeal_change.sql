-- A number that grows with every change of an appeal, so that an index of cases can follow.
create sequence appeal_change;
alter table appeal
    add column change bigint not null default nextval('appeal_change'),
    add column changed_at timestamptz not null default clock_timestamp();
create index appeal_by_change on appeal (change);
