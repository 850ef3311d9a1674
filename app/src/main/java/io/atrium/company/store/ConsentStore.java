// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.store;

import static io.atrium.jooq.Tables.COMPANY;
import static io.atrium.jooq.Tables.CONSENT;
import static io.atrium.jooq.Tables.CONSENT_END;
import static io.atrium.jooq.Tables.CONSENT_GROUP;
import static io.atrium.jooq.Tables.ORGANISATION;

import io.atrium.company.CompanyView;
import io.atrium.company.ConsentId;
import io.atrium.company.ConsentView;
import io.atrium.company.GrantConsent;
import io.atrium.identity.OrganisationView;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Scope;
import io.atrium.kernel.clock.BusinessClock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;

/// The consent ledger as rows; it only grows.
@Component
public class ConsentStore {

    private static final Field<String[]> GROUPS =
            DSL.field(DSL.select(DSL.arrayAgg(CONSENT_GROUP.FACT_GROUP).orderBy(CONSENT_GROUP.FACT_GROUP))
                    .from(CONSENT_GROUP)
                    .where(CONSENT_GROUP.CONSENT_ID.eq(CONSENT.ID)));

    private final DSLContext database;

    ConsentStore(DSLContext database) {
        this.database = database;
    }

    public void grant(ConsentId id, GrantConsent command, Instant at) {
        database.insertInto(CONSENT)
                .set(CONSENT.ID, id.value())
                .set(CONSENT.ORGANISATION_ID, command.actor().organisation().value())
                .set(CONSENT.BODY_ID, command.body().value())
                .set(CONSENT.PURPOSE, command.purpose().strip())
                .set(CONSENT.VALID_UNTIL, command.until())
                .set(CONSENT.GRANTED_BY, command.actor().person().value())
                .set(CONSENT.GRANTED_BY_NAME, command.actor().name())
                .set(CONSENT.GRANTED_AT, at.atOffset(ZoneOffset.UTC))
                .execute();
        command.groups()
                .forEach(group -> database.insertInto(CONSENT_GROUP)
                        .values(id.value(), group)
                        .execute());
    }

    /// Whether it ended by this; it had ended before otherwise.
    public boolean end(ConsentId id, Actor by, Instant at) {
        return database.insertInto(CONSENT_END)
                        .values(id.value(), by.person().value(), by.name(), at.atOffset(ZoneOffset.UTC))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    public Optional<ConsentView> find(Scope scope, ConsentId id) {
        return list(DSL.and(CONSENT.ID.eq(id.value()), Scope.condition(scope, CONSENT.ORGANISATION_ID))).stream()
                .findFirst();
    }

    /// Of a firm, newest first.
    public List<ConsentView> ofFirm(Scope scope, OrgId firm) {
        return list(DSL.and(CONSENT.ORGANISATION_ID.eq(firm.value()), Scope.condition(scope, CONSENT.ORGANISATION_ID)));
    }

    /// Given to a body, newest first: given, revoked or run out since a day.
    public List<ConsentView> changed(Scope body, LocalDate since, LocalDate today) {
        var start = since.atStartOfDay(BusinessClock.ZONE).toOffsetDateTime();
        return list(DSL.and(
                Scope.condition(body, CONSENT.BODY_ID),
                DSL.or(
                        CONSENT.GRANTED_AT.ge(start),
                        CONSENT_END.ENDED_AT.ge(start),
                        CONSENT.VALID_UNTIL.between(since, today.minusDays(1)))));
    }

    /// Given to a body and holding, with their last day not after another.
    public List<ConsentView> ending(Scope body, LocalDate today, LocalDate until) {
        return list(DSL.and(Scope.condition(body, CONSENT.BODY_ID), holds(today), CONSENT.VALID_UNTIL.le(until)));
    }

    /// Groups of facts that a body may read of a firm on a day; none where it may not read the firm at all.
    public Set<String> groups(Scope body, OrgId firm, LocalDate day) {
        return database.selectDistinct(CONSENT_GROUP.FACT_GROUP)
                .from(CONSENT)
                .join(CONSENT_GROUP)
                .on(CONSENT_GROUP.CONSENT_ID.eq(CONSENT.ID))
                .where(CONSENT.ORGANISATION_ID.eq(firm.value()), holds(day), Scope.condition(body, CONSENT.BODY_ID))
                .fetchSet(CONSENT_GROUP.FACT_GROUP);
    }

    /// Firms that let a body read something on a day, by name.
    public List<CompanyView> firms(Scope body, LocalDate day, int offset, int limit) {
        return database.selectFrom(COMPANY)
                .where(consented(body, day))
                .orderBy(COMPANY.NAME_ZH.collate("zh-x-icu"), COMPANY.ORGANISATION_ID)
                .offset(offset)
                .limit(limit)
                .fetch(CompanyStore::view);
    }

    public int countFirms(Scope body, LocalDate day) {
        return database.fetchCount(COMPANY, consented(body, day));
    }

    private static Condition consented(Scope body, LocalDate day) {
        return DSL.exists(DSL.selectOne()
                .from(CONSENT)
                .where(
                        CONSENT.ORGANISATION_ID.eq(COMPANY.ORGANISATION_ID),
                        holds(day),
                        Scope.condition(body, CONSENT.BODY_ID)));
    }

    private static Condition holds(LocalDate day) {
        return CONSENT.VALID_UNTIL
                .ge(day)
                .andNotExists(DSL.selectOne().from(CONSENT_END).where(CONSENT_END.CONSENT_ID.eq(CONSENT.ID)));
    }

    private List<ConsentView> list(Condition condition) {
        return database.select(CONSENT.asterisk(), ORGANISATION.asterisk(), CONSENT_END.asterisk(), GROUPS.as("groups"))
                .from(CONSENT)
                .join(ORGANISATION)
                .on(ORGANISATION.ID.eq(CONSENT.BODY_ID))
                .leftJoin(CONSENT_END)
                .on(CONSENT_END.CONSENT_ID.eq(CONSENT.ID))
                .where(condition)
                .orderBy(CONSENT.GRANTED_AT.desc(), CONSENT.ID.desc())
                .fetch(ConsentStore::view);
    }

    private static ConsentView view(Record row) {
        var endedAt = row.get(CONSENT_END.ENDED_AT);
        return new ConsentView(
                new ConsentId(row.get(CONSENT.ID)),
                new OrgId(row.get(CONSENT.ORGANISATION_ID)),
                new OrganisationView(
                        new OrgId(row.get(ORGANISATION.ID)),
                        OrgKind.valueOf(row.get(ORGANISATION.KIND)),
                        row.get(ORGANISATION.NAME_ZH),
                        row.get(ORGANISATION.NAME_EN),
                        row.get(ORGANISATION.UNIFIED_CODE)),
                Arrays.asList(row.get("groups", String[].class)),
                row.get(CONSENT.PURPOSE),
                row.get(CONSENT.VALID_UNTIL),
                row.get(CONSENT.GRANTED_BY_NAME),
                row.get(CONSENT.GRANTED_AT).toInstant(),
                endedAt == null ? null : new ConsentView.End(row.get(CONSENT_END.ENDED_BY_NAME), endedAt.toInstant()));
    }
}
