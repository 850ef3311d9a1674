// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.quota;

import static io.atrium.jooq.Tables.QUOTA_REQUEST;

import io.atrium.jooq.tables.records.QuotaRequestRecord;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Scope;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The rows of quota requests.
@Component
class QuotaRequestStore {

    private final DSLContext database;

    QuotaRequestStore(DSLContext database) {
        this.database = database;
    }

    /// False if the firm has an open request already.
    boolean insert(QuotaRequestView request) {
        return database.insertInto(QUOTA_REQUEST)
                        .set(QUOTA_REQUEST.ID, request.id().value())
                        .set(QUOTA_REQUEST.FIRM_ID, request.firm().value())
                        .set(QUOTA_REQUEST.GPUS_BEFORE, request.gpusBefore())
                        .set(QUOTA_REQUEST.GPUS_WANTED, request.gpusWanted())
                        .set(QUOTA_REQUEST.REASON, request.reason())
                        .set(QUOTA_REQUEST.STATE, request.state().name())
                        .set(QUOTA_REQUEST.ASKED_BY, request.askedBy())
                        .set(QUOTA_REQUEST.ASKED_AT, request.askedAt().atOffset(ZoneOffset.UTC))
                        .set(QUOTA_REQUEST.DECIDE_BY, request.decideBy().atOffset(ZoneOffset.UTC))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    void end(QuotaRequestId id, QuotaRequestState state, QuotaRequestView.End end) {
        database.update(QUOTA_REQUEST)
                .set(QUOTA_REQUEST.STATE, state.name())
                .set(QUOTA_REQUEST.ENDED_BY, end.by())
                .set(QUOTA_REQUEST.ENDED_AT, end.at().atOffset(ZoneOffset.UTC))
                .set(QUOTA_REQUEST.ENDED_REASON, end.reason())
                .where(QUOTA_REQUEST.ID.eq(id.value()))
                .execute();
    }

    Optional<QuotaRequestView> find(Scope scope, QuotaRequestId id) {
        return database.selectFrom(QUOTA_REQUEST)
                .where(visible(scope), QUOTA_REQUEST.ID.eq(id.value()))
                .fetchOptional(QuotaRequestStore::view);
    }

    /// The request, locked until the transaction ends.
    Optional<QuotaRequestView> lock(Scope scope, QuotaRequestId id) {
        return database.selectFrom(QUOTA_REQUEST)
                .where(visible(scope), QUOTA_REQUEST.ID.eq(id.value()))
                .forUpdate()
                .fetchOptional(QuotaRequestStore::view);
    }

    /// Open ones first, those to be decided first on top; then the others, newest first.
    List<QuotaRequestView> list(Scope scope, long offset, int limit) {
        var isOpen = QUOTA_REQUEST.STATE.eq(QuotaRequestState.ASKED.name());
        return database.selectFrom(QUOTA_REQUEST)
                .where(visible(scope))
                .orderBy(
                        DSL.when(isOpen, 0).otherwise(1),
                        DSL.when(isOpen, QUOTA_REQUEST.DECIDE_BY),
                        QUOTA_REQUEST.ID.desc())
                .offset(offset)
                .limit(limit)
                .fetch(QuotaRequestStore::view);
    }

    List<QuotaRequestView> page(Scope scope, @Nullable String after, int rows) {
        return database.selectFrom(QUOTA_REQUEST)
                .where(visible(scope), after == null ? DSL.noCondition() : QUOTA_REQUEST.ID.lt(after))
                .orderBy(QUOTA_REQUEST.ID.desc())
                .limit(rows)
                .fetch(QuotaRequestStore::view);
    }

    int count(Scope scope) {
        return database.fetchCount(QUOTA_REQUEST, visible(scope));
    }

    private static Condition visible(Scope scope) {
        return Scope.condition(scope, QUOTA_REQUEST.FIRM_ID);
    }

    private static QuotaRequestView view(QuotaRequestRecord row) {
        var ended = row.getEndedAt();
        return new QuotaRequestView(
                new QuotaRequestId(row.getId()),
                new OrgId(row.getFirmId()),
                row.getGpusBefore(),
                row.getGpusWanted(),
                row.getReason(),
                QuotaRequestState.valueOf(row.getState()),
                row.getAskedBy(),
                row.getAskedAt().toInstant(),
                row.getDecideBy().toInstant(),
                ended == null
                        ? null
                        : new QuotaRequestView.End(row.getEndedBy(), ended.toInstant(), row.getEndedReason()));
    }
}
