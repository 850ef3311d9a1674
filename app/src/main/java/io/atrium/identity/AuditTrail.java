// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity;

import static io.atrium.jooq.Tables.AUDIT_ENTRY;
import static io.atrium.jooq.Tables.AUDIT_SEAL;
import static io.atrium.jooq.Tables.ORGANISATION;

import io.atrium.kernel.access.Scope;
import io.atrium.kernel.clock.BusinessClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Reading the audit trail (查阅审计日志), newest entries first.
@Component
public class AuditTrail {

    private static final int ACTIONS_MAX = 300;

    private final DSLContext database;

    AuditTrail(DSLContext database) {
        this.database = database;
    }

    /// @param organisation the Chinese name; the id where it is nobody's, as the system's own
    /// @param detail JSON
    /// @param origin null for entries from before it was kept
    public record Entry(
            long id,
            Instant at,
            String person,
            String organisation,
            String action,
            String subject,
            String detail,
            @Nullable AuditOrigin origin) {}

    @Transactional(readOnly = true)
    public List<Entry> list(Scope scope, AuditFilter filter, long offset, int limit) {
        return database.select(AUDIT_ENTRY.fields())
                .select(DSL.coalesce(ORGANISATION.NAME_ZH, AUDIT_ENTRY.ORGANISATION_ID)
                        .as(ORGANISATION.NAME_ZH))
                .from(AUDIT_ENTRY)
                .leftJoin(ORGANISATION)
                .on(ORGANISATION.ID.eq(AUDIT_ENTRY.ORGANISATION_ID))
                .where(matching(scope, filter))
                .orderBy(AUDIT_ENTRY.ID.desc())
                .offset(offset)
                .limit(limit)
                .fetch(AuditTrail::entry);
    }

    @Transactional(readOnly = true)
    public int count(Scope scope, AuditFilter filter) {
        return database.fetchCount(database.selectOne()
                .from(AUDIT_ENTRY)
                .leftJoin(ORGANISATION)
                .on(ORGANISATION.ID.eq(AUDIT_ENTRY.ORGANISATION_ID))
                .where(matching(scope, filter)));
    }

    /// The newest of these entries about one record, for whoever may change that record and asks who did last.
    @Transactional(readOnly = true)
    public Optional<Entry> last(Scope scope, String subject, String action) {
        return list(scope, AuditFilter.ALL.about(subject, action), 0, 1).stream()
                .findFirst();
    }

    /// Every action that stands in the trail.
    @Transactional(readOnly = true)
    public List<String> actions(Scope scope) {
        return database.selectDistinct(AUDIT_ENTRY.ACTION)
                .from(AUDIT_ENTRY)
                .where(Scope.condition(scope, AUDIT_ENTRY.ORGANISATION_ID))
                .orderBy(AUDIT_ENTRY.ACTION)
                .limit(ACTIONS_MAX)
                .fetch(AUDIT_ENTRY.ACTION);
    }

    @Transactional(readOnly = true)
    public int sealed() {
        return database.fetchCount(AUDIT_SEAL);
    }

    private static Condition matching(Scope scope, AuditFilter filter) {
        var conditions = new ArrayList<Condition>();
        conditions.add(Scope.condition(scope, AUDIT_ENTRY.ORGANISATION_ID));
        if (!filter.person().isEmpty()) {
            conditions.add(AUDIT_ENTRY
                    .PERSON_NAME
                    .containsIgnoreCase(filter.person())
                    .or(AUDIT_ENTRY.PERSON_ID.eq(filter.person())));
        }
        if (!filter.organisation().isEmpty()) {
            conditions.add(ORGANISATION
                    .NAME_ZH
                    .containsIgnoreCase(filter.organisation())
                    .or(ORGANISATION.NAME_EN.containsIgnoreCase(filter.organisation()))
                    .or(AUDIT_ENTRY.ORGANISATION_ID.eq(filter.organisation())));
        }
        if (!filter.action().isEmpty()) {
            conditions.add(AUDIT_ENTRY.ACTION.eq(filter.action()));
        }
        if (!filter.subject().isEmpty()) {
            conditions.add(AUDIT_ENTRY.SUBJECT.eq(filter.subject()));
        }
        if (filter.from() != null) {
            conditions.add(AUDIT_ENTRY.AT.ge(start(filter.from())));
        }
        if (filter.to() != null) {
            conditions.add(AUDIT_ENTRY.AT.lt(start(filter.to().plusDays(1))));
        }
        return DSL.and(conditions);
    }

    private static OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay(BusinessClock.ZONE).toOffsetDateTime();
    }

    private static Entry entry(Record row) {
        return new Entry(
                row.get(AUDIT_ENTRY.ID),
                row.get(AUDIT_ENTRY.AT).toInstant(),
                row.get(AUDIT_ENTRY.PERSON_NAME),
                row.get(ORGANISATION.NAME_ZH.getName(), String.class),
                row.get(AUDIT_ENTRY.ACTION),
                row.get(AUDIT_ENTRY.SUBJECT),
                row.get(AUDIT_ENTRY.DETAIL).data(),
                AuditOrigin.read(row.get(AUDIT_ENTRY.ORIGIN)));
    }
}
