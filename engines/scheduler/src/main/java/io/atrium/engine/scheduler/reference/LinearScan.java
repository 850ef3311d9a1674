// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.reference;

import io.atrium.engine.scheduler.model.Fleet;
import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.Node;
import io.atrium.engine.scheduler.model.NodeId;
import io.atrium.engine.scheduler.model.NodeState;
import io.atrium.engine.scheduler.model.Placement;
import io.atrium.engine.scheduler.model.Pool;
import io.atrium.engine.scheduler.model.PoolPreference;
import io.atrium.engine.scheduler.model.Shape;
import io.atrium.engine.scheduler.model.Slice;
import io.atrium.engine.scheduler.model.Wishes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Placement by looking at every node of every allowed pool, once for each decision.
///
/// The same choice as `FleetIndex`, spelled out without its rules and buckets: tests compare the two on random
/// streams, the benchmark takes the speed of this one as its peer.
public final class LinearScan {
    private final Map<Pool, List<Cell>> cells = new LinkedHashMap<>();
    private final Map<NodeId, Cell> byNode = new HashMap<>();

    public LinearScan(Fleet fleet) {
        var nodes = fleet.nodesByPool();
        for (var pool : fleet.pools()) {
            cells.put(pool, new ArrayList<>());
            for (var node : nodes.getOrDefault(pool.id(), List.of())) {
                var cell = new Cell(node, pool.piecesPerNode());
                cells.get(pool).add(cell);
                byNode.put(node.id(), cell);
            }
        }
    }

    public Optional<Placement> place(Job job) {
        return place(job, _ -> true);
    }

    /// The same on those nodes only that may be used.
    public Optional<Placement> place(Job job, Predicate<Node> mayUse) {
        Choice best = null;
        for (var entry : cells.entrySet()) {
            if (mayUse(job, entry.getKey())) {
                var choice = choose(new Asked(job.gpus(), mayUse), entry.getKey(), entry.getValue());
                if (choice != null && (best == null || choice.isBetterThan(best, job.wishes()))) {
                    best = choice;
                }
            }
        }
        return best == null ? Optional.empty() : Optional.of(best.take());
    }

    public void release(Placement placement) {
        for (var slice : placement.slices()) {
            Objects.requireNonNull(byNode.get(slice.node())).free += slice.gpus();
        }
    }

    /// Books what was chosen elsewhere.
    public void load(Placement placement) {
        for (var slice : placement.slices()) {
            Objects.requireNonNull(byNode.get(slice.node())).free -= slice.gpus();
        }
    }

    private static boolean mayUse(Job job, Pool pool) {
        var wishes = job.wishes();
        return (wishes.model().isEmpty() || wishes.model().get().equals(pool.model()))
                && (wishes.providers().isEmpty() || wishes.providers().contains(pool.provider()))
                && (wishes.pools().isEmpty() || wishes.pools().contains(pool.id()))
                && sells(wishes.shape(), pool.shape())
                && (wishes.fenPerGpuHourMax().isEmpty()
                        || pool.fenPerGpuHour() <= wishes.fenPerGpuHourMax().getAsLong());
    }

    private static boolean sells(Shape wanted, Shape sold) {
        var cutsWanted = wanted.share().perGpu();
        var cutsSold = sold.share().perGpu();
        return (cutsWanted == 1 ? cutsSold == 1 : cutsSold > 1 && cutsSold <= cutsWanted)
                && sold.perGpu().cpus() >= wanted.perGpu().cpus()
                && sold.perGpu().memoryGib() >= wanted.perGpu().memoryGib()
                && sold.link().gbps() >= wanted.link().gbps();
    }

    /// The first empty nodes for the whole part, then the tightest other node for the rest.
    private static @Nullable Choice choose(Asked asked, Pool pool, List<Cell> cells) {
        var gpus = asked.gpus();
        var whole = new ArrayList<Cell>();
        var rest = gpus % pool.piecesPerNode();
        Cell last = null;
        for (var cell : cells) {
            if (cell.node.state() != NodeState.UP || !asked.mayUse().test(cell.node)) {
                continue;
            }
            if (cell.free == pool.piecesPerNode() && whole.size() < gpus / pool.piecesPerNode()) {
                whole.add(cell);
            } else if (rest > 0 && cell.free >= rest && (last == null || cell.free < last.free)) {
                last = cell;
            }
        }
        var fits = whole.size() == gpus / pool.piecesPerNode() && (rest == 0 || last != null);
        return fits ? new Choice(pool, whole, last, rest) : null;
    }

    private record Asked(int gpus, Predicate<Node> mayUse) {}

    private static final class Cell {
        private final Node node;
        private int free;

        private Cell(Node node, int free) {
            this.node = node;
            this.free = free;
        }
    }

    private record Choice(
            Pool pool, List<Cell> whole, @Nullable Cell last, int rest) {
        private boolean isBetterThan(Choice other, Wishes wishes) {
            var data = wishes.dataAt().orElse(null);
            if (pool.provider().equals(data) != other.pool.provider().equals(data)) {
                return pool.provider().equals(data);
            }
            var price = pool.fenPerGpuHour() / (double) pool.share().perGpu();
            var otherPrice =
                    other.pool.fenPerGpuHour() / (double) other.pool.share().perGpu();
            if (wishes.preference() == PoolPreference.CHEAPEST && price != otherPrice) {
                return price < otherPrice;
            }
            return leftover() < other.leftover();
        }

        private int leftover() {
            return last == null ? 0 : last.free - rest;
        }

        private Placement take() {
            var slices = new ArrayList<Slice>();
            for (var cell : whole) {
                slices.add(new Slice(cell.node.id(), cell.free));
                cell.free = 0;
            }
            if (last != null) {
                slices.add(new Slice(last.node.id(), rest));
                last.free -= rest;
            }
            return new Placement(pool.id(), slices, pool.share());
        }
    }
}
