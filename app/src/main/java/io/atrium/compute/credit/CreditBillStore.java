// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.credit;

import static io.atrium.jooq.Tables.CREDIT_BILL;
import static io.atrium.jooq.Tables.CREDIT_BILL_NOW;
import static io.atrium.jooq.Tables.CREDIT_REMINDER;
import static io.atrium.jooq.Tables.LEDGER_ACCOUNT_CARD;
import static io.atrium.jooq.Tables.ORGANISATION;

import io.atrium.compute.credit.CreditBillView.Stretch;
import io.atrium.compute.credit.CreditBillView.Sums;
import io.atrium.jooq.tables.records.CreditBillNowRecord;
import io.atrium.kernel.Fen;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Scope;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The rows of monthly bills and of their reminders.
@Component
class CreditBillStore {

    private static final Condition IS_OPEN = CREDIT_BILL_NOW.LEFT_FEN.gt(0L);

    private final DSLContext database;

    CreditBillStore(DSLContext database) {
        this.database = database;
    }

    /// One at a time for a firm: bills follow each other, and a payment sees what is left.
    void lock(OrgId firm) {
        database.execute("select pg_advisory_xact_lock(hashtextextended(?, 0))", "credit/" + firm.value());
    }

    void insert(CreditBillView bill) {
        database.insertInto(CREDIT_BILL)
                .set(CREDIT_BILL.ID, bill.id().value())
                .set(CREDIT_BILL.FIRM_ID, bill.firm().value())
                .set(CREDIT_BILL.MONTH, bill.month().atDay(1))
                .set(CREDIT_BILL.ISSUED_AT, bill.issuedAt().atOffset(ZoneOffset.UTC))
                .set(CREDIT_BILL.DUE_ON, bill.dueOn())
                .set(CREDIT_BILL.AFTER_POSITION, bill.stretch().after())
                .set(CREDIT_BILL.THROUGH_POSITION, bill.stretch().through())
                .set(CREDIT_BILL.OPENING_FEN, bill.sums().opening().value())
                .set(CREDIT_BILL.USED_FEN, bill.sums().used().value())
                .set(CREDIT_BILL.PAID_FEN, bill.sums().paid().value())
                .set(CREDIT_BILL.CARRIED_FEN, bill.sums().carried().value())
                .set(CREDIT_BILL.AMOUNT_FEN, bill.amount().value())
                .execute();
    }

    /// Firms that have an own account: whoever used compute once.
    List<OrgId> firms() {
        return database.select(LEDGER_ACCOUNT_CARD.OWNER_ID)
                .from(LEDGER_ACCOUNT_CARD)
                .where(LEDGER_ACCOUNT_CARD.CODE.like("cny/firm/%/own"))
                .orderBy(LEDGER_ACCOUNT_CARD.OWNER_ID)
                .fetch(row -> new OrgId(row.value1()));
    }

    Optional<CreditBillView> last(OrgId firm) {
        return database.selectFrom(CREDIT_BILL_NOW)
                .where(CREDIT_BILL_NOW.FIRM_ID.eq(firm.value()))
                .orderBy(CREDIT_BILL_NOW.MONTH.desc())
                .limit(1)
                .fetchOptional(CreditBillStore::view);
    }

    Optional<CreditBillView> find(Scope scope, CreditBillId id) {
        return database.selectFrom(CREDIT_BILL_NOW)
                .where(visible(scope), CREDIT_BILL_NOW.ID.eq(id.value()))
                .fetchOptional(CreditBillStore::view);
    }

    /// Bills of a firm that are not paid, oldest first.
    List<CreditBillView> open(OrgId firm) {
        return database.selectFrom(CREDIT_BILL_NOW)
                .where(IS_OPEN, CREDIT_BILL_NOW.FIRM_ID.eq(firm.value()))
                .orderBy(CREDIT_BILL_NOW.MONTH)
                .fetch(CreditBillStore::view);
    }

    /// Those to be paid first, by their day; then the others, newest first.
    List<CreditBillView> list(Condition condition, long offset, int limit) {
        return database.selectFrom(CREDIT_BILL_NOW)
                .where(condition)
                .orderBy(
                        DSL.when(IS_OPEN, 0).otherwise(1),
                        DSL.when(IS_OPEN, CREDIT_BILL_NOW.DUE_ON),
                        CREDIT_BILL_NOW.MONTH.desc(),
                        CREDIT_BILL_NOW.ID.desc())
                .offset(offset)
                .limit(limit)
                .fetch(CreditBillStore::view);
    }

