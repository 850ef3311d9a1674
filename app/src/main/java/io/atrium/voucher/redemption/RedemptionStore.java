// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher.redemption;

import static io.atrium.jooq.Tables.REDEMPTION;
import static io.atrium.jooq.Tables.REDEMPTION_EVENT;
import static io.atrium.jooq.Tables.REDEMPTION_LINE;

import io.atrium.jooq.tables.records.RedemptionLineRecord;
import io.atrium.jooq.tables.records.RedemptionRecord;
import io.atrium.kernel.Fen;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Scope;
import io.atrium.voucher.VoucherId;
import io.atrium.voucher.redemption.RedemptionView.Line;
import io.atrium.voucher.redemption.RedemptionView.LineState;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The rows of redemptions, of their bills and of what happened to them.
@Component
class RedemptionStore {

    private final DSLContext database;

    RedemptionStore(DSLContext database) {
        this.database = database;
    }

    void insert(RedemptionView redemption) {
        var submitted = redemption.submitted();
        database.insertInto(REDEMPTION)
                .set(REDEMPTION.ID, redemption.id().value())
                .set(REDEMPTION.VOUCHER_ID, redemption.voucher().value())
                .set(REDEMPTION.FIRM_ID, redemption.firm().value())
                .set(REDEMPTION.DEPARTMENT_ID, redemption.department().value())
                .set(REDEMPTION.STATE, redemption.state().name())
                .set(REDEMPTION.SUBMITTED_BY, submitted.by())
                .set(REDEMPTION.SUBMITTED_AT, submitted.at().atOffset(ZoneOffset.UTC))
                .set(REDEMPTION.DECIDE_BY, submitted.decideBy().atOffset(ZoneOffset.UTC))
                .set(REDEMPTION.HELD_FEN, redemption.held().value())
                .execute();
    }

    /// False if one of the bills is in another redemption: the caller gives up, and its transaction with it.
    boolean putLines(RedemptionId redemption, List<Line> lines) {
        database.deleteFrom(REDEMPTION_LINE)
                .where(REDEMPTION_LINE.REDEMPTION_ID.eq(redemption.value()))
                .execute();
        int number = 0;
        for (var line : lines) {
            int inserted = database.insertInto(REDEMPTION_LINE)
                    .set(REDEMPTION_LINE.REDEMPTION_ID, redemption.value())
                    .set(REDEMPTION_LINE.BILL_ID, line.bill())
                    .set(REDEMPTION_LINE.NUMBER, ++number)
                    .set(REDEMPTION_LINE.NAME, line.name())
                    .set(REDEMPTION_LINE.SUPPLIER_ID, line.supplier().value())
                    .set(REDEMPTION_LINE.BILLED_ON, line.billedOn())
                    .set(REDEMPTION_LINE.AMOUNT_FEN, line.amount().value())
                    .set(REDEMPTION_LINE.ASKED_FEN, line.asked().value())
                    .set(REDEMPTION_LINE.STATE, line.state().name())
                    .onConflictDoNothing()
                    .execute();
            if (inserted == 0) {
                return false;
            }
        }
        return true;
    }

    void saveLine(RedemptionId redemption, Line line) {
        database.update(REDEMPTION_LINE)
                .set(REDEMPTION_LINE.AMOUNT_FEN, line.amount().value())
                .set(REDEMPTION_LINE.STATE, line.state().name())
                .set(REDEMPTION_LINE.PAID_FEN, line.paid().value())
                .where(REDEMPTION_LINE.REDEMPTION_ID.eq(redemption.value()), REDEMPTION_LINE.BILL_ID.eq(line.bill()))
                .execute();
    }

    void freeLines(RedemptionId redemption, LineState state) {
        database.update(REDEMPTION_LINE)
                .set(REDEMPTION_LINE.STATE, state.name())
                .where(REDEMPTION_LINE.REDEMPTION_ID.eq(redemption.value()))
                .execute();
    }

