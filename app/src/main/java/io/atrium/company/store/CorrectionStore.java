// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.store;

import static io.atrium.jooq.Tables.COMPANY;
import static io.atrium.jooq.Tables.CORRECTION;
import static io.atrium.jooq.Tables.CORRECTION_EVIDENCE;

import io.atrium.company.CorrectionFilter;
import io.atrium.company.CorrectionId;
import io.atrium.company.CorrectionState;
import io.atrium.company.CorrectionView;
import io.atrium.files.FileId;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Scope;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Record;
import org.jooq.SelectOnConditionStep;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Correction requests as rows.
@Component
public class CorrectionStore {

    private final DSLContext database;

    CorrectionStore(DSLContext database) {
        this.database = database;
    }

    /// Whether it was written: it is not where the same fact has an open request already.
    public boolean insert(CorrectionView correction, Actor by) {
        int written = database.insertInto(CORRECTION)
                .set(CORRECTION.ID, correction.id().value())
                .set(CORRECTION.ORGANISATION_ID, correction.firm().id().value())
                .set(CORRECTION.FACT_KEY, correction.factKey())
                .set(CORRECTION.YEAR, correction.year())
                .set(CORRECTION.VALUE, correction.value())
                .set(CORRECTION.SINCE, correction.since())
                .set(CORRECTION.REASON, correction.reason())
                .set(CORRECTION.REQUESTED_BY, by.person().value())
                .set(CORRECTION.REQUESTED_BY_NAME, by.name())
                .set(CORRECTION.REQUESTED_AT, correction.requestedAt().atOffset(ZoneOffset.UTC))
                .set(CORRECTION.KNOWN_AT, correction.knownAt().atOffset(ZoneOffset.UTC))
                .set(CORRECTION.DUE_AT, correction.dueAt().atOffset(ZoneOffset.UTC))
                .onConflictDoNothing()
                .execute();
        for (int i = 0; written == 1 && i < correction.evidence().size(); i++) {
            database.insertInto(CORRECTION_EVIDENCE)
                    .values(
                            correction.id().value(),
                            i,
                            correction.evidence().get(i).value())
                    .execute();
        }
        return written == 1;
    }

    /// The open request about a fact, if there is one.
    public Optional<CorrectionId> open(OrgId firm, String factKey, @Nullable Integer year) {
        return database.select(CORRECTION.ID)
                .from(CORRECTION)
                .where(
                        CORRECTION.ORGANISATION_ID.eq(firm.value()),
                        CORRECTION.FACT_KEY.eq(factKey),
                        CORRECTION.YEAR.isNotDistinctFrom(year),
                        CORRECTION.STATE.eq(CorrectionState.OPEN.name()))
                .fetchOptional(row -> new CorrectionId(row.value1()));
    }

    public Optional<CorrectionView> find(Scope scope, CorrectionId id) {
        return select().where(CORRECTION.ID.eq(id.value()), Scope.condition(scope, CORRECTION.ORGANISATION_ID))
                .fetchOptional(CorrectionStore::view);
    }

    /// Locks the row, so that one decision waits for the other and then sees it.
    public Optional<CorrectionView> lock(Scope scope, CorrectionId id) {
        return select().where(CORRECTION.ID.eq(id.value()), Scope.condition(scope, CORRECTION.ORGANISATION_ID))
                .forUpdate()
                .of(CORRECTION)
                .fetchOptional(CorrectionStore::view);
    }

    public List<FileId> evidence(CorrectionId id) {
        return database.select(CORRECTION_EVIDENCE.FILE_ID)
                .from(CORRECTION_EVIDENCE)
                .where(CORRECTION_EVIDENCE.CORRECTION_ID.eq(id.value()))
                .orderBy(CORRECTION_EVIDENCE.POSITION)
                .fetch(row -> new FileId(row.value1()));
    }

