-- Service packs: what the community promised a firm, by whom and by when; in versions.
create table service_pack (
    id text primary key,
    firm_id text not null unique references organisation,
    version integer not null check (version > 0)
);

-- Each version is the whole list; none is ever edited.
create table service_pack_version (
    pack_id text not null references service_pack,
    number integer not null check (number > 0),
    title text not null check (length(title) between 1 and 80),
    reason text not null check (length(reason) between 1 and 500),
    by_name text not null,
    at timestamptz not null,
    primary key (pack_id, number)
);
create trigger service_pack_version_append_only before update or delete or truncate on service_pack_version
    for each statement execute function refuse_change();

-- A promised service through all versions; words, unit and day are those of the version that counts.
create table service_item (
    id text primary key,
    pack_id text not null references service_pack,
    firm_id text not null references organisation,
    words text not null check (length(words) between 1 and 200),
    unit_id text not null references organisation,
    due_on date not null,
    state text not null check (state in ('PROMISED', 'IN_WORK', 'DONE', 'CONFIRMED', 'DROPPED')),
    reminded_for date,
    missed_for date
);
create index service_item_by_pack on service_item (pack_id);
create index service_item_by_unit on service_item (unit_id);
create index service_item_due on service_item (due_on) where state in ('PROMISED', 'IN_WORK');

create table service_line (
    pack_id text not null,
    number integer not null,
    place integer not null check (place > 0),
    item_id text not null references service_item,
    words text not null,
    unit_id text not null references organisation,
    due_on date not null,
    primary key (pack_id, number, item_id),
    foreign key (pack_id, number) references service_pack_version
);
create trigger service_line_append_only before update or delete or truncate on service_line
    for each statement execute function refuse_change();

create table service_step (
    id text primary key,
    item_id text not null references service_item,
    move text not null check (move in ('PROGRESS', 'FINISH', 'CONFIRM', 'REOPEN')),
    words text not null check (length(words) <= 1000),
    by_name text not null,
    organisation_id text not null references organisation,
    at timestamptz not null
);
create index service_step_by_item on service_step (item_id, id);
create trigger service_step_append_only before update or delete or truncate on service_step
    for each statement execute function refuse_change();
