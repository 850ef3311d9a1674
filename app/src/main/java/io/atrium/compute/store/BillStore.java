// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.store;

import static io.atrium.jooq.Tables.BILL;
import static io.atrium.jooq.Tables.JOB;
import static org.jooq.impl.DSL.sum;

import io.atrium.compute.BillId;
import io.atrium.compute.BillPeriod;
import io.atrium.compute.BillTotals;
import io.atrium.compute.BillView;
import io.atrium.compute.JobId;
import io.atrium.jooq.tables.records.BillRecord;
import io.atrium.kernel.Fen;
import io.atrium.kernel.GpuMillis;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Scope;
import io.atrium.kernel.clock.BusinessClock;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The rows of bills.
@Component
public class BillStore {

    private final DSLContext database;

    BillStore(DSLContext database) {
        this.database = database;
    }

    public void insert(BillView bill) {
        database.insertInto(BILL)
                .set(BILL.ID, bill.id().value())
                .set(BILL.JOB_ID, bill.job().value())
                .set(BILL.FIRM_ID, bill.firm().value())
                .set(BILL.PROVIDER_ID, bill.provider().value())
                .set(BILL.POOL_ID, bill.pool())
                .set(BILL.ISSUED_AT, bill.issuedAt().atOffset(ZoneOffset.UTC))
                .set(BILL.GPU_MS, bill.gpuTime().value())
                .set(BILL.FEN_PER_GPU_HOUR, bill.pricePerGpuHour().value())
                .set(BILL.LIST_FEN, bill.listPrice().value())
                .set(BILL.VOUCHER_ID, bill.voucher())
                .set(BILL.VOUCHER_FEN, bill.voucherPart().value())
                .set(BILL.OWN_FEN, bill.ownPart().value())
                .set(BILL.IS_SIMULATED, bill.isSimulated())
                .execute();
    }

    public Optional<BillView> find(Condition visible, BillId id) {
        return fetch(visible.and(BILL.ID.eq(id.value())), 0, 1).stream().findFirst();
    }

    public Optional<BillView> ofJob(Condition visible, JobId job) {
        return fetch(visible.and(BILL.JOB_ID.eq(job.value())), 0, 1).stream().findFirst();
    }

    public List<BillView> list(Condition visible, long offset, int limit) {
        return fetch(visible, offset, limit);
    }

    /// Newest first, from the bill after a given one; for pages with cursors.
    public List<BillView> page(Condition visible, @Nullable String after, int rows) {
        return database.select(BILL, JOB.NAME)
                .from(BILL)
                .join(JOB)
                .on(JOB.ID.eq(BILL.JOB_ID))
                .where(visible, after == null ? DSL.noCondition() : BILL.ID.lt(after))
                .orderBy(BILL.ID.desc())
                .limit(rows)
                .fetch(row -> view(row.value1(), row.value2()));
    }

    /// Sums over all bills that the condition allows.
    public BillTotals totals(Condition visible) {
        return database.select(sum(BILL.LIST_FEN), sum(BILL.VOUCHER_FEN), sum(BILL.OWN_FEN), sum(BILL.GPU_MS))
                .from(BILL)
                .where(visible)
                .fetchSingle(row -> new BillTotals(
                        new Fen(whole(row.value1())),
                        new Fen(whole(row.value2())),
                        new Fen(whole(row.value3())),
                        new GpuMillis(whole(row.value4()))));
    }

    /// Bills that were issued on days of the community's time zone; null means all.
    public static Condition in(@Nullable BillPeriod period) {
        return period == null
                ? DSL.noCondition()
                : BILL.ISSUED_AT
                        .ge(start(period.first()))
                        .and(BILL.ISSUED_AT.lt(start(period.last().plusDays(1))));
    }

    private static OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay(BusinessClock.ZONE).toOffsetDateTime();
    }

    private static long whole(@Nullable BigDecimal sum) {
        return sum == null ? 0 : sum.longValueExact();
    }

    public int count(Condition visible) {
        return database.fetchCount(BILL, visible);
    }

    /// Bills that a firm's reader may see; those of the simulation are in no list and no sum.
    public static Condition ofFirm(Scope scope) {
        return withSimulatedOfFirm(scope).and(BILL.IS_SIMULATED.isFalse());
    }

    /// The same with those of the simulation: for one bill that is asked for by its number.
    public static Condition withSimulatedOfFirm(Scope scope) {
        return Scope.condition(scope, BILL.FIRM_ID);
    }

    /// Bills that a provider's reader may see.
    public static Condition ofProvider(Scope scope) {
        return Scope.condition(scope, BILL.PROVIDER_ID).and(BILL.IS_SIMULATED.isFalse());
    }

    private List<BillView> fetch(Condition condition, long offset, int limit) {
        return database.select(BILL, JOB.NAME)
                .from(BILL)
                .join(JOB)
                .on(JOB.ID.eq(BILL.JOB_ID))
                .where(condition)
                .orderBy(BILL.ISSUED_AT.desc(), BILL.ID.desc())
                .offset(offset)
                .limit(limit)
                .fetch(row -> view(row.value1(), row.value2()));
    }

    private static BillView view(BillRecord row, String jobName) {
        return new BillView(
                new BillId(row.getId()),
                new JobId(row.getJobId()),
                jobName,
                new OrgId(row.getFirmId()),
                new OrgId(row.getProviderId()),
                row.getPoolId(),
                row.getIssuedAt().toInstant(),
                new GpuMillis(row.getGpuMs()),
                new Fen(row.getFenPerGpuHour()),
                new Fen(row.getListFen()),
                row.getVoucherId(),
                new Fen(row.getVoucherFen()),
                new Fen(row.getOwnFen()),
                row.getIsSimulated());
    }
}
