// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.lease;

import static io.atrium.jooq.Tables.LEASE;
import static io.atrium.jooq.Tables.LEASE_EVENT;
import static io.atrium.jooq.Tables.LEASE_PERIOD;

import io.atrium.compute.account.JobAccounts.Split;
import io.atrium.jooq.tables.records.LeasePeriodRecord;
import io.atrium.jooq.tables.records.LeaseRecord;
import io.atrium.kernel.Fen;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Scope;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// The rows of leases: reading under a scope, as firm or as provider, and changing.
@Component
class LeaseStore {

    private final DSLContext database;

    LeaseStore(DSLContext database) {
        this.database = database;
    }

    void insert(Consumer<LeaseRecord> fill) {
        var row = database.newRecord(LEASE);
        fill.accept(row);
        row.insert();
    }

    /// Moves a lease that is locked.
    void move(LeaseView lease, LeaseState next, Map<?, ?> changes) {
        if (!lease.state().allows(next)) {
            throw new IllegalStateException(lease.id() + " is " + lease.state() + " and cannot become " + next);
        }
        database.update(LEASE)
                .set(LEASE.STATE, next.name())
                .set(changes)
                .where(LEASE.ID.eq(lease.id().value()))
                .execute();
    }

    void change(LeaseId lease, Map<?, ?> changes) {
        database.update(LEASE).set(changes).where(LEASE.ID.eq(lease.value())).execute();
    }

    Optional<LeaseView> find(Scope scope, LeaseId id) {
        return database.selectFrom(LEASE)
                .where(visible(scope), LEASE.ID.eq(id.value()))
                .fetchOptional(LeaseStore::view);
    }

    /// The lease, locked until the transaction ends.
    Optional<LeaseView> lock(Scope scope, LeaseId id) {
        return database.selectFrom(LEASE)
                .where(visible(scope), LEASE.ID.eq(id.value()))
                .forUpdate()
                .fetchOptional(LeaseStore::view);
    }

    /// Those in force and to come first, then the others, newest first.
    List<LeaseView> list(Scope scope, long offset, int limit) {
        var isLive = LEASE.STATE.in(LeaseState.REQUESTED.name(), LeaseState.SIGNED.name(), LeaseState.ACTIVE.name());
        return database.selectFrom(LEASE)
                .where(visible(scope))
                .orderBy(DSL.when(isLive, 0).otherwise(1), LEASE.ID.desc())
                .offset(offset)
                .limit(limit)
                .fetch(LeaseStore::view);
    }

    List<LeaseView> page(Scope scope, @Nullable String after, int rows) {
        return database.selectFrom(LEASE)
                .where(visible(scope), after == null ? DSL.noCondition() : LEASE.ID.lt(after))
                .orderBy(LEASE.ID.desc())
                .limit(rows)
                .fetch(LeaseStore::view);
    }

    int count(Scope scope) {
        return database.fetchCount(LEASE, visible(scope));
    }

    List<LeaseId> inState(LeaseState state) {
        return database.select(LEASE.ID)
                .from(LEASE)
                .where(LEASE.STATE.eq(state.name()))
                .orderBy(LEASE.ID)
                .fetch(row -> new LeaseId(row.value1()));
    }

    /// What leases are called, by id.
    Map<String, String> names(Collection<String> ids) {
        return database.select(LEASE.ID, LEASE.NAME)
                .from(LEASE)
                .where(LEASE.ID.in(ids))
                .fetchMap(LEASE.ID, LEASE.NAME);
    }

    void insert(LeaseId lease, LeasePeriod period) {
        database.insertInto(LEASE_PERIOD)
                .set(LEASE_PERIOD.LEASE_ID, lease.value())
                .set(LEASE_PERIOD.NUMBER, period.number())
                .set(LEASE_PERIOD.FIRST_DAY, period.firstDay())
                .set(LEASE_PERIOD.LAST_DAY, period.lastDay())
                .set(LEASE_PERIOD.HELD_VOUCHER_ID, period.held().voucher())
                .set(LEASE_PERIOD.HELD_VOUCHER_FEN, period.held().voucherPart().value())
                .set(LEASE_PERIOD.HELD_OWN_FEN, period.held().ownPart().value())
                .execute();
    }