    /// Open ones first, by deadline; then those that ended, newest first.
    public List<CorrectionView> list(Scope scope, CorrectionFilter filter, int offset, int limit) {
        var isOpen = CORRECTION.STATE.eq(CorrectionState.OPEN.name());
        return select().where(matching(scope, filter))
                .orderBy(
                        DSL.when(isOpen, 0).otherwise(1),
                        DSL.when(isOpen, CORRECTION.DUE_AT),
                        CORRECTION.REQUESTED_AT.desc(),
                        CORRECTION.ID.desc())
                .limit(limit)
                .offset(offset)
                .fetch(CorrectionStore::view);
    }

    /// By id, for the API's cursor.
    public List<CorrectionView> listAfter(Scope scope, String afterId, int limit) {
        return select().where(Scope.condition(scope, CORRECTION.ORGANISATION_ID), CORRECTION.ID.gt(afterId))
                .orderBy(CORRECTION.ID)
                .limit(limit)
                .fetch(CorrectionStore::view);
    }

    public List<CorrectionView> ofFirm(Scope scope, OrgId firm, int limit) {
        return select().where(
                        Scope.condition(scope, CORRECTION.ORGANISATION_ID), CORRECTION.ORGANISATION_ID.eq(firm.value()))
                .orderBy(CORRECTION.REQUESTED_AT.desc(), CORRECTION.ID.desc())
                .limit(limit)
                .fetch(CorrectionStore::view);
    }

    public int count(Scope scope, CorrectionFilter filter) {
        return database.fetchCount(select().where(matching(scope, filter)));
    }

    public void end(CorrectionId id, CorrectionState state, Actor by, Instant at, @Nullable String reason) {
        database.update(CORRECTION)
                .set(CORRECTION.STATE, state.name())
                .set(CORRECTION.DECIDED_BY, by.person().value())
                .set(CORRECTION.DECIDED_BY_NAME, by.name())
                .set(CORRECTION.DECIDED_BY_ORGANISATION, by.organisationName())
                .set(CORRECTION.DECIDED_AT, at.atOffset(ZoneOffset.UTC))
                .set(CORRECTION.DECISION_REASON, reason)
                .where(CORRECTION.ID.eq(id.value()))
                .execute();
    }

    private SelectOnConditionStep<Record> select() {
        return database.select()
                .from(CORRECTION)
                .join(COMPANY)
                .on(COMPANY.ORGANISATION_ID.eq(CORRECTION.ORGANISATION_ID));
    }

    private static Condition matching(Scope scope, CorrectionFilter filter) {
        var condition = Scope.condition(scope, CORRECTION.ORGANISATION_ID);
        if (filter.state() != null) {
            condition = condition.and(CORRECTION.STATE.eq(filter.state().name()));
        }
        if (filter.text() != null) {
            condition = condition.and(COMPANY.NAME_ZH
                    .containsIgnoreCase(filter.text())
                    .or(COMPANY.NAME_EN.containsIgnoreCase(filter.text()))
                    .or(COMPANY.UNIFIED_CODE.containsIgnoreCase(filter.text())));
        }
        return filter.dueBefore() == null
                ? condition
                : condition
                        .and(CORRECTION.STATE.eq(CorrectionState.OPEN.name()))
                        .and(CORRECTION.DUE_AT.lt(filter.dueBefore().atOffset(ZoneOffset.UTC)));
    }

    private static CorrectionView view(Record row) {
        var correction = row.into(CORRECTION);
        var company = row.into(COMPANY);
        return new CorrectionView(
                new CorrectionId(correction.getId()),
                new CorrectionView.Firm(
                        new OrgId(company.getOrganisationId()), company.getNameZh(), company.getNameEn()),
                correction.getFactKey(),
                correction.getYear(),
                correction.getValue(),
                correction.getSince(),
                correction.getReason(),
                CorrectionState.valueOf(correction.getState()),
                correction.getRequestedByName(),
                correction.getRequestedAt().toInstant(),
                correction.getKnownAt().toInstant(),
                correction.getDueAt().toInstant(),
                correction.getDecidedAt() == null
                        ? null
                        : new CorrectionView.Decision(
                                correction.getDecidedByName() + "（" + correction.getDecidedByOrganisation() + "）",
                                correction.getDecidedAt().toInstant(),
                                correction.getDecisionReason()),
                List.of());
    }
}
