-- Buildings, floors and rooms, and which firm sits where since when.

create table building (
    id text primary key,
    operator_id text not null references organisation,
    name text not null check (length(name) between 1 and 60),
    address text not null check (length(address) between 1 and 200),
    added_at timestamptz not null,
    unique (operator_id, name)
);

-- Below the ground a number is negative; there is no floor 0.
create table building_floor (
    building_id text not null references building,
    number integer not null check (number between -9 and 199 and number <> 0),
    primary key (building_id, number)
);

create table room (
    id text primary key,
    building_id text not null,
    floor integer not null,
    number text not null check (length(number) between 1 and 20),
    area numeric(8, 2) not null check (area > 0),
    seats integer not null check (seats between 1 and 9999),
    unique (building_id, number),
    foreign key (building_id, floor) references building_floor
);
create index room_by_floor on room (building_id, floor);

-- Which organisation does what for the firms of a building; where nobody is named, whoever runs the building does.
create table building_office (
    building_id text not null references building,
    office text not null check (length(office) between 1 and 40),
    unit_id text not null references organisation,
    primary key (building_id, office)
);

-- From the first day up to, and without, the day of leaving. Two firms never have one room at a time, whoever writes.
create table occupancy (
    id text primary key,
    room_id text not null references room,
    firm_id text not null references organisation,
    state text not null check (state in ('RESERVED', 'SEATED')),
    since date not null,
    leaves_on date,
    until date,
    move_id text,
    check (until >= since),
    check (state = 'SEATED' or (until is null and leaves_on is null)),
    exclude using gist (room_id with =, daterange(since, until) with &&)
);
create index occupancy_by_room on occupancy (room_id, since desc);
create index occupancy_by_firm on occupancy (firm_id, since desc);
create index occupancy_by_move on occupancy (move_id) where move_id is not null;
