// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.engine;

import io.atrium.compute.JobView;
import io.atrium.compute.execution.ExecutionEngine;
import io.atrium.compute.execution.LocalProcessEngine;
import io.atrium.compute.execution.simulated.SimulatedEngine;
import io.atrium.compute.execution.slurm.ClusterRuns;
import io.atrium.compute.execution.slurm.SlurmEngine;
import io.atrium.compute.store.PoolEngineStore;
import io.atrium.kernel.node.AppNodes;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/// The execution engines of this installation by their names: the one of this machine, one for each cluster, and in the
/// demo the simulated one, which no pool can choose.
@Component
public class Engines {

    private final LocalProcessEngine here;
    private final AppNodes nodes;
    private final Map<String, SlurmEngine> clusters = new TreeMap<>();
    private final Optional<SimulatedEngine> simulated;
    private final PoolEngineStore pools;

    Engines(
            LocalProcessEngine here,
            AppNodes nodes,
            SlurmSettings settings,
            ClusterRuns runs,
            InstantSource systemClock,
            PoolEngineStore pools,
            Optional<SimulatedEngine> simulated) {
        this.here = here;
        this.nodes = nodes;
        this.simulated = simulated;
        this.pools = pools;
        settings.named().forEach((name, cluster) -> {
            var engine = new SlurmEngine(cluster.named(name), cluster::secret, runs, systemClock, settings.lostAfter());
            clusters.put(engine.name(), engine);
        });
    }

    /// The engine that was asked to run a job, or would be asked now. Not for jobs on nodes' machines, of which each
    /// node
    /// has its own.
    public ExecutionEngine of(JobView job) {
        return named(nameFor(job));
    }

    /// The engine that can tell of a job's run, seen from this node.
    public Optional<ExecutionEngine> within(JobView job) {
        boolean isElsewhere =
                isOnNode(job) && !job.runNode().isEmpty() && !job.runNode().equals(nodes.self());
        return isElsewhere ? Optional.empty() : find(nameFor(job));
    }

    /// Whether a job is for a node's machine, whichever.
    public boolean isOnNode(JobView job) {
        return nameFor(job).equals(here.name());
    }

    /// Its name.
    public String nameFor(JobView job) {
        return job.engine().isEmpty() ? ofPool(job.ask().pool()) : job.engine();
    }

    /// The name of the engine that runs what is placed in a pool from now on.
    public String ofPool(String pool) {
        return pools.find(pool).orElse(here.name());
    }

    /// The same for all pools at once.
    public UnaryOperator<String> ofPools() {
        var own = pools.all();
        return pool -> own.getOrDefault(pool, here.name());
    }

    /// Pools whose jobs run on clusters.
    public Set<String> elsewhere() {
        return pools.all().entrySet().stream()
                .filter(entry -> !entry.getValue().equals(here.name()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
    }

    /// Whether what a pool runs is run by this machine.
    public boolean isHere(String pool) {
        return ofPool(pool).equals(here.name());
    }

    public Optional<ExecutionEngine> find(String name) {
        if (name.equals(here.name())) {
            return Optional.of(here);
        }
        return name.equals(SimulatedEngine.NAME)
                ? simulated.map(ExecutionEngine.class::cast)
                : Optional.ofNullable(clusters.get(name));
    }

    public boolean isCluster(String name) {
        return clusters.containsKey(name);
    }

    /// The engine of this node's machine.
    public LocalProcessEngine here() {
        return here;
    }

    public List<SlurmEngine> clusters() {
        return List.copyOf(clusters.values());
    }

    /// False for a job whose cluster was taken out of the settings: it waits until it is back.
    public boolean isKnown(JobView job) {
        return find(nameFor(job)).isPresent();
    }

    /// A job whose cluster was taken out of the settings waits until it is back.
    private ExecutionEngine named(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalStateException("the settings name no engine " + name
                        + ": write atrium.slurm.clusters." + name.replaceFirst("^slurm:", "") + " again"));
    }
}
