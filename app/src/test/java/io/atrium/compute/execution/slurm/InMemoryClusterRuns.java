// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.execution.slurm;

import io.atrium.compute.execution.RunId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// The twin of the table, for tests of the engine.
final class InMemoryClusterRuns implements ClusterRuns {

    private final Map<RunId, ClusterRun> rows = new ConcurrentHashMap<>();

    @Override
    public Optional<ClusterRun> find(RunId id) {
        return Optional.ofNullable(rows.get(id));
    }

    @Override
    public boolean add(ClusterRun run) {
        return rows.putIfAbsent(run.id(), run) == null;
    }

    @Override
    public void save(ClusterRun run) {
        rows.replace(run.id(), run);
    }

    @Override
    public synchronized boolean claim(ClusterRun before, ClusterRun after) {
        var now = rows.get(before.id());
        boolean isUnchanged = now != null && now.job() == null && Objects.equals(now.submitted(), before.submitted());
        if (isUnchanged) {
            rows.put(after.id(), after);
        }
        return isUnchanged;
    }

    @Override
    public void remove(RunId id) {
        rows.remove(id);
    }

    @Override
    public List<ClusterRun> findAll(Collection<RunId> ids) {
        return ids.stream().distinct().flatMap(id -> find(id).stream()).toList();
    }

    @Override
    public List<ClusterRun> toClear(String cluster, int max) {
        return rows.values().stream()
                .filter(run -> run.cluster().equals(cluster) && run.isForgotten() && run.givingBack() != null)
                .limit(max)
                .toList();
    }
}
