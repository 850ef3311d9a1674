// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.meaning.similar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class FusionTest {
    @Test
    void prefersWhatBothListsHave() {
        var fused = Fusion.fuse(new int[] {1, 2, 3}, new int[] {3, 1, 4});
        assertThat(fused).extracting(Fusion.Fused::document).containsExactly(1, 3, 2, 4);
    }

    @Test
    void letsMeaningDecideBetweenEqualRanks() {
        assertThat(Fusion.fuse(new int[] {7}, new int[] {5}))
                .extracting(Fusion.Fused::document)
                .containsExactly(5, 7);
    }

    @Test
    void givesOneToTheFirstOfBoth() {
        assertThat(Fusion.fuse(new int[] {9}, new int[] {9}).getFirst().score()).isEqualTo(1);
        assertThat(Fusion.fuse(new int[0], new int[0])).isEmpty();
    }
}
