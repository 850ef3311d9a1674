// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.correction;

import static io.atrium.jooq.Tables.PRICE_CORRECTION;

import io.atrium.compute.correction.PriceCorrectionView.Wish;
import io.atrium.jooq.tables.records.PriceCorrectionRecord;
import io.atrium.kernel.Fen;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.PersonId;
import io.atrium.kernel.access.Scope;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The rows of price corrections.
@Component
class PriceCorrectionStore {

    private final DSLContext database;

    PriceCorrectionStore(DSLContext database) {
        this.database = database;
    }

    /// False if the pool has an unfinished correction already.
    boolean insert(PriceCorrectionView correction) {
        var wish = correction.wish();
        return database.insertInto(PRICE_CORRECTION)
                        .set(PRICE_CORRECTION.ID, correction.id().value())
                        .set(PRICE_CORRECTION.POOL_ID, wish.pool())
                        .set(PRICE_CORRECTION.PROVIDER_ID, correction.provider().value())
                        .set(PRICE_CORRECTION.WRONG_FEN, wish.wrongPrice().value())
                        .set(PRICE_CORRECTION.RIGHT_FEN, wish.rightPrice().value())
                        .set(PRICE_CORRECTION.FIRST_DAY, wish.firstDay())
                        .set(PRICE_CORRECTION.LAST_DAY, wish.lastDay())
                        .set(PRICE_CORRECTION.REASON, wish.reason())
                        .set(PRICE_CORRECTION.STATE, correction.state().name())
                        .set(PRICE_CORRECTION.PROPOSED_BY, correction.proposed().by())
                        .set(
                                PRICE_CORRECTION.PROPOSED_BY_ID,
                                correction.proposed().person().value())
                        .set(
                                PRICE_CORRECTION.PROPOSED_AT,
                                correction.proposed().at().atOffset(ZoneOffset.UTC))
                        .set(PRICE_CORRECTION.DECIDE_BY, correction.decideBy().atOffset(ZoneOffset.UTC))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    void end(PriceCorrectionId id, PriceCorrectionState state, PriceCorrectionView.End end) {
        database.update(PRICE_CORRECTION)
                .set(PRICE_CORRECTION.STATE, state.name())
                .set(PRICE_CORRECTION.ENDED_BY, end.by())
                .set(PRICE_CORRECTION.ENDED_AT, end.at().atOffset(ZoneOffset.UTC))
                .set(PRICE_CORRECTION.ENDED_REASON, end.reason())
                .where(PRICE_CORRECTION.ID.eq(id.value()))
                .execute();
    }

    /// False if it was done already.
    boolean done(PriceCorrectionId id) {
        return database.update(PRICE_CORRECTION)
                        .set(PRICE_CORRECTION.STATE, PriceCorrectionState.DONE.name())
                        .where(
                                PRICE_CORRECTION.ID.eq(id.value()),
                                PRICE_CORRECTION.STATE.eq(PriceCorrectionState.APPROVED.name()))
                        .execute()
                == 1;
    }

    Optional<PriceCorrectionView> find(Scope scope, PriceCorrectionId id) {
        return database.selectFrom(PRICE_CORRECTION)
                .where(visible(scope), PRICE_CORRECTION.ID.eq(id.value()))
                .fetchOptional(PriceCorrectionStore::view);
    }

    /// The correction, locked until the transaction ends.
    Optional<PriceCorrectionView> lock(Scope scope, PriceCorrectionId id) {
        return database.selectFrom(PRICE_CORRECTION)
                .where(visible(scope), PRICE_CORRECTION.ID.eq(id.value()))
                .forUpdate()
                .fetchOptional(PriceCorrectionStore::view);
    }

    List<PriceCorrectionView> approved() {
        return database.selectFrom(PRICE_CORRECTION)
                .where(PRICE_CORRECTION.STATE.eq(PriceCorrectionState.APPROVED.name()))
                .orderBy(PRICE_CORRECTION.ID)
                .fetch(PriceCorrectionStore::view);
    }

    /// Those to be decided first; then the others, newest first.
    List<PriceCorrectionView> list(Scope scope, long offset, int limit) {
        var isOpen = PRICE_CORRECTION.STATE.eq(PriceCorrectionState.PROPOSED.name());
        return database.selectFrom(PRICE_CORRECTION)
                .where(visible(scope))
                .orderBy(DSL.when(isOpen, 0).otherwise(1), PRICE_CORRECTION.ID.desc())
                .offset(offset)
                .limit(limit)
                .fetch(PriceCorrectionStore::view);
    }

    List<PriceCorrectionView> page(Scope scope, @Nullable String after, int rows) {
        return database.selectFrom(PRICE_CORRECTION)
                .where(visible(scope), after == null ? DSL.noCondition() : PRICE_CORRECTION.ID.lt(after))
                .orderBy(PRICE_CORRECTION.ID.desc())
                .limit(rows)
                .fetch(PriceCorrectionStore::view);
    }

    int count(Scope scope) {
        return database.fetchCount(PRICE_CORRECTION, visible(scope));
    }

    private static Condition visible(Scope scope) {
        return Scope.condition(scope, PRICE_CORRECTION.PROVIDER_ID);
    }

    private static PriceCorrectionView view(PriceCorrectionRecord row) {
        var ended = row.getEndedAt();
        return new PriceCorrectionView(
                new PriceCorrectionId(row.getId()),
                new OrgId(row.getProviderId()),
                new Wish(
                        row.getPoolId(),
                        new Fen(row.getWrongFen()),
                        new Fen(row.getRightFen()),
                        row.getFirstDay(),
                        row.getLastDay(),
                        row.getReason()),
                PriceCorrectionState.valueOf(row.getState()),
                new PriceCorrectionView.Proposed(
                        row.getProposedBy(),
                        new PersonId(row.getProposedById()),
                        row.getProposedAt().toInstant()),
                row.getDecideBy().toInstant(),
                ended == null
                        ? null
                        : new PriceCorrectionView.End(row.getEndedBy(), ended.toInstant(), row.getEndedReason()));
    }
}
