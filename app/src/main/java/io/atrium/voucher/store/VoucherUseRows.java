// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher.store;

import static io.atrium.jooq.Tables.VOUCHER_USE;
import static org.jooq.impl.DSL.sum;

import io.atrium.jooq.tables.records.VoucherUseRecord;
import io.atrium.kernel.Fen;
import io.atrium.kernel.OrgId;
import io.atrium.voucher.VoucherId;
import io.atrium.voucher.domain.VoucherUse;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Which job uses which voucher.
@Component
public class VoucherUseRows {
    private final DSLContext database;

    VoucherUseRows(DSLContext database) {
        this.database = database;
    }

    public void insert(VoucherUse use) {
        var source = use.source();
        database.insertInto(VOUCHER_USE)
                .set(VOUCHER_USE.JOB_ID, use.job())
                .set(VOUCHER_USE.FIRM_ID, use.firm().value())
                .set(
                        VOUCHER_USE.VOUCHER_ID,
                        source == null ? null : source.voucher().value())
                .set(VOUCHER_USE.LIST_PRICE_FEN, use.listPrice().value())
                .set(VOUCHER_USE.HELD_FEN, use.held().value())
                .set(VOUCHER_USE.HOLD_TRANSFER, source == null ? null : source.holdTransfer())
                .set(VOUCHER_USE.HELD_AT, use.heldAt().atOffset(ZoneOffset.UTC))
                .execute();
    }

    public void saveSettled(VoucherUse use, VoucherUse.Settled settled) {
        database.update(VOUCHER_USE)
                .set(VOUCHER_USE.METERED_FEN, settled.metered().value())
                .set(VOUCHER_USE.PAID_FEN, settled.paid().value())
                .set(VOUCHER_USE.SETTLED_AT, settled.at().atOffset(ZoneOffset.UTC))
                .where(VOUCHER_USE.JOB_ID.eq(use.job()))
                .execute();
    }

    /// The use of a job; nobody else settles it until the transaction ends.
    public Optional<VoucherUse> lock(String job) {
        return database.selectFrom(VOUCHER_USE)
                .where(VOUCHER_USE.JOB_ID.eq(job))
                .forUpdate()
                .fetchOptional(VoucherUseRows::use);
    }

    /// What jobs used of a voucher, newest first.
    public List<VoucherUse> ofVoucher(VoucherId voucher, int limit) {
        return database.selectFrom(VOUCHER_USE)
                .where(VOUCHER_USE.VOUCHER_ID.eq(voucher.value()))
                .orderBy(VOUCHER_USE.HELD_AT.desc(), VOUCHER_USE.JOB_ID.desc())
                .limit(limit)
                .fetch(VoucherUseRows::use);
    }

    /// What each of these vouchers has paid so far; those that paid nothing may be missing.
    public Map<String, Fen> paidBy(Collection<VoucherId> vouchers) {
        var paid = sum(VOUCHER_USE.PAID_FEN);
        return database.select(VOUCHER_USE.VOUCHER_ID, paid)
                .from(VOUCHER_USE)
                .where(VOUCHER_USE.VOUCHER_ID.in(
                        vouchers.stream().map(VoucherId::value).toList()))
                .and(VOUCHER_USE.PAID_FEN.isNotNull())
                .groupBy(VOUCHER_USE.VOUCHER_ID)
                .fetchMap(row -> row.value1(), row -> new Fen(row.value2().longValueExact()));
    }

    private static VoucherUse use(VoucherUseRecord row) {
        return new VoucherUse(
                row.getJobId(),
                new OrgId(row.getFirmId()),
                source(row),
                new Fen(row.getListPriceFen()),
                new Fen(row.getHeldFen()),
                row.getHeldAt().toInstant(),
                settled(row));
    }

    private static VoucherUse.@Nullable Source source(VoucherUseRecord row) {
        return row.getVoucherId() == null
                ? null
                : new VoucherUse.Source(new VoucherId(row.getVoucherId()), row.getHoldTransfer());
    }

    private static VoucherUse.@Nullable Settled settled(VoucherUseRecord row) {
        return row.getSettledAt() == null
                ? null
                : new VoucherUse.Settled(
                        new Fen(row.getMeteredFen()),
                        new Fen(row.getPaidFen()),
                        row.getSettledAt().toInstant());
    }
}