    /// Newest first, from the bill after a given one.
    List<CreditBillView> page(Condition condition, @Nullable String after, int rows) {
        return database.selectFrom(CREDIT_BILL_NOW)
                .where(condition, after == null ? DSL.noCondition() : CREDIT_BILL_NOW.ID.lt(after))
                .orderBy(CREDIT_BILL_NOW.ID.desc())
                .limit(rows)
                .fetch(CreditBillStore::view);
    }

    int count(Condition condition) {
        return database.fetchCount(CREDIT_BILL_NOW, condition);
    }

    Fen left(Condition condition) {
        return database.select(DSL.coalesce(DSL.sum(CREDIT_BILL_NOW.LEFT_FEN), DSL.val(0)))
                .from(CREDIT_BILL_NOW)
                .where(condition)
                .fetchSingle(row -> new Fen(row.value1().longValueExact()));
    }

    static Condition visible(Scope scope) {
        return Scope.condition(scope, CREDIT_BILL_NOW.FIRM_ID);
    }

    /// @param lastWholeDay the newest day on which a bill may have been due for its firm's line to be reduced by now
    static Condition matching(CreditBillFilter filter, LocalDate today, LocalDate lastWholeDay) {
        var standing = filter.standing();
        var month = filter.month();
        return (standing == null ? DSL.noCondition() : stands(standing, today, lastWholeDay))
                .and(month == null ? DSL.noCondition() : CREDIT_BILL_NOW.MONTH.eq(month.atDay(1)))
                .and(filter.words().isBlank() ? DSL.noCondition() : named(filter.words()));
    }

    private static Condition stands(CreditBillFilter.Standing standing, LocalDate today, LocalDate lastWholeDay) {
        return switch (standing) {
            case OPEN -> IS_OPEN;
            case OVERDUE -> IS_OPEN.and(CREDIT_BILL_NOW.DUE_ON.lt(today));
            case DEFAULTED -> IS_OPEN.and(CREDIT_BILL_NOW.DUE_ON.le(lastWholeDay));
            case PAID -> IS_OPEN.not();
        };
    }

    private static Condition named(String words) {
        return CREDIT_BILL_NOW
                .ID
                .eq(words)
                .or(CREDIT_BILL_NOW.FIRM_ID.in(DSL.select(ORGANISATION.ID)
                        .from(ORGANISATION)
                        .where(ORGANISATION
                                .NAME_ZH
                                .containsIgnoreCase(words)
                                .or(ORGANISATION.NAME_EN.containsIgnoreCase(words)))));
    }

    /// False if it was sent before.
    boolean insert(CreditBillView bill, CreditReminderView reminder) {
        return database.insertInto(CREDIT_REMINDER)
                        .set(CREDIT_REMINDER.BILL_ID, bill.id().value())
                        .set(CREDIT_REMINDER.STAGE, reminder.stage().name())
                        .set(CREDIT_REMINDER.SENT_AT, reminder.sentAt().atOffset(ZoneOffset.UTC))
                        .set(CREDIT_REMINDER.OWED_FEN, reminder.owed().value())
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    List<CreditReminderView> reminders(CreditBillId bill) {
        return database.selectFrom(CREDIT_REMINDER)
                .where(CREDIT_REMINDER.BILL_ID.eq(bill.value()))
                .orderBy(CREDIT_REMINDER.SENT_AT)
                .fetch(row -> new CreditReminderView(
                        CreditStage.valueOf(row.getStage()), row.getSentAt().toInstant(), new Fen(row.getOwedFen())));
    }

    private static CreditBillView view(CreditBillNowRecord row) {
        return new CreditBillView(
                new CreditBillId(row.getId()),
                new OrgId(row.getFirmId()),
                YearMonth.from(row.getMonth()),
                row.getIssuedAt().toInstant(),
                row.getDueOn(),
                new Stretch(row.getAfterPosition(), row.getThroughPosition()),
                new Sums(
                        new Fen(row.getOpeningFen()),
                        new Fen(row.getUsedFen()),
                        new Fen(row.getPaidFen()),
                        new Fen(row.getCarriedFen())),
                new Fen(row.getAmountFen()),
                new Fen(row.getReceivedFen()),
                row.getIsLineReduced());
    }
}
