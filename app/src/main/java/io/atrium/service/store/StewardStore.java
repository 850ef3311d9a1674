// SPDX-License-Identifier: Apache-2.0
package io.atrium.service.store;

import static io.atrium.jooq.Tables.STEWARD_CONTACT;
import static io.atrium.jooq.Tables.STEWARD_TERM;

import io.atrium.jooq.tables.records.StewardTermRecord;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.PersonId;
import io.atrium.kernel.access.Scope;
import io.atrium.service.StewardTerm;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// Who looks after which firm, now and before, and how stewards are reached.
@Component
public class StewardStore {

    /// Two at once would give a firm away twice.
    private static final long ASSIGNMENT_LOCK = 0x5354_4557_4152_4453L;

    private final DSLContext database;

    StewardStore(DSLContext database) {
        this.database = database;
    }

    /// Nobody else assigns until the transaction ends.
    public void lock() {
        database.select(DSL.field("pg_advisory_xact_lock({0})", Object.class, DSL.val(ASSIGNMENT_LOCK)))
                .execute();
    }

    public void insert(String id, StewardTerm term) {
        database.insertInto(STEWARD_TERM)
                .set(STEWARD_TERM.ID, id)
                .set(STEWARD_TERM.FIRM_ID, term.firm().value())
                .set(STEWARD_TERM.STEWARD_ID, term.steward().value())
                .set(STEWARD_TERM.STEWARD, term.name())
                .set(STEWARD_TERM.ORGANISATION_ID, term.organisation().value())
                .set(STEWARD_TERM.REASON, term.reason())
                .set(STEWARD_TERM.ASSIGNED_BY, term.by())
                .set(STEWARD_TERM.SINCE, term.since().atOffset(ZoneOffset.UTC))
                .execute();
    }

    public void end(OrgId firm, Instant now) {
        database.update(STEWARD_TERM)
                .set(STEWARD_TERM.UNTIL, now.atOffset(ZoneOffset.UTC))
                .where(STEWARD_TERM.FIRM_ID.eq(firm.value()), STEWARD_TERM.UNTIL.isNull())
                .execute();
    }

    public Optional<StewardTerm> current(Scope scope, OrgId firm) {
        return terms(scope, STEWARD_TERM.FIRM_ID.eq(firm.value()).and(STEWARD_TERM.UNTIL.isNull())).stream()
                .findFirst();
    }

    /// Newest first.
    public List<StewardTerm> history(Scope scope, OrgId firm) {
        return terms(scope, STEWARD_TERM.FIRM_ID.eq(firm.value()));
    }

    /// Of one steward.
    public List<StewardTerm> current(Scope scope, PersonId steward) {
        return terms(scope, STEWARD_TERM.STEWARD_ID.eq(steward.value()).and(STEWARD_TERM.UNTIL.isNull()));
    }

    /// Of all firms that have one.
    public List<StewardTerm> current(Scope scope) {
        return terms(scope, STEWARD_TERM.UNTIL.isNull());
    }

    private List<StewardTerm> terms(Scope scope, Condition which) {
        return database.selectFrom(STEWARD_TERM)
                .where(which, Scope.condition(scope, STEWARD_TERM.FIRM_ID))
                .orderBy(STEWARD_TERM.ID.desc())
                .fetch(StewardStore::view);
    }

    private static StewardTerm view(StewardTermRecord row) {
        return new StewardTerm(
                new OrgId(row.getFirmId()),
                new PersonId(row.getStewardId()),
                row.getSteward(),
                new OrgId(row.getOrganisationId()),
                row.getReason(),
                row.getAssignedBy(),
                row.getSince().toInstant(),
                row.getUntil() == null ? null : row.getUntil().toInstant());
    }

    public void tell(PersonId steward, String contact, Instant now) {
        var at = now.atOffset(ZoneOffset.UTC);
        database.insertInto(STEWARD_CONTACT)
                .set(STEWARD_CONTACT.STEWARD_ID, steward.value())
                .set(STEWARD_CONTACT.CONTACT, contact)
                .set(STEWARD_CONTACT.TOLD_AT, at)
                .onConflict(STEWARD_CONTACT.STEWARD_ID)
                .doUpdate()
                .set(STEWARD_CONTACT.CONTACT, contact)
                .set(STEWARD_CONTACT.TOLD_AT, at)
                .execute();
    }

    public Map<PersonId, String> contacts(Collection<PersonId> stewards) {
        return database.selectFrom(STEWARD_CONTACT)
                .where(STEWARD_CONTACT.STEWARD_ID.in(
                        stewards.stream().map(PersonId::value).toList()))
                .fetchMap(row -> new PersonId(row.getStewardId()), row -> row.getContact());
    }
}