    void saveReturned(RedemptionId id, RedemptionView.Returned returned) {
        database.update(REDEMPTION)
                .set(REDEMPTION.STATE, RedemptionState.RETURNED.name())
                .set(REDEMPTION.RETURN_REASON, returned.reason())
                .set(REDEMPTION.MEND_BY, returned.mendBy().atOffset(ZoneOffset.UTC))
                .where(REDEMPTION.ID.eq(id.value()))
                .execute();
    }

    void saveMended(RedemptionId id, Instant decideBy) {
        database.update(REDEMPTION)
                .set(REDEMPTION.STATE, RedemptionState.SUBMITTED.name())
                .set(REDEMPTION.DECIDE_BY, decideBy.atOffset(ZoneOffset.UTC))
                .where(REDEMPTION.ID.eq(id.value()))
                .execute();
    }

    void saveEnded(RedemptionId id, RedemptionState state, RedemptionView.End end) {
        database.update(REDEMPTION)
                .set(REDEMPTION.STATE, state.name())
                .set(REDEMPTION.ENDED_BY, end.by())
                .set(REDEMPTION.ENDED_AT, end.at().atOffset(ZoneOffset.UTC))
                .set(REDEMPTION.CLAUSE, end.clause())
                .set(REDEMPTION.REASON, end.reason())
                .where(REDEMPTION.ID.eq(id.value()))
                .execute();
    }

    Optional<RedemptionView> find(Condition visible, RedemptionId id) {
        return database.selectFrom(REDEMPTION)
                .where(visible, REDEMPTION.ID.eq(id.value()))
                .fetchOptional(this::view);
    }

    /// Locked until the transaction ends.
    Optional<RedemptionView> lock(Condition visible, RedemptionId id) {
        return database.selectFrom(REDEMPTION)
                .where(visible, REDEMPTION.ID.eq(id.value()))
                .forUpdate()
                .fetchOptional(this::view);
    }

    /// Open ones first, those to be decided first on top; then the others, newest first.
    List<RedemptionView> list(Condition visible, long offset, int limit) {
        var isOpen = REDEMPTION.ENDED_AT.isNull();
        return database.selectFrom(REDEMPTION)
                .where(visible)
                .orderBy(DSL.when(isOpen, 0).otherwise(1), DSL.when(isOpen, REDEMPTION.DECIDE_BY), REDEMPTION.ID.desc())
                .offset(offset)
                .limit(limit)
                .fetch(this::view);
    }

    List<RedemptionView> page(Condition visible, @Nullable String after, int rows) {
        return database.selectFrom(REDEMPTION)
                .where(visible, after == null ? DSL.noCondition() : REDEMPTION.ID.lt(after))
                .orderBy(REDEMPTION.ID.desc())
                .limit(rows)
                .fetch(this::view);
    }

    int count(Condition visible) {
        return database.fetchCount(REDEMPTION, visible);
    }

    /// Returned ones whose time to mend is over.
    List<RedemptionId> notMendedBy(Instant now, int limit) {
        return database.select(REDEMPTION.ID)
                .from(REDEMPTION)
                .where(
                        REDEMPTION.STATE.eq(RedemptionState.RETURNED.name()),
                        REDEMPTION.MEND_BY.lt(now.atOffset(ZoneOffset.UTC)))
                .orderBy(REDEMPTION.MEND_BY)
                .limit(limit)
                .fetch(row -> new RedemptionId(row.value1()));
    }

    /// Those of the bills that are in a redemption, but for one of them.
    Set<String> taken(Collection<String> bills, @Nullable RedemptionId but) {
        return new HashSet<>(database.select(REDEMPTION_LINE.BILL_ID)
                .from(REDEMPTION_LINE)
                .where(
                        REDEMPTION_LINE.BILL_ID.in(bills),
                        REDEMPTION_LINE.STATE.in(LineState.ASKED.name(), LineState.ACCEPTED.name()),
                        but == null ? DSL.noCondition() : REDEMPTION_LINE.REDEMPTION_ID.ne(but.value()))
                .fetch(REDEMPTION_LINE.BILL_ID));
    }

