// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.meaning.pattern;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class FalseDiscoveriesTest {
    /// The example of Benjamini and Hochberg's paper of 1995: 15 tests, of which four are discoveries at 0.05.
    @Test
    void agreesWithThePaper() {
        double[] chances = {
            0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528,
            0.7590, 1
        };
        assertThat(FalseDiscoveries.limit(chances, 15, 0.05)).isEqualTo(0.0095);
    }

    @Test
    void asksForMoreWhereMoreWasTested() {
        assertThat(FalseDiscoveries.limit(new double[] {0.001}, 10, 0.05)).isEqualTo(0.001);
        assertThat(FalseDiscoveries.limit(new double[] {0.001}, 100, 0.05)).isZero();
        assertThat(FalseDiscoveries.limit(new double[0], 100, 0.05)).isZero();
        assertThatThrownBy(() -> FalseDiscoveries.limit(new double[2], 1, 0.05))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
