// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler;

import static java.util.stream.Collectors.toMap;

import io.atrium.engine.scheduler.RoundResult.Cleared;
import io.atrium.engine.scheduler.RoundResult.Placed;
import io.atrium.engine.scheduler.index.FleetLoadOutOfBounds;
import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.JobId;
import io.atrium.engine.scheduler.model.Node;
import io.atrium.engine.scheduler.model.NodeId;
import io.atrium.engine.scheduler.model.Placement;
import io.atrium.engine.scheduler.model.Pool;
import io.atrium.engine.scheduler.model.Snapshot;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// Adds up the load of every node once more, from the answers alone and away from the index, before a round is
/// believed: no node above its capacity, every gang whole and in one pool; the same for when those have left who are
/// told to.
final class FleetMirror {
    private FleetMirror() {}

    static void check(Snapshot snapshot, List<Placed> placed, List<Cleared> cleared) {
        check(snapshot, placed, List.of(), Set.of());
        var gone = cleared.stream().flatMap(place -> place.leaving().stream()).collect(Collectors.toSet());
        check(snapshot, placed, cleared, gone);
    }

    private static void check(Snapshot snapshot, List<Placed> placed, List<Cleared> cleared, Set<JobId> gone) {
        var load = new HashMap<NodeId, Integer>();
        snapshot.running().stream().filter(job -> !gone.contains(job.job())).forEach(job -> add(load, job.placement()));
        placed.forEach(started -> add(load, started.job(), started.placement()));
        cleared.forEach(place -> add(load, place.job(), place.placement()));
        var pools = snapshot.fleet().pools().stream().collect(toMap(Pool::id, Pool::piecesPerNode));
        var capacity = snapshot.fleet().nodes().stream().collect(toMap(Node::id, node -> pools.get(node.pool())));
        load.forEach((node, gpus) -> {
            if (gpus > capacity.getOrDefault(node, 0)) {
                throw new FleetLoadOutOfBounds(node, gpus, capacity.getOrDefault(node, 0));
            }
        });
    }

    private static void add(HashMap<NodeId, Integer> load, Job job, Placement placement) {
        if (placement.gpus() != job.gpus()) {
            throw new IllegalStateException("half a gang: " + job.id());
        }
        add(load, placement);
    }

    private static void add(HashMap<NodeId, Integer> load, Placement placement) {
        placement.slices().forEach(slice -> load.merge(slice.node(), slice.gpus(), Math::addExact));
    }
}