    /// The first period is held at the signature, before the day of the hand-over is known.
    void setDays(LeaseId lease, int period, LocalDate firstDay, LocalDate lastDay) {
        database.update(LEASE_PERIOD)
                .set(LEASE_PERIOD.FIRST_DAY, firstDay)
                .set(LEASE_PERIOD.LAST_DAY, lastDay)
                .where(LEASE_PERIOD.LEASE_ID.eq(lease.value()), LEASE_PERIOD.NUMBER.eq(period))
                .execute();
    }

    void settled(LeaseId lease, int period) {
        database.update(LEASE_PERIOD)
                .set(LEASE_PERIOD.IS_SETTLED, true)
                .where(LEASE_PERIOD.LEASE_ID.eq(lease.value()), LEASE_PERIOD.NUMBER.eq(period))
                .execute();
    }

    /// In their order.
    List<LeasePeriod> periods(LeaseId lease) {
        return database.selectFrom(LEASE_PERIOD)
                .where(LEASE_PERIOD.LEASE_ID.eq(lease.value()))
                .orderBy(LEASE_PERIOD.NUMBER)
                .fetch(LeaseStore::period);
    }

    void addEvent(LeaseId lease, LeaseEvent event) {
        database.insertInto(LEASE_EVENT)
                .set(LEASE_EVENT.LEASE_ID, lease.value())
                .set(LEASE_EVENT.AT, event.at().atOffset(ZoneOffset.UTC))
                .set(LEASE_EVENT.KIND, event.kind())
                .set(LEASE_EVENT.DETAIL, event.detail())
                .set(LEASE_EVENT.ACTOR, event.actor())
                .execute();
    }

    List<LeaseEvent> events(LeaseId lease) {
        return database.selectFrom(LEASE_EVENT)
                .where(LEASE_EVENT.LEASE_ID.eq(lease.value()))
                .orderBy(LEASE_EVENT.ID)
                .fetch(row -> new LeaseEvent(row.getAt().toInstant(), row.getKind(), row.getDetail(), row.getActor()));
    }

    private static Condition visible(Scope scope) {
        return Scope.condition(scope, LEASE.FIRM_ID, LEASE.PROVIDER_ID);
    }

    private static LeasePeriod period(LeasePeriodRecord row) {
        return new LeasePeriod(
                row.getNumber(),
                row.getFirstDay(),
                row.getLastDay(),
                new Split(row.getHeldVoucherId(), new Fen(row.getHeldVoucherFen()), new Fen(row.getHeldOwnFen())),
                row.getIsSettled());
    }

    private static LeaseView view(LeaseRecord row) {
        return new LeaseView(
                new LeaseId(row.getId()),
                new OrgId(row.getFirmId()),
                new OrgId(row.getProviderId()),
                new LeaseView.Thing(
                        row.getName(), row.getPoolId(), row.getNodes(), LeasePurpose.valueOf(row.getPurpose())),
                new LeaseTerms(row.getGpus(), row.getDays(), row.getDaysMin(), new Fen(row.getFenPerGpuHour())),
                new Fen(row.getTotalFen()),
                row.getStartsOn(),
                row.getEndsOn(),
                LeaseState.valueOf(row.getState()),
                new LeaseView.Requested(
                        row.getRequestedBy(),
                        row.getRequestedAt().toInstant(),
                        row.getSignBy().toInstant(),
                        row.getFirmIsAffiliated()),
                signed(row),
                row.getAccessNote(),
                row.getReceivedBy(),
                ended(row));
    }

    private static LeaseView.@Nullable Signed signed(LeaseRecord row) {
        return row.getSignedAt() == null
                ? null
                : new LeaseView.Signed(
                        Objects.requireNonNull(row.getSignedBy()),
                        row.getSignedAt().toInstant(),
                        row.getProviderIsAffiliated(),
                        row.getIsComputeOnly());
    }

    private static LeaseView.@Nullable Ended ended(LeaseRecord row) {
        if (LeaseState.valueOf(row.getState()).isLive()) {
            return null;
        }
        var kind = row.getEndKind();
        return new LeaseView.Ended(kind == null ? null : LeaseEnd.valueOf(kind), row.getEndedOn(), row.getEndReason());
    }
}
