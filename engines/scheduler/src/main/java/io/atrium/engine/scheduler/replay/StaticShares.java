// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/// What each tenant would have without the pool: its own nodes, in proportion to its weight, first come, first served
/// with skipping. The ratio of its mean completion in the pool to that one says whether it is worse off.
final class StaticShares {
    private final SequencedMap<String, Integer> nodes = new LinkedHashMap<>();
    private final int gpusPerNode;

    /// Whole nodes by largest remainder, at least one each.
    StaticShares(Map<String, Integer> weights, int allNodes, int gpusPerNode) {
        this.gpusPerNode = gpusPerNode;
        var sum = weights.values().stream().mapToInt(weight -> weight).sum();
        var left = allNodes;
        var remainders = new ArrayList<Map.Entry<String, Long>>();
        for (var tenant : new TreeMap<>(weights).entrySet()) {
            var entitled = (long) tenant.getValue() * allNodes;
            var share = Math.max(1, (int) (entitled / sum));
            nodes.put(tenant.getKey(), share);
            remainders.add(Map.entry(tenant.getKey(), entitled % sum));
            left -= share;
        }
        remainders.sort(Map.Entry.<String, Long>comparingByValue().reversed());
        for (var i = 0; i < left; i++) {
            nodes.merge(remainders.get(i % remainders.size()).getKey(), 1, Integer::sum);
        }
    }

    SequencedMap<String, Integer> nodes() {
        return nodes;
    }

    /// By tenant: mean completion in the pool over mean completion on its own share. Jobs that its share could never
    /// run count in neither.
    SequencedMap<String, Double> rho(List<Work> pooled) {
        var byTenant = new HashMap<String, List<Work>>();
        for (var work : pooled) {
            byTenant.computeIfAbsent(work.job.tenant(), _ -> new ArrayList<>()).add(work);
        }
        var rho = new LinkedHashMap<String, Double>();
        nodes.forEach((tenant, share) -> {
            var own = byTenant.getOrDefault(tenant, List.of()).stream()
                    .filter(work -> work.job.gpus() <= share * gpusPerNode)
                    .toList();
            if (!own.isEmpty()) {
                rho.put(tenant, mean(own) / mean(alone(own, share)));
            }
        });
        return rho;
    }

    private List<Work> alone(List<Work> works, int share) {
        var fleet = new TreeMap<>(Map.of(gpusPerNode, share));
        var jobs = works.stream().map(work -> work.job).toList();
        return new Replay(fleet, new InTurn(true), new StartWatch(share * gpusPerNode))
                .run(jobs)
                .works();
    }

    private static double mean(List<Work> works) {
        return works.stream()
                .mapToLong(work -> work.end - work.job.submitS())
                .average()
                .orElseThrow();
    }
}
