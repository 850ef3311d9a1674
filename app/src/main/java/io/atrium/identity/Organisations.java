// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity;

import static io.atrium.jooq.Tables.MEMBERSHIP;
import static io.atrium.jooq.Tables.ORGANISATION;
import static io.atrium.jooq.Tables.PERSON;

import io.atrium.jooq.tables.records.OrganisationRecord;
import io.atrium.kernel.Ids;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.PersonId;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Role;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The front door of identity: organisations (组织) and their members (成员).
@Component
public class Organisations {

    private final DSLContext database;
    private final Ids ids;
    private final InstantSource clock;
    private final PasswordEncoder passwords;

    Organisations(DSLContext database, Ids ids, InstantSource clock, PasswordEncoder passwords) {
        this.database = database;
        this.ids = ids;
        this.clock = clock;
        this.passwords = passwords;
    }

    /// Registers an organisation; one with the same unified code (or, without a code, the same kind and Chinese name)
    /// is found again and left as it is.
    @Transactional
    public OrgId register(RegisterOrganisation command) {
        return sameOrganisation(command).orElseGet(() -> insert(command));
    }

    /// Gives a person a role, making the person if the login is new. An existing person keeps name and password.
    @Transactional
    public PersonId addMember(AddMember command) {
        var person = personByLogin(command.login()).orElseGet(() -> insert(command));
        give(person, command.organisation(), command.roles());
        return person;
    }

    /// A role that the person still has is left as it is; one that had ended begins anew.
    void give(PersonId person, OrgId organisation, Set<Role> roles) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        for (var role : roles) {
            database.insertInto(MEMBERSHIP)
                    .set(MEMBERSHIP.PERSON_ID, person.value())
                    .set(MEMBERSHIP.ORGANISATION_ID, organisation.value())
                    .set(MEMBERSHIP.ROLE, role.name())
                    .set(MEMBERSHIP.SINCE, now)
                    .onConflict(MEMBERSHIP.PERSON_ID, MEMBERSHIP.ORGANISATION_ID, MEMBERSHIP.ROLE)
                    .doUpdate()
                    .set(MEMBERSHIP.SINCE, now)
                    .setNull(MEMBERSHIP.UNTIL)
                    .where(MEMBERSHIP.UNTIL.le(now))
                    .execute();
        }
    }

    @Transactional(readOnly = true)
    public Optional<OrganisationView> find(OrgId id) {
        return database.selectFrom(ORGANISATION)
                .where(ORGANISATION.ID.eq(id.value()))
                .fetchOptional(Organisations::view);
    }

    /// Many at once, for lists; those that are not there are left out.
    @Transactional(readOnly = true)
    public List<OrganisationView> findAll(Collection<OrgId> ids) {
        return database.selectFrom(ORGANISATION)
                .where(ORGANISATION.ID.in(ids.stream().map(OrgId::value).toList()))
                .fetch(Organisations::view);
    }

    @Transactional(readOnly = true)
    public Optional<OrganisationView> findByCode(String unifiedCode) {
        return database.selectFrom(ORGANISATION)
                .where(ORGANISATION.UNIFIED_CODE.eq(unifiedCode))
                .fetchOptional(Organisations::view);
    }

    /// Firms by their unified codes; codes of none, or of another kind of organisation, are left out.
    @Transactional(readOnly = true)
    public Map<String, OrgId> firmsByCode(Collection<String> unifiedCodes) {
        return database.select(ORGANISATION.UNIFIED_CODE, ORGANISATION.ID)
                .from(ORGANISATION)
                .where(ORGANISATION.UNIFIED_CODE.in(unifiedCodes), ORGANISATION.KIND.eq(OrgKind.FIRM.name()))
                .fetchMap(row -> row.value1(), row -> new OrgId(row.value2()));
    }

    /// All organisations of a kind, oldest first.
    @Transactional(readOnly = true)
    public List<OrganisationView> list(OrgKind kind) {
        return database.selectFrom(ORGANISATION)
                .where(ORGANISATION.KIND.eq(kind.name()))
                .orderBy(ORGANISATION.ID)
                .fetch(Organisations::view);
    }

    @Transactional(readOnly = true)
    public List<MemberView> members(OrgId organisation) {
        return database.select(PERSON.ID, PERSON.LOGIN, PERSON.NAME, MEMBERSHIP.ROLE)
                .from(MEMBERSHIP)
                .join(PERSON)
                .on(PERSON.ID.eq(MEMBERSHIP.PERSON_ID))
                .where(MEMBERSHIP.ORGANISATION_ID.eq(organisation.value()))
                .and(MEMBERSHIP
                        .UNTIL
                        .isNull()
                        .or(MEMBERSHIP.UNTIL.gt(clock.instant().atOffset(ZoneOffset.UTC))))
                .orderBy(PERSON.LOGIN, MEMBERSHIP.ROLE)
                .fetch(row -> new MemberView(
                        new PersonId(row.value1()), row.value2(), row.value3(), Role.valueOf(row.value4())));
    }

    private Optional<OrgId> sameOrganisation(RegisterOrganisation command) {
        var same = command.unifiedCode() == null
                ? ORGANISATION
                        .KIND
                        .eq(command.kind().name())
                        .and(ORGANISATION.NAME_ZH.eq(command.nameZh()))
                        .and(ORGANISATION.UNIFIED_CODE.isNull())
                : ORGANISATION.UNIFIED_CODE.eq(command.unifiedCode());
        return database.select(ORGANISATION.ID)
                .from(ORGANISATION)
                .where(same)
                .fetchOptional(row -> new OrgId(row.value1()));
    }

    private OrgId insert(RegisterOrganisation command) {
        var id = new OrgId(ids.next(OrgId.PREFIX));
        database.insertInto(ORGANISATION)
                .set(ORGANISATION.ID, id.value())
                .set(ORGANISATION.KIND, command.kind().name())
                .set(ORGANISATION.NAME_ZH, command.nameZh())
                .set(ORGANISATION.NAME_EN, command.nameEn())
                .set(ORGANISATION.UNIFIED_CODE, command.unifiedCode())
                .set(ORGANISATION.REGISTERED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .execute();
        return id;
    }

    private Optional<PersonId> personByLogin(String login) {
        return database.select(PERSON.ID)
                .from(PERSON)
                .where(PERSON.LOGIN.eq(login))
                .fetchOptional(row -> new PersonId(row.value1()));
    }

    private PersonId insert(AddMember command) {
        var id = new PersonId(ids.next(PersonId.PREFIX));
        database.insertInto(PERSON)
                .set(PERSON.ID, id.value())
                .set(PERSON.LOGIN, command.login())
                .set(PERSON.NAME, command.name())
                .set(PERSON.PASSWORD_HASH, passwords.encode(command.password()))
                .set(PERSON.IS_PERSONA, command.isPersona())
                .set(PERSON.CREATED_AT, clock.instant().atOffset(ZoneOffset.UTC))
                .execute();
        return id;
    }

    private static OrganisationView view(OrganisationRecord row) {
        return new OrganisationView(
                new OrgId(row.getId()),
                OrgKind.valueOf(row.getKind()),
                row.getNameZh(),
                row.getNameEn(),
                row.getUnifiedCode());
    }
}
