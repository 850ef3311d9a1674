// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.replay;

import io.atrium.engine.scheduler.index.PoolIndex;
import io.atrium.engine.scheduler.model.GpuModel;
import io.atrium.engine.scheduler.model.Node;
import io.atrium.engine.scheduler.model.NodeId;
import io.atrium.engine.scheduler.model.NodeState;
import io.atrium.engine.scheduler.model.Pool;
import io.atrium.engine.scheduler.model.PoolId;
import io.atrium.engine.scheduler.model.ProviderId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.TreeMap;

/// The nodes of a replay and what runs on them: one pool per size of node, each kept by the engine's own index.
final class Floor {
    private final List<PoolIndex> pools = new ArrayList<>();
    private final Map<NodeId, Place> places = new LinkedHashMap<>();
    private final Map<Integer, List<Place>> bySize = new HashMap<>();
    private int gpus;

    /// One node: how much is free, and who is on it.
    static final class Place {
        final int gpus;
        final List<Work> here = new ArrayList<>();
        int free;

        private Place(int gpus) {
            this.gpus = gpus;
            free = gpus;
        }
    }

    /// @param nodes how many nodes have how many GPUs
    Floor(SequencedMap<Integer, Integer> nodes) {
        for (var size : new TreeMap<>(nodes).entrySet()) {
            var pool = new Pool(
                    new PoolId("nodes-of-" + size.getKey()),
                    new ProviderId("trace"),
                    new GpuModel("any"),
                    size.getKey(),
                    0);
            var members = new ArrayList<Node>();
            for (var number = 0; number < size.getValue(); number++) {
                var id = new NodeId("n%d-%05d".formatted(size.getKey(), number));
                members.add(new Node(id, pool.id(), NodeState.UP));
                var place = new Place(size.getKey());
                places.put(id, place);
                bySize.computeIfAbsent(size.getKey(), _ -> new ArrayList<>()).add(place);
                gpus += size.getKey();
            }
            pools.add(PoolIndex.of(pool, members));
        }
    }

    int gpus() {
        return gpus;
    }

    /// The largest gang that could ever start: none spans two pools.
    int largestGang() {
        return pools.stream()
                .mapToInt(pool -> pool.nodes() * pool.pool().gpusPerNode())
                .max()
                .orElse(0);
    }

    int free() {
        return pools.stream().mapToInt(PoolIndex::freeGpus).sum();
    }

    /// The sizes of nodes, smallest first.
    List<Integer> sizes() {
        return pools.stream().map(pool -> pool.pool().gpusPerNode()).toList();
    }

    List<Place> places(int size) {
        return bySize.getOrDefault(size, List.of());
    }

    boolean fits(int wanted) {
        return pools.stream().anyMatch(pool -> pool.leftover(wanted) != PoolIndex.NO_FIT);
    }

    /// Starts the work at the tightest place; false if no place is free.
    boolean start(Work work, long now) {
        PoolIndex best = null;
        var tightest = Integer.MAX_VALUE;
        for (var pool : pools) {
            var leftover = pool.leftover(work.job.gpus());
            if (leftover != PoolIndex.NO_FIT && leftover < tightest) {
                best = pool;
                tightest = leftover;
            }
        }
        if (best == null) {
            return false;
        }
        work.start(now, best.take(work.job.gpus()));
        for (var slice : work.placement().slices()) {
            var place = place(slice.node());
            place.here.add(work);
            place.free -= slice.gpus();
        }
        return true;
    }

    /// Gives back what the work holds.
    void leave(Work work, long now) {
        var placement = work.leave(now);
        for (var slice : placement.slices()) {
            var place = place(slice.node());
            place.here.remove(work);
            place.free += slice.gpus();
        }
        for (var pool : pools) {
            if (pool.pool().id().equals(placement.pool())) {
                pool.release(placement);
            }
        }
    }

    /// The GPUs that a piece of work holds on one node.
    int held(Work work, Place place) {
        for (var slice : work.placement().slices()) {
            if (place(slice.node()) == place) {
                return slice.gpus();
            }
        }
        return 0;
    }

    private Place place(NodeId node) {
        return Objects.requireNonNull(places.get(node));
    }
}
