// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.credit;

import static io.atrium.jooq.Tables.CREDIT_PAYMENT;

import io.atrium.jooq.tables.records.CreditPaymentRecord;
import io.atrium.kernel.Fen;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The rows of payments; what was taken back stays.
@Component
class CreditPaymentStore {

    private final DSLContext database;

    CreditPaymentStore(DSLContext database) {
        this.database = database;
    }

    /// False if this record of the bank counts for the bill already.
    boolean insert(CreditBillView bill, CreditPaymentView payment) {
        return database.insertInto(CREDIT_PAYMENT)
                        .set(CREDIT_PAYMENT.ID, payment.id().value())
                        .set(CREDIT_PAYMENT.BILL_ID, bill.id().value())
                        .set(CREDIT_PAYMENT.FIRM_ID, bill.firm().value())
                        .set(CREDIT_PAYMENT.AMOUNT_FEN, payment.amount().value())
                        .set(CREDIT_PAYMENT.PAID_ON, payment.paidOn())
                        .set(CREDIT_PAYMENT.BANK_REFERENCE, payment.bankReference())
                        .set(CREDIT_PAYMENT.RECORDED_BY, payment.recordedBy())
                        .set(CREDIT_PAYMENT.RECORDED_AT, payment.recordedAt().atOffset(ZoneOffset.UTC))
                        .onConflictDoNothing()
                        .execute()
                == 1;
    }

    void takeBack(CreditPaymentId payment, CreditPaymentView.TakenBack takenBack) {
        database.update(CREDIT_PAYMENT)
                .set(CREDIT_PAYMENT.TAKEN_BACK_BY, takenBack.by())
                .set(CREDIT_PAYMENT.TAKEN_BACK_AT, takenBack.at().atOffset(ZoneOffset.UTC))
                .set(CREDIT_PAYMENT.TAKEN_BACK_REASON, takenBack.reason())
                .where(CREDIT_PAYMENT.ID.eq(payment.value()))
                .execute();
    }

    Optional<CreditPaymentView> find(CreditBillId bill, CreditPaymentId payment) {
        return database.selectFrom(CREDIT_PAYMENT)
                .where(CREDIT_PAYMENT.BILL_ID.eq(bill.value()), CREDIT_PAYMENT.ID.eq(payment.value()))
                .fetchOptional(CreditPaymentStore::view);
    }

    /// Oldest first.
    List<CreditPaymentView> ofBill(CreditBillId bill) {
        return database.selectFrom(CREDIT_PAYMENT)
                .where(CREDIT_PAYMENT.BILL_ID.eq(bill.value()))
                .orderBy(CREDIT_PAYMENT.ID)
                .fetch(CreditPaymentStore::view);
    }

    private static CreditPaymentView view(CreditPaymentRecord row) {
        return new CreditPaymentView(
                new CreditPaymentId(row.getId()),
                new CreditBillId(row.getBillId()),
                new Fen(row.getAmountFen()),
                row.getPaidOn(),
                row.getBankReference(),
                row.getRecordedBy(),
                row.getRecordedAt().toInstant(),
                takenBack(row));
    }

    private static CreditPaymentView.@Nullable TakenBack takenBack(CreditPaymentRecord row) {
        var at = row.getTakenBackAt();
        return at == null
                ? null
                : new CreditPaymentView.TakenBack(row.getTakenBackBy(), at.toInstant(), row.getTakenBackReason());
    }
}
