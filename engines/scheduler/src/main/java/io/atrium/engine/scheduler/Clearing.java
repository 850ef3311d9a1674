// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler;

import io.atrium.engine.scheduler.model.NodeId;
import io.atrium.engine.scheduler.model.Placement;
import io.atrium.engine.scheduler.model.Running;
import io.atrium.engine.scheduler.model.Slice;
import io.atrium.engine.scheduler.rule.Sacrifice;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;

/// One way of making room for a gang (腾退): where it will sit, and who has to be gone for that, those included who were
/// told to stop already.
public record Clearing(Placement placement, List<Running> leaving, Sacrifice sacrifice) {

    /// What those who leave hold beyond what the gang needs of it: nobody's yet, and free for the next one when they
    /// are
    /// gone.
    ///
    /// @param free GPUs of a node that are free now
    /// @param toldNow when those are gone who are told now
    public List<Running> remainders(ToIntFunction<NodeId> free, Instant toldNow) {
        var needed = new HashMap<NodeId, Integer>();
        placement
                .slices()
                .forEach(slice -> needed.put(slice.node(), Math.max(0, slice.gpus() - free.applyAsInt(slice.node()))));
        var remainders = new ArrayList<Running>();
        for (var job : leaving) {
            var rest = rest(job, needed);
            if (!rest.isEmpty()) {
                remainders.add(leaving(job, new Placement(placement.pool(), rest, placement.share()), toldNow));
            }
        }
        return remainders;
    }

    private static List<Slice> rest(Running job, Map<NodeId, Integer> needed) {
        var rest = new ArrayList<Slice>();
        for (var slice : job.placement().slices()) {
            var used = Math.min(slice.gpus(), needed.getOrDefault(slice.node(), 0));
            needed.computeIfPresent(slice.node(), (_, gpus) -> gpus - used);
            if (used < slice.gpus()) {
                rest.add(new Slice(slice.node(), slice.gpus() - used));
            }
        }
        return rest;
    }

    private static Running leaving(Running job, Placement rest, Instant toldNow) {
        var how = job.yielding().orElseThrow().leavingBy(toldNow);
        return new Running(job.job(), job.tenant(), rest, how.leavesBy().orElseThrow(), job.project()).yielding(how);
    }
}
