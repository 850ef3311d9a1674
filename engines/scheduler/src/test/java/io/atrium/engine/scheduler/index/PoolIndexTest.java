// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.index;

import static io.atrium.engine.scheduler.Scene.placement;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atrium.engine.scheduler.Scene;
import io.atrium.engine.scheduler.model.NodeState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PoolIndexTest {
    /// Three nodes with 8, 3 and 5 GPUs free.
    private static PoolIndex pool() {
        var index = index(new Scene().pool("a", "h100", 8, 3));
        index.load(placement("a", "a-2", 5));
        index.load(placement("a", "a-3", 3));
        return index;
    }

    private static PoolIndex index(Scene scene) {
        var fleet = scene.fleet();
        return PoolIndex.of(fleet.pools().getFirst(), fleet.nodes());
    }

    @ParameterizedTest
    @CsvSource({"1,2", "3,0", "4,1", "5,0", "6,2", "8,0", "9,2", "11,0", "12,1", "13,0", "14,-1", "16,-1", "17,-1"})
    void leavesAsLittleAsPossibleOnTheLastNode(int gpus, int leftover) {
        assertThat(pool().leftover(gpus)).isEqualTo(leftover);
    }

    @Test
    void takesWholeNodesFirstAndTheTightestNodeForTheRest() {
        assertThat(pool().take(11)).isEqualTo(placement("a", "a-1", 8, "a-2", 3));
    }

    @Test
    void takesTheFirstNodeAmongEquallyTightOnes() {
        var index = index(new Scene().pool("a", "h100", 8, 3));
        assertThat(index.take(8)).isEqualTo(placement("a", "a-1", 8));
        assertThat(index.take(4)).isEqualTo(placement("a", "a-2", 4));
        assertThat(index.take(4)).isEqualTo(placement("a", "a-2", 4));
        assertThat(index.take(4)).isEqualTo(placement("a", "a-3", 4));
    }

    @Test
    void aReleasedPlacementCanBeTakenAgain() {
        var index = pool();
        var taken = index.take(13);
        assertThat(index.leftover(8)).isEqualTo(PoolIndex.NO_FIT);
        index.release(taken);
        assertThat(index.take(13)).isEqualTo(taken);
    }

    @Test
    void choosingChangesNothing() {
        var index = pool();
        assertThat(index.choose(8)).isEqualTo(placement("a", "a-1", 8));
        assertThat(index.freeGpus()).isEqualTo(16);
    }

    @Test
    void theLargestFitIsTheSmallestSizeAtWhichNothingLargerFits() {
        var index = pool();
        assertThat(index.largestFit()).isEqualTo(13);
        index.take(13);
        assertThat(index.largestFit()).isEqualTo(3);
    }

    @Test
    void unavailableNodesAreNotOfferedButKeepTheirCount() {
        var scene = new Scene().pool("a", "h100", 8, 2).state("a-1", NodeState.DRAIN);
        var index = index(scene);
        assertThat(index.freeGpus()).isEqualTo(8);
        assertThat(index.gpusNotOffered()).isEqualTo(8);
        index.load(placement("a", "a-1", 8));
        assertThatThrownBy(() -> index.load(placement("a", "a-1", 1))).isInstanceOf(FleetLoadOutOfBounds.class);
        assertThat(index.take(2)).isEqualTo(placement("a", "a-2", 2));
    }

    @Test
    void withheldNodesAreNotOffered() {
        var index = pool();
        index.withhold(placement("a", "a-1", 8));
        assertThat(index.largestFit()).isEqualTo(5);
        assertThat(index.freeGpus()).isEqualTo(8);
    }

    @Test
    void theLoadOfANodeStaysBetweenNothingAndItsCapacity() {
        assertThatThrownBy(() -> pool().load(placement("a", "a-2", 4))).isInstanceOf(FleetLoadOutOfBounds.class);
        assertThatThrownBy(() -> pool().release(placement("a", "a-2", 6))).isInstanceOf(FleetLoadOutOfBounds.class);
    }

    @Test
    void refusesWhatDoesNotFitAndNodesThatItDoesNotHave() {
        assertThatThrownBy(() -> pool().take(14)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> pool().load(placement("a", "b-1", 1))).isInstanceOf(IllegalArgumentException.class);
    }
}
