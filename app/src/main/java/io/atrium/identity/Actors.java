// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity;

import static io.atrium.jooq.Tables.SEAT;
import static java.util.stream.Collectors.toUnmodifiableSet;

import io.atrium.jooq.tables.records.SeatRecord;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.PersonId;
import io.atrium.kernel.access.ActingFor;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Role;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Makes the [Actor] of a request anew from the database, so that a role taken away is gone with the next request.
/// Every request asks, in one statement, which needs no transaction of its own.
@Component
public class Actors {

    private final DSLContext database;
    private final InstantSource clock;

    Actors(DSLContext database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    /// The person acting for the organisation, with every permission of their roles; empty without a valid role there.
    public Optional<Actor> find(PersonId person, OrgId organisation) {
        return find(person, organisation, EnumSet.allOf(Permission.class));
    }

    /// As above, narrowed to `limits` (the scopes of an API token).
    public Optional<Actor> find(PersonId person, OrgId organisation, Set<Permission> limits) {
        return seats(person).member(organisation, Set.copyOf(limits));
    }

    /// Every organisation that the person may act for now; none for a person who is disabled.
    public Seats seats(PersonId person) {
        var rows = database.selectFrom(SEAT)
                .where(SEAT.PERSON_ID.eq(person.value()))
                .and(SEAT.UNTIL.isNull().or(SEAT.UNTIL.gt(clock.instant().atOffset(ZoneOffset.UTC))))
                .orderBy(SEAT.DELEGATION_ID.asc().nullsFirst(), SEAT.SINCE, SEAT.ORGANISATION_ID)
                .fetch();
        var byOrganisation = new LinkedHashMap<String, List<SeatRecord>>();
        for (var row : rows) { // the first kind of seat decides: who is a member acts in their own name
            var seat = byOrganisation.computeIfAbsent(row.getOrganisationId(), _ -> new ArrayList<>());
            if (seat.isEmpty() || same(seat.getFirst().getDelegationId(), row.getDelegationId())) {
                seat.add(row);
            }
        }
        var name = rows.isEmpty() ? "" : rows.getFirst().getPersonName();
        return new Seats(
                person, name, byOrganisation.values().stream().map(Actors::seat).toList());
    }

    private static boolean same(@Nullable String one, @Nullable String other) {
        return Objects.equals(one, other);
    }

    private static Seat seat(List<SeatRecord> rows) {
        var first = rows.getFirst();
        var roles = rows.stream().map(row -> Role.valueOf(row.getRole())).collect(toUnmodifiableSet());
        return new Seat(
                new OrgId(first.getOrganisationId()),
                first.getNameZh(),
                first.getNameEn(),
                OrgKind.valueOf(first.getKind()),
                roles,
                limits(first),
                actingFor(first));
    }

    private static Set<Permission> limits(SeatRecord row) {
        return row.getPermissions() == null
                ? Set.copyOf(EnumSet.allOf(Permission.class))
                : Arrays.stream(row.getPermissions()).map(Permission::valueOf).collect(toUnmodifiableSet());
    }

    private static @Nullable ActingFor actingFor(SeatRecord row) {
        return row.getDelegationId() == null
                ? null
                : new ActingFor(
                        row.getDelegationId(),
                        new PersonId(row.getForPersonId()),
                        row.getForPersonName(),
                        row.getUntil().toInstant());
    }
}
