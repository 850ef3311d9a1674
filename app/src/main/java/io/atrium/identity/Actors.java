// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity;

import static io.atrium.jooq.Tables.MEMBERSHIP;
import static io.atrium.jooq.Tables.ORGANISATION;
import static io.atrium.jooq.Tables.PERSON;

import io.atrium.kernel.OrgId;
import io.atrium.kernel.PersonId;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Role;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Makes the [Actor] of a request anew from the database, so that a role taken away is gone with the next request.
@Component
public class Actors {

    private final DSLContext database;
    private final InstantSource clock;

    Actors(DSLContext database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// The person acting for the organisation, with every permission of their roles; empty without a valid role there.
    @Transactional(readOnly = true)
    public Optional<Actor> find(PersonId person, OrgId organisation) {
        return find(person, organisation, EnumSet.allOf(Permission.class));
    }

    /// As above, narrowed to `limits` (the scopes of an API token).
    @Transactional(readOnly = true)
    public Optional<Actor> find(PersonId person, OrgId organisation, Set<Permission> limits) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        var rows = database.select(PERSON.NAME, ORGANISATION.NAME_ZH, ORGANISATION.KIND, MEMBERSHIP.ROLE)
                .from(MEMBERSHIP)
                .join(PERSON)
                .on(PERSON.ID.eq(MEMBERSHIP.PERSON_ID))
                .join(ORGANISATION)
                .on(ORGANISATION.ID.eq(MEMBERSHIP.ORGANISATION_ID))
                .where(
                        MEMBERSHIP.PERSON_ID.eq(person.value()),
                        MEMBERSHIP.ORGANISATION_ID.eq(organisation.value()),
                        PERSON.DISABLED_AT.isNull(),
                        MEMBERSHIP.UNTIL.isNull().or(MEMBERSHIP.UNTIL.gt(now)))
                .fetch();
        if (rows.isEmpty()) {
            return Optional.empty();
        }
        var first = rows.getFirst();
        var roles = rows.stream().map(row -> Role.valueOf(row.value4())).collect(Collectors.toUnmodifiableSet());
        return Optional.of(new Actor(
                person,
                first.value1(),
                organisation,
                first.value2(),
                OrgKind.valueOf(first.value3()),
                roles,
                Set.copyOf(limits)));
    }

    /// The organisation that a person acts for after signing in: the one they joined first.
    @Transactional(readOnly = true)
    public Optional<OrgId> firstOrganisation(PersonId person) {
        return database.select(MEMBERSHIP.ORGANISATION_ID)
                .from(MEMBERSHIP)
                .where(MEMBERSHIP.PERSON_ID.eq(person.value()))
                .orderBy(MEMBERSHIP.SINCE, MEMBERSHIP.ORGANISATION_ID)
                .limit(1)
                .fetchOptional(row -> new OrgId(row.value1()));
    }
}
