-- The audit trail. An entry is written in the transaction of the change; the seal, a hash over the entry and the seal
-- before it, follows within seconds in one writer's order. Neither can be changed or removed.
create table audit_entry (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    person_id text not null,
    person_name text not null,
    organisation_id text not null,
    action text not null,
    subject text not null,
    detail jsonb not null
);
create index audit_entry_by_organisation on audit_entry (organisation_id, id desc);
create index audit_entry_by_subject on audit_entry (subject, id desc);

create table audit_seal (
    position bigint primary key,
    entry_id bigint not null unique references audit_entry,
    previous_hash text not null,
    hash text not null
);

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'table % is append-only', tg_table_name using errcode = 'restrict_violation';
end $$;

create trigger audit_entry_append_only before update or delete or truncate on audit_entry
    for each statement execute function refuse_change();
create trigger audit_seal_append_only before update or delete or truncate on audit_seal
    for each statement execute function refuse_change();
