// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler;

import static java.util.Comparator.comparing;

import io.atrium.engine.scheduler.index.PoolIndex;
import io.atrium.engine.scheduler.model.Placement;
import io.atrium.engine.scheduler.model.Running;
import io.atrium.engine.scheduler.model.Slice;
import io.atrium.engine.scheduler.rule.RuleCatalogue;
import io.atrium.engine.scheduler.rule.Sacrifice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// Finds the nodes of one pool on which a gang fits at the least loss: whole ones and one for the rest, node by node
/// the
/// cheapest. A job that leaves one node leaves all of its nodes, so what it frees elsewhere costs nothing more.
///
/// ```
/// node-1 [aaaa....]  node-2 [aaaabbbb]  node-3 [cccccccc]   a, b, c borrowed   the gang wants 12
/// whole: node-3 (c leaves)   rest: node-1 (nobody leaves)   or whole: node-2 (a, b), rest: node-1 free by then
/// ```
/// It finds room whenever there is some with all of them gone: only nodes that can be emptied are taken whole, and
/// which of them are makes no difference to what is left for the rest.
final class ClearingSearch {
    private final PoolIndex index;
    private final Instant at;
    private final Map<Integer, List<Running>> here = new HashMap<>();
    private final Set<Running> leaving = new LinkedHashSet<>();
    private final Set<Integer> taken = new LinkedHashSet<>();
    private final int[] given;

    private record Offer(int node, List<Running> leaving, Sacrifice sacrifice) {}

    /// @param index the nodes that may be used, with what runs on them
    /// @param candidates who may leave
    ClearingSearch(PoolIndex index, Collection<Running> candidates, Instant at) {
        this.index = index;
        this.at = at;
        given = new int[index.nodes()];
        for (var job : candidates.stream().sorted(cheapestFirst(at)).toList()) {
            for (var slice : job.placement().slices()) {
                here.computeIfAbsent(index.number(slice.node()), _ -> new ArrayList<>())
                        .add(job);
            }
        }
    }

    static Comparator<Running> cheapestFirst(Instant at) {
        return comparing(Running::isLeaving)
                .reversed()
                .thenComparingLong(job -> job.gpuMillisAtRisk(at))
                .thenComparing(Running::job);
    }

    Optional<Clearing> of(int gpus) {
        var perNode = index.pool().piecesPerNode();
        var whole = new ArrayList<Integer>();
        for (var left = gpus / perNode; left > 0; left--) {
            var offer = cheapest(perNode);
            if (offer == null) {
                return Optional.empty();
            }
            accept(offer);
            whole.add(offer.node());
        }
        var slices = new ArrayList<Slice>();
        whole.stream().sorted().forEach(node -> slices.add(new Slice(index.node(node), perNode)));
        var leftFree = 0;
        var rest = gpus % perNode;
        if (rest > 0) {
            var offer = cheapest(rest);
            if (offer == null) {
                return Optional.empty();
            }
            accept(offer);
            slices.add(new Slice(index.node(offer.node()), rest));
            leftFree = offer.sacrifice().leftFree();
        }
        return Optional.of(new Clearing(
                new Placement(index.pool().id(), slices, index.pool().share()),
                List.copyOf(leaving),
                sacrifice(leaving, leftFree)));
    }

    private void accept(Offer offer) {
        taken.add(offer.node());
        for (var job : offer.leaving()) {
            leaving.add(job);
            job.placement().slices().forEach(slice -> given[index.number(slice.node())] += slice.gpus());
        }
    }

    private @Nullable Offer cheapest(int wanted) {
        Offer best = null;
        for (var node = 0; node < given.length; node++) {
            var offer = index.isOffered(node) && !taken.contains(node) ? offer(node, wanted) : null;
            if (offer != null && (best == null || RuleCatalogue.compare(offer.sacrifice(), best.sacrifice()) < 0)) {
                best = offer;
            }
        }
        return best;
    }

    private @Nullable Offer offer(int node, int wanted) {
        var spare = index.free(node) + given[node] - wanted;
        var chosen = new ArrayList<Running>();
        for (var job : spare < 0 ? here.getOrDefault(node, List.of()) : List.<Running>of()) {
            if (spare < 0 && !leaving.contains(job)) {
                chosen.add(job);
                spare += held(job, node);
            }
        }
        if (spare < 0) {
            return null;
        }
        for (var last = chosen.size() - 1; last >= 0; last--) {
            var held = held(chosen.get(last), node);
            if (held <= spare) {
                chosen.remove(last);
                spare -= held;
            }
        }
        return new Offer(node, chosen, sacrifice(chosen, spare));
    }

    private int held(Running job, int node) {
        return job.placement().slices().stream()
                .filter(slice -> index.number(slice.node()) == node)
                .mapToInt(Slice::gpus)
                .sum();
    }

    private Sacrifice sacrifice(Collection<Running> jobs, int leftFree) {
        var lost = jobs.stream().mapToLong(job -> job.gpuMillisAtRisk(at)).sum();
        var told = (int) jobs.stream().filter(job -> !job.isLeaving()).count();
        return new Sacrifice(lost, told, leftFree);
    }
}
