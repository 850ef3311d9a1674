// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity;

import static io.atrium.jooq.Tables.SEAT;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import io.atrium.kernel.OrgId;
import io.atrium.kernel.PersonId;
import io.atrium.kernel.access.AccessRules;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Role;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Map;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Who sits in an organisation now (在任人员), by membership or in the place of somebody else.
@Component
public class SeatHolders {

    private final DSLContext database;
    private final InstantSource clock;

    SeatHolders(DSLContext database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// All who have the permission in one of these organisations, by organisation; none for one where nobody has it.
    @Transactional(readOnly = true)
    public Map<OrgId, Set<PersonId>> with(Collection<OrgId> organisations, Permission permission) {
        var roles = AccessRules.rolesWith(permission).stream().map(Role::name).toList();
        return database
                .selectDistinct(SEAT.ORGANISATION_ID, SEAT.PERSON_ID)
                .from(SEAT)
                .where(
                        SEAT.ORGANISATION_ID.in(
                                organisations.stream().map(OrgId::value).toList()),
                        isHeldNow(),
                        SEAT.ROLE.in(roles),
                        SEAT.PERMISSIONS.isNull().or(DSL.val(permission.name()).eq(DSL.any(SEAT.PERMISSIONS))))
                .fetch()
                .stream()
                .collect(groupingBy(
                        row -> new OrgId(row.value1()), mapping(row -> new PersonId(row.value2()), toSet())));
    }

    @Transactional(readOnly = true)
    public boolean includes(OrgId organisation, PersonId person) {
        return database.fetchExists(
                SEAT,
                SEAT.ORGANISATION_ID
                        .eq(organisation.value())
                        .and(SEAT.PERSON_ID.eq(person.value()))
                        .and(isHeldNow()));
    }

    private Condition isHeldNow() {
        return SEAT.UNTIL.isNull().or(SEAT.UNTIL.gt(clock.instant().atOffset(ZoneOffset.UTC)));
    }
}
