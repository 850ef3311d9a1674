-- Papers of a move: handed in with the form, or brought by who did something with a step.
create table move_paper (
    move_id text not null references premises_move,
    act_id text references move_act,
    file_id text not null references stored_file,
    primary key (move_id, file_id)
);
create trigger move_paper_append_only before update or delete or truncate on move_paper
    for each statement execute function refuse_change();
