// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.lease;

import static io.atrium.jooq.Tables.LEASE_PRICE;
import static io.atrium.jooq.Tables.POOL;

import io.atrium.compute.ComputeRefusal;
import io.atrium.compute.status.PoolPrices;
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
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.DSLContext;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What pools ask for leases (租价): steps by the length of the term. A pool without a step is not leased.
@Component
public class LeasePrices {

    private final DSLContext database;
    private final Requests requests;
    private final Audit audit;
    private final BusinessClock clock;

    LeasePrices(DSLContext database, Requests requests, Audit audit, BusinessClock clock) {
        this.database = database;
        this.requests = requests;
        this.audit = audit;
        this.clock = clock;
    }

    record Changed(String pool) {}

    /// Refused: throws. From now on; contracts keep the price that they were signed at.
    @Transactional
    public void change(Actor actor, ChangeLeasePrice command) {
        actor.require(Permission.OPERATE_POOL);
        requests.once(actor, command.key(), command, Changed.class, () -> changeNow(actor, command));
    }

    private Changed changeNow(Actor actor, ChangeLeasePrice command) {
        var own = Scope.condition(actor.scope(Permission.OPERATE_POOL), POOL.PROVIDER_ID);
        if (!database.fetchExists(POOL, POOL.ID.eq(command.pool()).and(own))) {
            throw new RefusedException(CommonRefusal.NOT_FOUND);
        }
        check(command);
        requireWholeGpus(command.pool());
        database.insertInto(LEASE_PRICE)
                .set(LEASE_PRICE.POOL_ID, command.pool())
                .set(LEASE_PRICE.DAYS_MIN, command.daysMin())
                .set(LEASE_PRICE.VALID_FROM, clock.instant().atOffset(ZoneOffset.UTC))
                .set(LEASE_PRICE.FEN_PER_GPU_HOUR, command.pricePerGpuHour().value())
                .execute();
        audit.record(
                actor,
                "compute.lease-price-changed",
                command.pool(),
                Map.of(
                        "days_min",
                        command.daysMin(),
                        "fen_per_gpu_hour",
                        command.pricePerGpuHour().value()));
        return new Changed(command.pool());
    }

    private void requireWholeGpus(String pool) {
        if (database.fetchExists(POOL, POOL.ID.eq(pool), POOL.SHARES_PER_GPU.ne((short) 1))) {
            throw new RefusedException(Refusal.of(ComputeRefusal.LEASE_WHOLE_GPUS, "pool", pool));
        }
    }

    private static void check(ChangeLeasePrice command) {
        var price = command.pricePerGpuHour();
        if (!price.isPositive() || price.compareTo(PoolPrices.PRICE_MAX) > 0) {
            throw new RefusedException(Refusal.of(ComputeRefusal.PRICE_OUT_OF_RANGE, "max", PoolPrices.PRICE_MAX));
        }
        if (command.daysMin() < 1 || command.daysMin() > LeaseWish.DAYS_MAX) {
            throw new RefusedException(Refusal.of(ComputeRefusal.LEASE_TERM_OUT_OF_RANGE, "max", LeaseWish.DAYS_MAX));
        }
    }

    /// All steps in force, by pool and length; public like the price list.
    @Transactional(readOnly = true)
    public List<LeasePrice> inForce() {
        return database.selectDistinct(LEASE_PRICE)
                .on(LEASE_PRICE.POOL_ID, LEASE_PRICE.DAYS_MIN)
                .from(LEASE_PRICE)
                .where(LEASE_PRICE.VALID_FROM.le(clock.instant().atOffset(ZoneOffset.UTC)))
                .orderBy(LEASE_PRICE.POOL_ID, LEASE_PRICE.DAYS_MIN, LEASE_PRICE.VALID_FROM.desc())
                .fetch(row -> new LeasePrice(
                        row.value1().getPoolId(),
                        row.value1().getDaysMin(),
                        new Fen(row.value1().getFenPerGpuHour()),
                        row.value1().getValidFrom().toInstant()));
    }

    /// The step of the longest term that a lease of so many days reaches.
    Optional<LeasePrice> step(String pool, int days) {
        return inForce().stream()
                .filter(price -> price.pool().equals(pool) && price.daysMin() <= days)
                .max(Comparator.comparingInt(LeasePrice::daysMin));
    }
}
