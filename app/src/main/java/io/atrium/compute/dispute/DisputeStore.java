// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.dispute;

import static io.atrium.jooq.Tables.BILL_DISPUTE;

import io.atrium.compute.BillId;
import io.atrium.compute.store.BillStore;
import io.atrium.files.FileId;
import io.atrium.jooq.tables.records.BillDisputeRecord;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Actor;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The rows of disputes. Firm and provider see the same rows.
@Component
class DisputeStore {

    private final DSLContext database;

    DisputeStore(DSLContext database) {
        this.database = database;
    }

    /// False if the bill has an open dispute already.
    boolean insert(DisputeView dispute) {
        var raised = dispute.raised();
        var evidence = raised.evidence();
        return database.insertInto(BILL_DISPUTE)
                        .set(BILL_DISPUTE.ID, dispute.id().value())
                        .set(BILL_DISPUTE.BILL_ID, dispute.subject().bill().value())
                        .set(BILL_DISPUTE.FIRM_ID, dispute.subject().firm().value())
                        .set(
                                BILL_DISPUTE.PROVIDER_ID,
                                dispute.subject().provider().value())
                        .set(BILL_DISPUTE.ABOUT, raised.about().name())
                        .set(BILL_DISPUTE.REASON, raised.reason())
                        .set(BILL_DISPUTE.EVIDENCE_ID, evidence == null ? null : evidence.value())
                        .set(BILL_DISPUTE.STATE, dispute.state().name())
                        .set(BILL_DISPUTE.RAISED_BY, raised.by())
                        .set(BILL_DISPUTE.RAISED_AT, raised.at().atOffset(ZoneOffset.UTC))
                        .set(BILL_DISPUTE.ANSWER_BY, dispute.answerBy().atOffset(ZoneOffset.UTC))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    void end(DisputeId id, DisputeState state, DisputeView.End end) {
        database.update(BILL_DISPUTE)
                .set(BILL_DISPUTE.STATE, state.name())
                .set(BILL_DISPUTE.ENDED_BY, end.by())
                .set(BILL_DISPUTE.ENDED_BY_ORGANISATION, end.organisation().value())
                .set(BILL_DISPUTE.ENDED_AT, end.at().atOffset(ZoneOffset.UTC))
                .set(BILL_DISPUTE.ENDED_REASON, end.reason())
                .where(BILL_DISPUTE.ID.eq(id.value()))
                .execute();
    }

    Optional<DisputeView> find(Condition visible, DisputeId id) {
        return database.selectFrom(BILL_DISPUTE)
                .where(visible, BILL_DISPUTE.ID.eq(id.value()))
                .fetchOptional(DisputeStore::view);
    }

    /// The dispute, locked until the transaction ends.
    Optional<DisputeView> lock(Condition visible, DisputeId id) {
        return database.selectFrom(BILL_DISPUTE)
                .where(visible, BILL_DISPUTE.ID.eq(id.value()))
                .forUpdate()
                .fetchOptional(DisputeStore::view);
    }

    List<DisputeView> ofBill(BillId bill) {
        return database.selectFrom(BILL_DISPUTE)
                .where(BILL_DISPUTE.BILL_ID.eq(bill.value()))
                .orderBy(BILL_DISPUTE.ID.desc())
                .fetch(DisputeStore::view);
    }

    /// Open ones first, those to be answered first on top; then the others, newest first.
    List<DisputeView> list(Condition visible, long offset, int limit) {
        var isOpen = BILL_DISPUTE.STATE.eq(DisputeState.OPEN.name());
        return database.selectFrom(BILL_DISPUTE)
                .where(visible)
                .orderBy(
                        DSL.when(isOpen, 0).otherwise(1),
                        DSL.when(isOpen, BILL_DISPUTE.ANSWER_BY),
                        BILL_DISPUTE.ID.desc())
                .offset(offset)
                .limit(limit)
                .fetch(DisputeStore::view);
    }

    List<DisputeView> page(Condition visible, @Nullable String after, int rows) {
        return database.selectFrom(BILL_DISPUTE)
                .where(visible, after == null ? DSL.noCondition() : BILL_DISPUTE.ID.lt(after))
                .orderBy(BILL_DISPUTE.ID.desc())
                .limit(rows)
                .fetch(DisputeStore::view);
    }

    int count(Condition visible) {
        return database.fetchCount(BILL_DISPUTE, visible);
    }

    static Condition visible(Actor actor) {
        return BillStore.either(actor, BILL_DISPUTE.FIRM_ID, BILL_DISPUTE.PROVIDER_ID);
    }

    private static DisputeView view(BillDisputeRecord row) {
        var evidence = row.getEvidenceId();
        var ended = row.getEndedAt();
        return new DisputeView(
                new DisputeId(row.getId()),
                new DisputeView.Subject(
                        new BillId(row.getBillId()), new OrgId(row.getFirmId()), new OrgId(row.getProviderId())),
                new DisputeView.Raised(
                        DisputeAbout.valueOf(row.getAbout()),
                        row.getReason(),
                        evidence == null ? null : new FileId(evidence),
                        row.getRaisedBy(),
                        row.getRaisedAt().toInstant()),
                row.getAnswerBy().toInstant(),
                DisputeState.valueOf(row.getState()),
                ended == null
                        ? null
                        : new DisputeView.End(
                                row.getEndedBy(),
                                new OrgId(row.getEndedByOrganisation()),
                                ended.toInstant(),
                                row.getEndedReason()));
    }
}
