// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.engine.scheduler.model.Slice;
import java.util.ArrayList;
import java.util.List;

/// The nodes of a placement, with neighbours of equal use drawn together: sixty-four nodes are one line.
public final class NodeRanges {

    private NodeRanges() {}

    /// @param gpus on each of the nodes
    public record Range(String first, String last, int nodes, int gpus) {

        private boolean isFollowedBy(Slice slice) {
            return slice.gpus() == gpus && slice.node().value().equals(successor(last));
        }

        private Range with(Slice slice) {
            return new Range(first, slice.node().value(), nodes + 1, gpus);
        }
    }

    /// The slices must be in the order of their nodes.
    static List<Range> of(List<Slice> slices) {
        var ranges = new ArrayList<Range>();
        for (var slice : slices) {
            if (!ranges.isEmpty() && ranges.getLast().isFollowedBy(slice)) {
                ranges.set(ranges.size() - 1, ranges.getLast().with(slice));
            } else {
                ranges.add(new Range(slice.node().value(), slice.node().value(), 1, slice.gpus()));
            }
        }
        return ranges;
    }

    /// The next name of the pattern `pool-0001`; empty for names of another pattern.
    private static String successor(String name) {
        var dash = name.lastIndexOf('-');
        var digits = name.substring(dash + 1);
        if (dash < 0
                || digits.isEmpty()
                || digits.length() > 9
                || !digits.chars().allMatch(Character::isDigit)) {
            return "";
        }
        return name.substring(0, dash + 1) + ("%0" + digits.length() + "d").formatted(Integer.parseInt(digits) + 1);
    }
}
