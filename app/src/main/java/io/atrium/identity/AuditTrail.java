// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity;

import static io.atrium.jooq.Tables.AUDIT_ENTRY;
import static io.atrium.jooq.Tables.AUDIT_SEAL;

import io.atrium.kernel.access.Scope;
import java.time.Instant;
import java.util.List;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Reading the audit trail (查阅审计日志), newest entries first.
@Component
public class AuditTrail {

    private final DSLContext database;

    AuditTrail(DSLContext database) {
        this.database = database;
    }

    /// @param detail JSON
    public record Entry(long id, Instant at, String person, String action, String subject, String detail) {}

    /// @param contains part of an action or a subject; empty for all
    @Transactional(readOnly = true)
    public List<Entry> list(Scope scope, String contains, long offset, int limit) {
        return database.selectFrom(AUDIT_ENTRY)
                .where(matching(scope, contains))
                .orderBy(AUDIT_ENTRY.ID.desc())
                .offset(offset)
                .limit(limit)
                .fetch(row -> new Entry(
                        row.getId(),
                        row.getAt().toInstant(),
                        row.getPersonName(),
                        row.getAction(),
                        row.getSubject(),
                        row.getDetail().data()));
    }

    @Transactional(readOnly = true)
    public int count(Scope scope, String contains) {
        return database.fetchCount(AUDIT_ENTRY, matching(scope, contains));
    }

    @Transactional(readOnly = true)
    public int sealed() {
        return database.fetchCount(AUDIT_SEAL);
    }

    private static Condition matching(Scope scope, String contains) {
        var visible = Scope.condition(scope, AUDIT_ENTRY.ORGANISATION_ID);
        return contains.isEmpty()
                ? visible
                : DSL.and(
                        visible, AUDIT_ENTRY.ACTION.containsIgnoreCase(contains).or(AUDIT_ENTRY.SUBJECT.eq(contains)));
    }
}
