// SPDX-License-Identifier: Apache-2.0
package io.atrium.bench.running;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class LatenciesTest {

    @Test
    void takesTheNearestRank() {
        var latencies = new Latencies();
        LongStream.rangeClosed(1, 200).map(n -> n * 1_000_000).forEach(latencies::add);
        assertThat(latencies.milliseconds(0.5)).isEqualTo(100);
        assertThat(latencies.milliseconds(0.99)).isEqualTo(198);
    }

    @Test
    void refusesToSpeakOfNothing() {
        assertThatThrownBy(() -> new Latencies().milliseconds(0.5)).hasMessage("nothing was measured");
    }
}
