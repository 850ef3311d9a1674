// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.store;

import static io.atrium.jooq.Tables.BILL;
import static io.atrium.jooq.Tables.BILL_NOW;
import static org.jooq.impl.DSL.sum;

import io.atrium.compute.BillId;
import io.atrium.compute.BillPeriod;
import io.atrium.compute.BillTotals;
import io.atrium.compute.BillView;
import io.atrium.compute.JobId;
import io.atrium.engine.scheduler.model.GpuShare;
import io.atrium.jooq.tables.records.BillNowRecord;
import io.atrium.kernel.Fen;
import io.atrium.kernel.GpuMillis;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
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
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The rows of bills.
@Component
public class BillStore {

    /// Every bill; for what happens by itself.
    public static final Condition ALL = DSL.noCondition();

    private final DSLContext database;

    BillStore(DSLContext database) {
        this.database = database;
    }

    public void insert(BillView bill) {
        var job = bill.subject().job();
        database.insertInto(BILL)
                .set(BILL.ID, bill.id().value())
                .set(BILL.JOB_ID, job == null ? null : job.value())
                .set(BILL.LEASE_ID, bill.subject().lease())
                .set(
                        BILL.LEASE_PERIOD,
                        bill.subject().isLease() ? bill.subject().period() : null)
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
        return fetch(visible.and(BILL_NOW.ID.eq(id.value())), 0, 1).stream().findFirst();
    }

    /// The bill as it stands; nobody else corrects it until the transaction ends.
    public Optional<BillView> lock(Condition visible, BillId id) {
        database.select(BILL.ID)
                .from(BILL)
                .where(BILL.ID.eq(id.value()))
                .forUpdate()
                .execute();
        return find(visible, id);
    }

    public Optional<BillView> ofJob(Condition visible, JobId job) {
        return fetch(visible.and(BILL_NOW.JOB_ID.eq(job.value())), 0, 1).stream()
                .findFirst();
    }

    /// The bills of a lease, in the order of their periods.
    public List<BillView> ofLease(Condition visible, String lease) {
        return database.selectFrom(BILL_NOW)
                .where(visible, BILL_NOW.LEASE_ID.eq(lease))
                .orderBy(BILL_NOW.LEASE_PERIOD)
                .fetch(BillStore::view);
    }

    public List<BillView> list(Condition visible, long offset, int limit) {
        return fetch(visible, offset, limit);
    }

    /// Newest first, from the bill after a given one; for pages with cursors.
    public List<BillView> page(Condition visible, @Nullable String after, int rows) {
        return database.selectFrom(BILL_NOW)
                .where(visible, after == null ? DSL.noCondition() : BILL_NOW.ID.lt(after))
                .orderBy(BILL_NOW.ID.desc())
                .limit(rows)
                .fetch(BillStore::view);
    }

    /// Sums over all bills that the condition allows.
    public BillTotals totals(Condition visible) {
        return database.select(
                        sum(BILL_NOW.LIST_FEN), sum(BILL_NOW.VOUCHER_FEN), sum(BILL_NOW.OWN_FEN), sum(BILL_NOW.GPU_MS))
                .from(BILL_NOW)
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
                : BILL_NOW.ISSUED_AT
                        .ge(start(period.first()))
                        .and(BILL_NOW.ISSUED_AT.lt(start(period.last().plusDays(1))));
    }

    private static OffsetDateTime start(LocalDate day) {
        return day.atStartOfDay(BusinessClock.ZONE).toOffsetDateTime();
    }

    private static long whole(@Nullable BigDecimal sum) {
        return sum == null ? 0 : sum.longValueExact();
    }

    public int count(Condition visible) {
        return database.fetchCount(BILL_NOW, visible);
    }

    /// Bills that a firm's reader may see; those of the simulation are in no list and no sum.
    public static Condition ofFirm(Scope scope) {
        return withSimulatedOfFirm(scope).and(BILL_NOW.IS_SIMULATED.isFalse());
    }

    /// The same with those of the simulation: for one bill that is asked for by its number.
    public static Condition withSimulatedOfFirm(Scope scope) {
        return Scope.condition(scope, BILL_NOW.FIRM_ID);
    }

    /// Bills that a provider's reader may see.
    public static Condition ofProvider(Scope scope) {
        return Scope.condition(scope, BILL_NOW.PROVIDER_ID).and(BILL_NOW.IS_SIMULATED.isFalse());
    }

    /// Bills that a reader may see as the firm that is billed, or as the provider that bills.
    public static Condition ofEither(Actor actor) {
        return either(actor, BILL_NOW.FIRM_ID, BILL_NOW.PROVIDER_ID);
    }

    /// The same for other rows that name a firm and a provider. Whoever sees all of one side sees all: "no condition"
    /// or
    /// another would be the other.
    public static Condition either(Actor actor, Field<String> firm, Field<String> provider) {
        var billed = actor.scope(Permission.READ_BILL);
        var billing = actor.scope(Permission.READ_RECEIVABLE);
        return billed instanceof Scope.All || billing instanceof Scope.All
                ? DSL.noCondition()
                : Scope.condition(billed, firm).or(Scope.condition(billing, provider));
    }

    private List<BillView> fetch(Condition condition, long offset, int limit) {
        return database.selectFrom(BILL_NOW)
                .where(condition)
                .orderBy(BILL_NOW.ISSUED_AT.desc(), BILL_NOW.ID.desc())
                .offset(offset)
                .limit(limit)
                .fetch(BillStore::view);
    }

    private static BillView.Subject subject(BillNowRecord row) {
        var job = row.getJobId();
        var period = row.getLeasePeriod();
        return new BillView.Subject(job == null ? null : new JobId(job), row.getLeaseId(), period == null ? 0 : period);
    }

    private static BillView view(BillNowRecord row) {
        return new BillView(
                new BillId(row.getId()),
                subject(row),
                row.getName(),
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
                row.getCorrections(),
                new Fen(row.getIssuedListFen()),
                row.getIsSimulated(),
                new GpuShare(row.getSharesPerGpu()));
    }
}
