// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity;

import static io.atrium.jooq.Tables.AUDIT_ENTRY;

import io.atrium.kernel.access.Actor;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.JSONB;
import org.jooq.Row8;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/// The audit trail (审计日志): who did what to which record. An entry joins the caller's transaction, so a change and its
/// entry stand or fall together; [AuditSeals] then chains the entries so that none can be altered unseen.
@Component
public class Audit {

    private final DSLContext database;
    private final JsonMapper json;
    private final InstantSource clock;

    Audit(DSLContext database, JsonMapper json, InstantSource clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    /// @param origin from where it was asked for; whoever writes for several callers says it for each
    /// @param action module and past tense: `voucher.issued`
    /// @param subject id of the record that was changed
    /// @param detail what changed; never secrets, never personal data beyond ids
    public record Entry(Actor actor, AuditOrigin origin, String action, String subject, Map<String, ?> detail) {}

    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Actor actor, String action, String subject, Map<String, ?> detail) {
        recordAll(List.of(new Entry(actor, AuditOrigin.now(), action, subject, detail)));
    }

    /// Several at once, in their order.
    @Transactional(propagation = Propagation.MANDATORY)
    public void recordAll(List<Entry> entries) {
        database.insertInto(AUDIT_ENTRY)
                .columns(
                        AUDIT_ENTRY.AT,
                        AUDIT_ENTRY.PERSON_ID,
                        AUDIT_ENTRY.PERSON_NAME,
                        AUDIT_ENTRY.ORGANISATION_ID,
                        AUDIT_ENTRY.ACTION,
                        AUDIT_ENTRY.SUBJECT,
                        AUDIT_ENTRY.ORIGIN,
                        AUDIT_ENTRY.DETAIL)
                .valuesOfRows(entries.stream().map(this::row).toList())
                .execute();
    }

    private Row8<OffsetDateTime, String, String, String, String, String, String, JSONB> row(Entry entry) {
        var actor = entry.actor();
        return DSL.row(
                clock.instant().atOffset(ZoneOffset.UTC),
                actor.person().value(),
                actor.name(),
                actor.organisation().value(),
                entry.action(),
                entry.subject(),
                entry.origin().toString(),
                JSONB.valueOf(json.writeValueAsString(signed(actor, entry.detail()))));
    }

    /// With the name of the one in whose place the actor acts, so that the trail tells both.
    private static Map<String, ?> signed(Actor actor, Map<String, ?> detail) {
        var acting = actor.actingFor();
        if (acting == null) {
            return detail;
        }
        var signed = new LinkedHashMap<String, Object>(detail);
        signed.put(
                "acting_for",
                Map.of("person", acting.person().value(), "name", acting.name(), "delegation", acting.delegation()));
        return signed;
    }
}
