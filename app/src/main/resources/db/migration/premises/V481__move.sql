-- Moving in and moving out, each as one thing: one form, steps with owners and days.

create table premises_move (
    id text primary key,
    kind text not null check (kind in ('IN', 'OUT')),
    template integer not null check (template > 0),
    firm_id text not null references organisation,
    building_id text not null references building,
    seats integer check (seats between 1 and 9999),
    area numeric(8, 2) check (area > 0),
    wanted_on date not null,
    contact text not null check (length(contact) between 1 and 200),
    notes text not null check (length(notes) <= 1000),
    state text not null check (state in ('RUNNING', 'DONE', 'WITHDRAWN', 'REFUSED')),
    started_by text not null,
    started_at timestamptz not null,
    started_on date not null,
    handed_over_on date,
    ended_on date,
    reason text check (length(reason) between 1 and 1000),
    check ((state = 'RUNNING') = (ended_on is null)),
    check ((state in ('WITHDRAWN', 'REFUSED')) = (reason is not null)),
    check (state <> 'DONE' or handed_over_on is not null)
);
create index premises_move_by_firm on premises_move (firm_id, id desc);
create index premises_move_by_state on premises_move (state, kind, id desc);

alter table occupancy add foreign key (move_id) references premises_move;

-- Rooms that were asked for, or that are left.
create table move_room (
    move_id text not null references premises_move,
    room_id text not null references room,
    primary key (move_id, room_id)
);

create table move_step (
    id text primary key,
    move_id text not null references premises_move,
    code text not null check (length(code) between 1 and 40),
    place integer not null check (place > 0),
    unit_id text not null references organisation,
    state text not null check (state in ('WAITING', 'OPEN', 'RETURNED', 'DONE', 'REFUSED', 'DROPPED')),
    opened_on date,
    counted_from date,
    days integer not null check (days > 0),
    due_on date,
    done_on date,
    reminded_for date,
    missed_for date,
    unique (move_id, code),
    check (state in ('WAITING', 'DROPPED') or due_on is not null),
    check ((due_on is null) = (opened_on is null) and (due_on is null) = (counted_from is null)),
    check ((state = 'DONE') = (done_on is not null))
);
create index move_step_by_unit on move_step (unit_id, move_id);
create index move_step_due on move_step (due_on) where state = 'OPEN';

create table move_act (
    id text primary key,
    step_id text not null references move_step,
    act text not null check (act in ('FINISH', 'RETURN', 'ANSWER', 'REFUSE')),
    words text not null check (length(words) <= 1000),
    by_name text not null,
    organisation_id text not null references organisation,
    at timestamptz not null
);
create index move_act_by_step on move_act (step_id, id);
create trigger move_act_append_only before update or delete or truncate on move_act
    for each statement execute function refuse_change();
