// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.engine;

import io.atrium.compute.ComputeRefusal;
import io.atrium.compute.PoolView;
import io.atrium.compute.execution.Readiness;
import io.atrium.compute.execution.slurm.SlurmEngine;
import io.atrium.compute.store.FleetStore;
import io.atrium.compute.store.PoolEngineStore;
import io.atrium.identity.Audit;
import io.atrium.identity.OrganisationView;
import io.atrium.identity.Organisations;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.Requests;
import io.atrium.web.Seen;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The front door to which engine runs a pool's jobs (执行方式). A change is for jobs that start from then on; what runs
/// is left where it runs.
@Component
public class PoolEngines {

    private final Engines engines;
    private final SlurmSettings settings;
    private final PoolEngineStore store;
    private final FleetStore fleet;
    private final Organisations organisations;
    private final Requests requests;
    private final Audit audit;
    private final BusinessClock clock;

    PoolEngines(
            Engines engines,
            SlurmSettings settings,
            PoolEngineStore store,
            FleetStore fleet,
            Organisations organisations,
            Requests requests,
            Audit audit,
            BusinessClock clock) {
        this.engines = engines;
        this.settings = settings;
        this.store = store;
        this.fleet = fleet;
        this.organisations = organisations;
        this.requests = requests;
        this.audit = audit;
        this.clock = clock;
    }

    record Connected(String pool, String engine) {}

    /// The engines that a pool may use: this machine, and for whole GPUs the clusters of its provider. What a cluster
    /// calls a shard is not the share that a pool sells: of it, it promises no part of the memory.
    @Transactional(readOnly = true)
    public List<EngineChoice> choices(PoolView pool) {
        var provider = organisations.find(pool.provider()).orElseThrow();
        var choices = new ArrayList<EngineChoice>();
        choices.add(new EngineChoice(engines.here().name(), ""));
        settings.named().forEach((name, cluster) -> {
            if (pool.shape().share().isWhole() && isOf(provider, cluster)) {
                choices.add(
                        new EngineChoice(SlurmEngine.NAMES + name, cluster.url().toString()));
            }
        });
        return choices;
    }

    private static boolean isOf(OrganisationView provider, SlurmSettings.Cluster cluster) {
        return cluster.provider().equals(provider.unifiedCode())
                || cluster.provider().equals(provider.id().value());
    }

    /// Refused: throws. An engine that is not ready is not chosen: its jobs would only wait.
    @Transactional
    public void connect(Actor actor, ConnectPool command) {
        actor.require(Permission.OPERATE_POOL);
        requests.once(actor, command.key(), command, Connected.class, () -> connectNow(actor, command));
    }

    private Connected connectNow(Actor actor, ConnectPool command) {
        var pool = fleet.find(command.pool())
                .filter(found -> actor.scope(Permission.OPERATE_POOL).sees(found.provider()))
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
        store.lock(pool.id());
        command.seen().refusal(Seen.of(engines.ofPool(pool.id()))).ifPresent(refusal -> {
            throw new RefusedException(refusal);
        });
        if (!pool.shape().share().isWhole() && engines.isCluster(command.engine())) {
            throw new RefusedException(Refusal.of(ComputeRefusal.ENGINE_HAS_NO_SHARES, "engine", command.engine()));
        }
        if (choices(pool).stream().noneMatch(choice -> choice.name().equals(command.engine()))) {
            throw new RefusedException(Refusal.of(ComputeRefusal.ENGINE_UNKNOWN, "engine", command.engine()));
        }
        requireReady(command.engine());
        store.save(pool.id(), command.engine(), actor.name(), clock.instant());
        audit.record(actor, "compute.pool-connected", pool.id(), Map.of("engine", command.engine()));
        return new Connected(pool.id(), command.engine());
    }

    private void requireReady(String name) {
        var engine = engines.find(name).orElseThrow();
        if (engine.readiness() instanceof Readiness.NotReady(var lacks)) {
            throw new RefusedException(Refusal.of(
                    ComputeRefusal.ENGINE_NOT_READY, "missing", lacks.getFirst().what()));
        }
    }
}
