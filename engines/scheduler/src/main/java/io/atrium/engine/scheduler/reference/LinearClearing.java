// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.reference;

import static java.util.Comparator.comparing;

import io.atrium.engine.scheduler.Clearing;
import io.atrium.engine.scheduler.model.NodeId;
import io.atrium.engine.scheduler.model.Placement;
import io.atrium.engine.scheduler.model.Pool;
import io.atrium.engine.scheduler.model.Running;
import io.atrium.engine.scheduler.model.Slice;
import io.atrium.engine.scheduler.rule.RuleCatalogue;
import io.atrium.engine.scheduler.rule.Sacrifice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// The search of a round for who has to leave, spelled out: for each node of the gang all nodes are asked anew, and on
/// each whoever could leave.
final class LinearClearing {
    private final SequencedMap<NodeId, Integer> free;
    private final Pool pool;
    private final List<Running> leavers;
    private final Instant at;
    private final List<Running> leaving = new ArrayList<>();
    private final List<NodeId> taken = new ArrayList<>();

    private record Offer(NodeId node, List<Running> leaving, Sacrifice sacrifice) {}

    /// @param free GPUs that are free on the nodes that may be used, by id
    LinearClearing(SequencedMap<NodeId, Integer> free, Pool pool, List<Running> leavers, Instant at) {
        this.free = free;
        this.pool = pool;
        this.at = at;
        this.leavers = leavers.stream()
                .sorted(comparing(Running::isLeaving)
                        .reversed()
                        .thenComparing(job -> job.gpuMillisAtRisk(at))
                        .thenComparing(Running::job))
                .toList();
    }

    Optional<Clearing> of(int gpus) {
        var wanted = new ArrayList<Integer>();
        for (var left = gpus; left > 0; left -= pool.piecesPerNode()) {
            wanted.add(Math.min(left, pool.piecesPerNode()));
        }
        var offers = new ArrayList<Offer>();
        for (var part : wanted) {
            var best = free.keySet().stream()
                    .filter(node -> !taken.contains(node))
                    .flatMap(node -> offer(node, part).stream())
                    .reduce((one, other) ->
                            RuleCatalogue.compare(other.sacrifice(), one.sacrifice()) < 0 ? other : one);
            if (best.isEmpty()) {
                return Optional.empty();
            }
            taken.add(best.get().node());
            leaving.addAll(best.get().leaving());
            offers.add(best.get());
        }
        var last = offers.getLast();
        return Optional.of(new Clearing(
                placement(gpus), leaving, sacrifice(leaving, last.sacrifice().leftFree())));
    }

    private Placement placement(int gpus) {
        var whole = gpus / pool.piecesPerNode();
        var slices = new ArrayList<Slice>();
        taken.stream().limit(whole).sorted().forEach(node -> slices.add(new Slice(node, pool.piecesPerNode())));
        taken.stream().skip(whole).forEach(node -> slices.add(new Slice(node, gpus % pool.piecesPerNode())));
        return new Placement(pool.id(), slices, pool.share());
    }

    private Optional<Offer> offer(NodeId node, int wanted) {
        var chosen = new ArrayList<Running>();
        for (var job : leavers) {
            if (free(node, chosen) < wanted && !leaving.contains(job) && held(job, node) > 0) {
                chosen.add(job);
            }
        }
        for (var job : List.copyOf(chosen).reversed()) {
            if (free(node, chosen) - held(job, node) >= wanted) {
                chosen.remove(job);
            }
        }
        var spare = free(node, chosen) - wanted;
        return spare < 0 ? Optional.empty() : Optional.of(new Offer(node, chosen, sacrifice(chosen, spare)));
    }

    private int free(NodeId node, List<Running> gone) {
        var given = 0;
        for (var jobs : List.of(leaving, gone)) {
            given += jobs.stream().mapToInt(job -> held(job, node)).sum();
        }
        return free.getOrDefault(node, 0) + given;
    }

    private static int held(Running job, NodeId node) {
        return job.placement().slices().stream()
                .filter(slice -> slice.node().equals(node))
                .mapToInt(Slice::gpus)
                .sum();
    }

    private Sacrifice sacrifice(List<Running> jobs, int leftFree) {
        var lost = jobs.stream().mapToLong(job -> job.gpuMillisAtRisk(at)).sum();
        return new Sacrifice(
                lost, (int) jobs.stream().filter(job -> !job.isLeaving()).count(), leftFree);
    }
}
