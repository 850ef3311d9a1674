// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.correction;

import static io.atrium.jooq.Tables.BILL;
import static io.atrium.jooq.Tables.BILL_CORRECTION;

import io.atrium.compute.BillId;
import io.atrium.compute.correction.BillCorrection.Amounts;
import io.atrium.compute.correction.BillCorrection.Cause;
import io.atrium.compute.correction.BillCorrection.Made;
import io.atrium.jooq.tables.records.BillCorrectionRecord;
import io.atrium.jooq.tables.records.BillRecord;
import io.atrium.kernel.Fen;
import io.atrium.kernel.GpuMillis;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;

/// The rows of corrections of bills.
@Component
class BillCorrectionStore {

    private final DSLContext database;

    BillCorrectionStore(DSLContext database) {
        this.database = database;
    }

    void insert(String id, BillId bill, BillCorrection correction, Made made) {
        var amounts = correction.amounts();
        database.insertInto(BILL_CORRECTION)
                .set(BILL_CORRECTION.ID, id)
                .set(BILL_CORRECTION.BILL_ID, bill.value())
                .set(BILL_CORRECTION.NUMBER, correction.number())
                .set(BILL_CORRECTION.CAUSE, made.cause().name())
                .set(BILL_CORRECTION.CAUSE_ID, made.causeId())
                .set(BILL_CORRECTION.REASON, made.reason())
                .set(BILL_CORRECTION.CORRECTED_BY, made.by())
                .set(BILL_CORRECTION.CORRECTED_AT, correction.at().atOffset(ZoneOffset.UTC))
                .set(BILL_CORRECTION.GPU_MS, amounts.gpuTime().value())
                .set(BILL_CORRECTION.FEN_PER_GPU_HOUR, amounts.pricePerGpuHour().value())
                .set(BILL_CORRECTION.LIST_FEN, amounts.listPrice().value())
                .set(BILL_CORRECTION.VOUCHER_FEN, amounts.voucherPart().value())
                .set(BILL_CORRECTION.OWN_FEN, amounts.ownPart().value())
                .execute();
    }

    boolean exists(BillId bill, String causeId) {
        return database.fetchExists(
                BILL_CORRECTION, BILL_CORRECTION.BILL_ID.eq(bill.value()), BILL_CORRECTION.CAUSE_ID.eq(causeId));
    }

    /// The bill as issued, then each correction.
    List<BillCorrection> versions(BillId bill) {
        Optional<BillCorrection> issued =
                database.selectFrom(BILL).where(BILL.ID.eq(bill.value())).fetchOptional(BillCorrectionStore::issued);
        var corrections = database.selectFrom(BILL_CORRECTION)
                .where(BILL_CORRECTION.BILL_ID.eq(bill.value()))
                .orderBy(BILL_CORRECTION.NUMBER)
                .fetch(BillCorrectionStore::correction);
        return Stream.concat(issued.stream(), corrections.stream()).toList();
    }

    private static BillCorrection issued(BillRecord row) {
        var amounts = new Amounts(
                new GpuMillis(row.getGpuMs()),
                new Fen(row.getFenPerGpuHour()),
                new Fen(row.getListFen()),
                new Fen(row.getVoucherFen()),
                new Fen(row.getOwnFen()));
        return new BillCorrection(0, null, row.getIssuedAt().toInstant(), amounts);
    }

    private static BillCorrection correction(BillCorrectionRecord row) {
        var amounts = new Amounts(
                new GpuMillis(row.getGpuMs()),
                new Fen(row.getFenPerGpuHour()),
                new Fen(row.getListFen()),
                new Fen(row.getVoucherFen()),
                new Fen(row.getOwnFen()));
        var made = new Made(Cause.valueOf(row.getCause()), row.getCauseId(), row.getReason(), row.getCorrectedBy());
        return new BillCorrection(row.getNumber(), made, row.getCorrectedAt().toInstant(), amounts);
    }
}
