-- What a provider announces of a pool: planned maintenance, and incidents until they are over.
create table pool_notice (
    id text primary key,
    pool_id text not null references pool,
    kind text not null check (kind in ('MAINTENANCE', 'INCIDENT')),
    stops_placement boolean not null,
    words text not null check (length(words) between 1 and 300),
    starts_at timestamptz not null,
    ends_at timestamptz,
    announced_by text not null,
    announced_at timestamptz not null,
    ended_by text,
    ended_at timestamptz,
    check (kind = 'INCIDENT' or ends_at is not null),
    check (ends_at is null or ends_at > starts_at)
);
create index pool_notice_by_pool on pool_notice (pool_id, starts_at desc);
