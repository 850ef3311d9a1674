// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class GpuAmountTest {

    @Test
    void allSharesOfAGpuMakeAGpu() {
        for (var cut : GpuShare.CUTS) {
            assertThat(new GpuShare(cut).amount().times(cut)).isEqualTo(GpuAmount.ofGpus(1));
        }
    }

    @Test
    void aShareIsReadAsItIsWritten() {
        for (var cut : GpuShare.CUTS) {
            var share = new GpuShare(cut);
            assertThat(GpuShare.read(share.toString())).contains(share);
        }
        assertThat(GpuShare.read("1/3")).isEmpty();
        assertThat(GpuShare.read("0.25")).isEmpty();
        assertThatIllegalArgumentException().isThrownBy(() -> new GpuShare(3));
    }

    @Test
    void readsAsAPersonWritesIt() {
        assertThat(GpuAmount.ofGpus(100)).hasToString("100");
        assertThat(new GpuShare(4).amount().times(7)).hasToString("1.75");
        assertThat(new GpuShare(7).amount()).hasToString("0.143");
        assertThat(GpuAmount.ZERO).hasToString("0");
    }

    @Property
    void wholeGpusAreCountedAsEver(
            @ForAll @IntRange(max = 50_000) int gpus, @ForAll @LongRange(max = 2_592_000_000L) long ms) {
        assertThat(GpuAmount.ofGpus(gpus).millis(Duration.ofMillis(ms))).isEqualTo(gpus * ms);
        assertThat(GpuAmount.ofGpus(gpus).inGpus()).isEqualTo(gpus);
    }

    @Property
    void sharesTogetherAreNeverMeteredAsMoreThanTheirGpu(@ForAll @LongRange(max = 2_592_000_000L) long ms) {
        for (var cut : GpuShare.CUTS) {
            var one = new GpuShare(cut).amount().millis(Duration.ofMillis(ms));
            assertThat(one * cut).isBetween(ms - cut + 1, ms);
        }
    }
}
