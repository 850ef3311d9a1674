-- The monthly round over needs that did not end well: what was concluded for the cases of a unit in a category, who does it by
-- when, and what was done. The cases themselves are read where they are.
create table appeal_round_conclusion (
    month date not null check (extract(day from month) = 1),
    unit_id text not null references organisation,
    category text not null,
    conclusion text not null check (length(conclusion) between 1 and 1000),
    responsible_id text not null references organisation,
    due_at timestamptz not null,
    concluded_by text not null,
    concluded_at timestamptz not null,
    reminded_at timestamptz,
    escalated_at timestamptz,
    done text check (length(done) between 1 and 1000),
    done_by text,
    done_at timestamptz,
    primary key (month, unit_id, category),
    check ((done is null) = (done_at is null))
);
create index appeal_round_conclusion_open on appeal_round_conclusion (due_at) where done_at is null;
