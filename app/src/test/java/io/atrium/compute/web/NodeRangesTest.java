// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.compute.web.NodeRanges.Range;
import io.atrium.engine.scheduler.model.NodeId;
import io.atrium.engine.scheduler.model.Slice;
import java.util.List;
import org.junit.jupiter.api.Test;

class NodeRangesTest {

    private static Slice slice(String node, int gpus) {
        return new Slice(new NodeId(node), gpus);
    }

    @Test
    void drawsNeighboursOfEqualUseTogether() {
        var slices = List.of(slice("a-0009", 8), slice("a-0010", 8), slice("a-0011", 4), slice("a-0013", 4));
        assertThat(NodeRanges.of(slices))
                .containsExactly(
                        new Range("a-0009", "a-0010", 2, 8),
                        new Range("a-0011", "a-0011", 1, 4),
                        new Range("a-0013", "a-0013", 1, 4));
    }

    @Test
    void leavesNamesOfAnotherPatternAlone() {
        var slices = List.of(slice("gpu", 8), slice("gpu-x", 8));
        assertThat(NodeRanges.of(slices)).hasSize(2);
        assertThat(NodeRanges.of(List.of())).isEmpty();
    }
}
