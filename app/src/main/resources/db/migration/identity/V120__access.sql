-- Who may come in and for whom: invitations, recovery links, delegations, sign-in elsewhere, and where a person has a seat.
alter table person add column last_sign_in_at timestamptz;

create table invitation (
    id text primary key,
    organisation_id text not null references organisation,
    name text not null check (length(name) between 1 and 100),
    roles text[] not null check (cardinality(roles) > 0),
    secret_hash text not null unique,
    invited_by text not null references person,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    accepted_at timestamptz,
    accepted_by text references person,
    revoked_at timestamptz,
    check (accepted_at is null or revoked_at is null)
);
create index invitation_by_organisation on invitation (organisation_id, id desc);

create table recovery (
    id text primary key,
    person_id text not null references person,
    secret_hash text not null unique,
    issued_by text not null references person,
    created_at timestamptz not null,
    expires_at timestamptz not null,
    used_at timestamptz,
    revoked_at timestamptz
);
create index recovery_by_person on recovery (person_id);

create table delegation (
    id text primary key,
    organisation_id text not null references organisation,
    from_person text not null references person,
    to_person text not null references person,
    permissions text[] not null check (cardinality(permissions) > 0),
    since timestamptz not null,
    until timestamptz not null check (until > since),
    ended_at timestamptz,
    check (from_person <> to_person)
);
create index delegation_by_organisation on delegation (organisation_id, id desc);
create index delegation_by_delegate on delegation (to_person) where ended_at is null;

-- A person at a provider of OpenID Connect. The subject decides, never an e-mail address.
create table linked_subject (
    issuer text not null check (length(issuer) between 1 and 500),
    subject text not null check (length(subject) between 1 and 255),
    person_id text not null references person,
    linked_at timestamptz not null,
    primary key (issuer, subject)
);
create unique index linked_subject_by_person on linked_subject (person_id, issuer);

-- A seat: one person in one organisation with one role, by membership or, narrowed, in the place of somebody who let them.
create view seat as
select m.person_id, p.name as person_name, m.organisation_id, o.name_zh, o.name_en, o.kind, m.role, m.since, m.until,
       null::text as delegation_id, null::text as for_person_id, null::text as for_person_name,
       null::text[] as permissions
from membership m
join person p on p.id = m.person_id
join organisation o on o.id = m.organisation_id
where p.disabled_at is null
union all
select d.to_person, q.name, d.organisation_id, o.name_zh, o.name_en, o.kind, m.role, d.since, least(d.until, m.until),
       d.id, p.id, p.name, d.permissions
from delegation d
join membership m on m.person_id = d.from_person and m.organisation_id = d.organisation_id
join person p on p.id = d.from_person
join person q on q.id = d.to_person
join organisation o on o.id = d.organisation_id
where d.ended_at is null and p.disabled_at is null and q.disabled_at is null;
