-- Which body may read which groups of facts of a firm, why and until when. Nothing here is changed or removed: a consent
-- ends by a row of its own.
create table consent (
    id text primary key,
    organisation_id text not null references company,
    body_id text not null references organisation,
    purpose text not null,
    valid_until date not null,
    granted_by text not null,
    granted_by_name text not null,
    granted_at timestamptz not null
);
create index consent_of_firm on consent (organisation_id, granted_at desc);
create index consent_of_body on consent (body_id, organisation_id);

create table consent_group (
    consent_id text not null references consent,
    fact_group text not null,
    primary key (consent_id, fact_group)
);

create table consent_end (
    consent_id text primary key references consent,
    ended_by text not null,
    ended_by_name text not null,
    ended_at timestamptz not null
);

create function consent_is_append_only() returns trigger language plpgsql as $$
begin
    raise exception 'the consent ledger is append-only';
end $$;
create trigger consent_append_only before update or delete on consent
    for each statement execute function consent_is_append_only();
create trigger consent_group_append_only before update or delete on consent_group
    for each statement execute function consent_is_append_only();
create trigger consent_end_append_only before update or delete on consent_end
    for each statement execute function consent_is_append_only();
