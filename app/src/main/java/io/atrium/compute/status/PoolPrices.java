// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.status;

import static io.atrium.jooq.Tables.POOL;
import static io.atrium.jooq.Tables.POOL_PRICE;

import io.atrium.compute.ComputeRefusal;
import io.atrium.identity.Audit;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Fen;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Scope;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.Requests;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The prices of pools over time (价格变更). A price begins on a coming day and never touches a job that was submitted
/// before: a job keeps the price under which it was submitted.
@Component
public class PoolPrices {

    public static final Fen PRICE_MAX = new Fen(1_000_000);
    static final int AHEAD_DAYS_MAX = 365;

    private final DSLContext database;
    private final Requests requests;
    private final Audit audit;
    private final BusinessClock clock;

    PoolPrices(DSLContext database, Requests requests, Audit audit, BusinessClock clock) {
        this.database = database;
        this.requests = requests;
        this.audit = audit;
        this.clock = clock;
    }

    /// A price and the moment from which it is asked.
    public record DatedPrice(String pool, Fen pricePerGpuHour, Instant from) {}

    record Changed(String pool) {}

    /// Refused: throws. Another price for the same coming day replaces the first.
    @Transactional
    public void change(Actor actor, ChangePrice command) {
        actor.require(Permission.OPERATE_POOL);
        requests.once(actor, command.key(), command, Changed.class, () -> changeNow(actor, command));
    }

    private Changed changeNow(Actor actor, ChangePrice command) {
        requireOwnPool(actor, command.pool());
        check(command);
        var from = command.from().atStartOfDay(BusinessClock.ZONE).toOffsetDateTime();
        database.insertInto(POOL_PRICE)
                .set(POOL_PRICE.POOL_ID, command.pool())
                .set(POOL_PRICE.VALID_FROM, from)
                .set(POOL_PRICE.FEN_PER_GPU_HOUR, command.pricePerGpuHour().value())
                .onConflict(POOL_PRICE.POOL_ID, POOL_PRICE.VALID_FROM)
                .doUpdate()
                .set(POOL_PRICE.FEN_PER_GPU_HOUR, command.pricePerGpuHour().value())
                .execute();
        audit.record(
                actor,
                "compute.price-changed",
                command.pool(),
                Map.of(
                        "fen_per_gpu_hour",
                        command.pricePerGpuHour().value(),
                        "from",
                        command.from().toString()));
        return new Changed(command.pool());
    }

    /// The right price, from this moment on, in place of one that was asked by mistake. Joins the transaction of
    /// whoever
    /// agreed to the correction.
    @Transactional(propagation = Propagation.MANDATORY)
    public void succeedAtOnce(Actor actor, String pool, Fen right) {
        requireOwnPool(actor, pool);
        database.insertInto(POOL_PRICE)
                .set(POOL_PRICE.POOL_ID, pool)
                .set(POOL_PRICE.VALID_FROM, clock.instant().atOffset(ZoneOffset.UTC))
                .set(POOL_PRICE.FEN_PER_GPU_HOUR, right.value())
                .execute();
        audit.record(actor, "compute.price-succeeded", pool, Map.of("fen_per_gpu_hour", right.value()));
    }

    private void check(ChangePrice command) {
        var price = command.pricePerGpuHour();
        if (!price.isPositive() || price.compareTo(PRICE_MAX) > 0) {
            throw new RefusedException(Refusal.of(ComputeRefusal.PRICE_OUT_OF_RANGE, "max", PRICE_MAX));
        }
        var today = clock.today();
        if (!command.from().isAfter(today) || command.from().isAfter(today.plusDays(AHEAD_DAYS_MAX))) {
            throw new RefusedException(Refusal.of(ComputeRefusal.PRICE_DAY_OUT_OF_RANGE, "max", AHEAD_DAYS_MAX));
        }
    }

    private void requireOwnPool(Actor actor, String pool) {
        var own = Scope.condition(actor.scope(Permission.OPERATE_POOL), POOL.PROVIDER_ID);
        if (!database.fetchExists(POOL, POOL.ID.eq(pool).and(own))) {
            throw new RefusedException(CommonRefusal.NOT_FOUND);
        }
    }

    /// Prices that are decided and not asked yet, soonest first; public like the price list.
    @Transactional(readOnly = true)
    public List<DatedPrice> coming() {
        return database.selectFrom(POOL_PRICE)
                .where(POOL_PRICE.VALID_FROM.gt(OffsetDateTime.ofInstant(clock.instant(), BusinessClock.ZONE)))
                .orderBy(POOL_PRICE.VALID_FROM, POOL_PRICE.POOL_ID)
                .fetch(row -> new DatedPrice(
                        row.getPoolId(),
                        new Fen(row.getFenPerGpuHour()),
                        row.getValidFrom().toInstant()));
    }
}
