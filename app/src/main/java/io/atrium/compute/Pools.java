// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import io.atrium.compute.store.FleetStore;
import io.atrium.engine.scheduler.model.NodeState;
import io.atrium.identity.Audit;
import io.atrium.identity.SystemActors;
import io.atrium.kernel.clock.BusinessClock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
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
        if (store.insert(pool, clock.instant())) {
            audit.record(
                    SystemActors.of("compute"),
                    "compute.pool-registered",
                    pool.id(),
                    Map.of("provider", pool.provider().value(), "gpus", pool.nodes() * pool.gpusPerNode()));
        }
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
