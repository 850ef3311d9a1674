// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity;

import static io.atrium.jooq.Tables.AUDIT_ENTRY;

import io.atrium.kernel.access.Actor;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jooq.DSLContext;
import org.jooq.JSONB;
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

    /// @param action module and past tense: `voucher.issued`
    /// @param subject id of the record that was changed
    /// @param detail what changed; never secrets, never personal data beyond ids
    @Transactional(propagation = Propagation.MANDATORY)
    public void record(Actor actor, String action, String subject, Map<String, ?> detail) {
        database.insertInto(AUDIT_ENTRY)
                .set(AUDIT_ENTRY.AT, clock.instant().atOffset(ZoneOffset.UTC))
                .set(AUDIT_ENTRY.PERSON_ID, actor.person().value())
                .set(AUDIT_ENTRY.PERSON_NAME, actor.name())
                .set(AUDIT_ENTRY.ORGANISATION_ID, actor.organisation().value())
                .set(AUDIT_ENTRY.ACTION, action)
                .set(AUDIT_ENTRY.SUBJECT, subject)
                .set(AUDIT_ENTRY.ORIGIN, AuditOrigin.now().toString())
                .set(AUDIT_ENTRY.DETAIL, JSONB.valueOf(json.writeValueAsString(signed(actor, detail))))
                .execute();
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
