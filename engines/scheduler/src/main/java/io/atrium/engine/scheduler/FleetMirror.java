// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler;

import static java.util.stream.Collectors.toMap;

import io.atrium.engine.scheduler.RoundResult.Placed;
import io.atrium.engine.scheduler.index.FleetLoadOutOfBounds;
import io.atrium.engine.scheduler.model.Node;
import io.atrium.engine.scheduler.model.NodeId;
import io.atrium.engine.scheduler.model.Placement;
import io.atrium.engine.scheduler.model.Pool;
import io.atrium.engine.scheduler.model.Snapshot;
import java.util.HashMap;
import java.util.List;

/// Adds up the load of every node once more, from the answers alone and away from the index, before a round is
/// believed: no node above its capacity, every gang whole and in one pool.
final class FleetMirror {
    private FleetMirror() {}

    static void check(Snapshot snapshot, List<Placed> placed) {
        var load = new HashMap<NodeId, Integer>();
        snapshot.running().forEach(job -> add(load, job.placement()));
        for (var started : placed) {
            if (started.placement().gpus() != started.job().gpus()) {
                throw new IllegalStateException("half a gang: " + started.job().id());
            }
            add(load, started.placement());
        }
        var pools = snapshot.fleet().pools().stream().collect(toMap(Pool::id, Pool::gpusPerNode));
        var capacity = snapshot.fleet().nodes().stream().collect(toMap(Node::id, node -> pools.get(node.pool())));
        load.forEach((node, gpus) -> {
            if (gpus > capacity.getOrDefault(node, 0)) {
                throw new FleetLoadOutOfBounds(node, gpus, capacity.getOrDefault(node, 0));
            }
        });
    }

    private static void add(HashMap<NodeId, Integer> load, Placement placement) {
        placement.slices().forEach(slice -> load.merge(slice.node(), slice.gpus(), Math::addExact));
    }
}
