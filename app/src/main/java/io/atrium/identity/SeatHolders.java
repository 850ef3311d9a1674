// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity;

import static io.atrium.jooq.Tables.SEAT;

import io.atrium.kernel.OrgId;
import io.atrium.kernel.PersonId;
import io.atrium.kernel.access.AccessRules;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Role;
import java.time.InstantSource;
import java.time.ZoneOffset;
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

    /// All who have the permission there.
    @Transactional(readOnly = true)
    public Set<PersonId> with(OrgId organisation, Permission permission) {
        var roles = AccessRules.rolesWith(permission).stream().map(Role::name).toList();
        return persons(
                organisation,
                SEAT.ROLE
                        .in(roles)
                        .and(SEAT.PERMISSIONS
                                .isNull()
                                .or(DSL.val(permission.name()).eq(DSL.any(SEAT.PERMISSIONS)))));
    }

    @Transactional(readOnly = true)
    public boolean includes(OrgId organisation, PersonId person) {
        return !persons(organisation, SEAT.PERSON_ID.eq(person.value())).isEmpty();
    }

    private Set<PersonId> persons(OrgId organisation, Condition which) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        return database.selectDistinct(SEAT.PERSON_ID)
                .from(SEAT)
                .where(
                        SEAT.ORGANISATION_ID.eq(organisation.value()),
                        SEAT.UNTIL.isNull().or(SEAT.UNTIL.gt(now)),
                        which)
                .fetchSet(row -> new PersonId(row.value1()));
    }
}
