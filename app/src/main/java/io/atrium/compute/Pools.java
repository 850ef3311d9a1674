// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import io.atrium.compute.store.FleetStore;
import io.atrium.engine.scheduler.model.NodeState;
import io.atrium.identity.Audit;
import io.atrium.identity.SystemActors;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.clock.BusinessClock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The front door of capacity: pools of the providers, their nodes and the price list (价目表).
@Component
public class Pools {

    private final FleetStore store;
    private final BusinessClock clock;
    private final Audit audit;

    Pools(FleetStore store, BusinessClock clock, Audit audit) {
        this.store = store;
        this.clock = clock;
        this.audit = audit;
    }

    /// Idempotent by the pool's id; a pool that is there is left as it is.
    @Transactional
    public void register(RegisterPool pool) {
        if (store.insert(pool, clock.instant(), clock.instant())) {
            audit.record(
                    SystemActors.of("compute"),
                    "compute.pool-registered",
                    pool.id(),
                    Map.of("provider", pool.provider().value(), "gpus", pool.nodes() * pool.gpusPerNode()));
        }
    }

    /// Brings a new pool whose first price holds from a day on; until then it is shown and takes no jobs. Joins the
    /// transaction of whoever accepted it. Refused: throws.
    @Transactional(propagation = Propagation.MANDATORY)
    public void open(Actor actor, RegisterPool pool, LocalDate from) {
        actor.require(Permission.OPERATE_POOL);
        var now = clock.instant();
        var opens = from.atStartOfDay(BusinessClock.ZONE).toInstant();
        if (!store.insert(pool, now, opens.isBefore(now) ? now : opens)) {
            throw new RefusedException(Refusal.of(ComputeRefusal.POOL_NAME_TAKEN, "pool", pool.id()));
        }
        audit.record(
                actor,
                "compute.pool-registered",
                pool.id(),
                Map.of(
                        "provider",
                        pool.provider().value(),
                        "gpus",
                        pool.nodes() * pool.gpusPerNode(),
                        "fen_per_gpu_hour",
                        pool.pricePerGpuHour().value(),
                        "from",
                        from.toString()));
    }

    /// All pools with capacity and the price in force; public.
    @Transactional(readOnly = true)
    public List<PoolView> list() {
        return store.views();
    }

    @Transactional(readOnly = true)
    public Optional<PoolView> find(String pool) {
        return store.find(pool);
    }

    /// Takes nodes out of service or back; jobs that run on them are left alone.
    @Transactional
    public int setState(List<String> nodes, NodeState state) {
        return store.setState(nodes, state);
    }
}