    /// In which redemption a bill was paid back.
    Optional<RedemptionId> paid(String bill) {
        return database.select(REDEMPTION_LINE.REDEMPTION_ID)
                .from(REDEMPTION_LINE)
                .where(REDEMPTION_LINE.BILL_ID.eq(bill), REDEMPTION_LINE.STATE.eq(LineState.ACCEPTED.name()))
                .fetchOptional(row -> new RedemptionId(row.value1()));
    }

    void addEvent(RedemptionId id, RedemptionEvent event) {
        var newest = DSL.select(
                        DSL.coalesce(DSL.max(REDEMPTION_EVENT.NUMBER), 0).plus(1))
                .from(REDEMPTION_EVENT)
                .where(REDEMPTION_EVENT.REDEMPTION_ID.eq(id.value()));
        database.insertInto(REDEMPTION_EVENT)
                .set(REDEMPTION_EVENT.REDEMPTION_ID, id.value())
                .set(REDEMPTION_EVENT.NUMBER, DSL.field(newest))
                .set(REDEMPTION_EVENT.AT, event.at().atOffset(ZoneOffset.UTC))
                .set(REDEMPTION_EVENT.KIND, event.kind())
                .set(REDEMPTION_EVENT.DETAIL, event.detail())
                .set(REDEMPTION_EVENT.ACTOR, event.actor())
                .execute();
    }

    List<RedemptionEvent> events(RedemptionId id) {
        return database.selectFrom(REDEMPTION_EVENT)
                .where(REDEMPTION_EVENT.REDEMPTION_ID.eq(id.value()))
                .orderBy(REDEMPTION_EVENT.NUMBER.desc())
                .fetch(row ->
                        new RedemptionEvent(row.getAt().toInstant(), row.getKind(), row.getDetail(), row.getActor()));
    }

    static Condition ofFirm(Scope scope) {
        return Scope.condition(scope, REDEMPTION.FIRM_ID);
    }

    static Condition ofDepartment(Scope scope) {
        return Scope.condition(scope, REDEMPTION.DEPARTMENT_ID);
    }

    static Condition ofVoucher(VoucherId voucher) {
        return REDEMPTION.VOUCHER_ID.eq(voucher.value());
    }

    static Condition inState(RedemptionState state) {
        return REDEMPTION.STATE.eq(state.name());
    }

    private RedemptionView view(RedemptionRecord row) {
        var lines = database.selectFrom(REDEMPTION_LINE)
                .where(REDEMPTION_LINE.REDEMPTION_ID.eq(row.getId()))
                .orderBy(REDEMPTION_LINE.NUMBER)
                .fetch(RedemptionStore::line);
        return new RedemptionView(
                new RedemptionId(row.getId()),
                new VoucherId(row.getVoucherId()),
                new OrgId(row.getFirmId()),
                new OrgId(row.getDepartmentId()),
                RedemptionState.valueOf(row.getState()),
                new RedemptionView.Submitted(
                        row.getSubmittedBy(),
                        row.getSubmittedAt().toInstant(),
                        row.getDecideBy().toInstant()),
                new Fen(row.getHeldFen()),
                row.getMendBy() == null
                        ? null
                        : new RedemptionView.Returned(
                                row.getReturnReason(), row.getMendBy().toInstant()),
                row.getEndedAt() == null
                        ? null
                        : new RedemptionView.End(
                                row.getEndedBy(), row.getEndedAt().toInstant(), row.getClause(), row.getReason()),
                lines);
    }

    private static Line line(RedemptionLineRecord row) {
        return new Line(
                row.getBillId(),
                row.getName(),
                new OrgId(row.getSupplierId()),
                row.getBilledOn(),
                new Fen(row.getAmountFen()),
                new Fen(row.getAskedFen()),
                LineState.valueOf(row.getState()),
                new Fen(row.getPaidFen()));
    }
}
