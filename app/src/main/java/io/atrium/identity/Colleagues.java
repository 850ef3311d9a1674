// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity;

import static io.atrium.jooq.Tables.MEMBERSHIP;
import static io.atrium.jooq.Tables.PERSON;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.atrium.kernel.OrgId;
import io.atrium.kernel.PersonId;
import io.atrium.kernel.access.Role;
import io.atrium.kernel.access.Scope;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Reading who is and who was in an organisation (成员名册), by login.
@Component
public class Colleagues {

    static final int ROWS_MAX = 2_000;

    private final DSLContext database;
    private final InstantSource clock;

    Colleagues(DSLContext database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Colleague> list(Scope scope, OrgId organisation) {
        return list(scope, MEMBERSHIP.ORGANISATION_ID.eq(organisation.value()));
    }

    @Transactional(readOnly = true)
    public Optional<Colleague> find(Scope scope, OrgId organisation, PersonId person) {
        return list(scope, MEMBERSHIP.ORGANISATION_ID.eq(organisation.value()).and(PERSON.ID.eq(person.value())))
                .stream()
                .findFirst();
    }

    private List<Colleague> list(Scope scope, Condition which) {
        var now = clock.instant();
        return database
                .select(PERSON.ID, PERSON.LOGIN, PERSON.NAME, PERSON.DISABLED_AT, PERSON.LAST_SIGN_IN_AT)
                .select(MEMBERSHIP.ROLE, MEMBERSHIP.SINCE, MEMBERSHIP.UNTIL)
                .from(MEMBERSHIP)
                .join(PERSON)
                .on(PERSON.ID.eq(MEMBERSHIP.PERSON_ID))
                .where(which, Scope.condition(scope, MEMBERSHIP.ORGANISATION_ID))
                .orderBy(PERSON.LOGIN, MEMBERSHIP.SINCE, MEMBERSHIP.ROLE)
                .limit(ROWS_MAX)
                .fetchStream()
                .collect(groupingBy(row -> row.get(PERSON.ID), LinkedHashMap::new, toList()))
                .values()
                .stream()
                .map(rows -> colleague(rows, now))
                .toList();
    }

    private static Colleague colleague(List<? extends Record> rows, Instant now) {
        var first = rows.getFirst();
        return new Colleague(
                new PersonId(first.get(PERSON.ID)),
                first.get(PERSON.LOGIN),
                first.get(PERSON.NAME),
                rows.stream().map(row -> span(row, now)).toList(),
                instant(first.get(PERSON.LAST_SIGN_IN_AT)),
                first.get(PERSON.DISABLED_AT) != null);
    }

    private static Colleague.Span span(Record row, Instant now) {
        var until = instant(row.get(MEMBERSHIP.UNTIL));
        return new Colleague.Span(
                Role.valueOf(row.get(MEMBERSHIP.ROLE)),
                row.get(MEMBERSHIP.SINCE).toInstant(),
                until,
                until == null || until.isAfter(now));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
