// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.engine.scheduler.model.GpuAmount;
import io.atrium.engine.scheduler.model.GpuShare;
import io.atrium.kernel.Fen;
import java.time.Duration;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MeteringTest {

    @ParameterizedTest
    @CsvSource({
        "1,3600000,1180,1180",
        "256,5000,1180,420", // 1,280,000 GPU-ms = 0.3556 GPU-hours: 419.56 fen
        "1,1,1180,0", // far below half a fen
        "3,1525,394,1", // 0.5007 fen
        "8,0,1180,0"
    })
    void chargesGpusTimesMillisecondsRoundedOnce(int gpus, long elapsedMs, long priceFen, long fen) {
        var metered = Metering.of(
                GpuAmount.ofGpus(gpus), Duration.ofMillis(elapsedMs), Duration.ofDays(1), new Fen(priceFen));
        assertThat(metered.gpuTime().value()).isEqualTo(gpus * elapsedMs);
        assertThat(metered.listPrice()).isEqualTo(new Fen(fen));
    }

    /// What is held is metered by the same rule, so a share is captured within its hold to the unit.
    @Property
    void neverChargesAShareMoreThanWasHeldAndAllSharesNoMoreThanTheirGpu(
            @ForAll("cuts") int cut,
            @ForAll @LongRange(max = 2_000_000_000L) long elapsedMs,
            @ForAll @LongRange(min = 60_000, max = 1_209_600_000L) long limitMs) {
        var price = new Fen(1_180);
        var limit = Duration.ofMillis(limitMs);
        var share = new GpuShare(cut).amount();
        var metered = Metering.of(share, Duration.ofMillis(elapsedMs), limit, price);
        var whole = Metering.of(GpuAmount.ofGpus(1), Duration.ofMillis(elapsedMs), limit, price);
        assertThat(metered.gpuTime())
                .isLessThanOrEqualTo(Metering.atLimit(share, limit, price).gpuTime());
        assertThat(metered.gpuTime().value()).isEqualTo(whole.gpuTime().value() / cut);
        assertThat(metered.listPrice()).isEqualTo(metered.gpuTime().at(price));
    }

    @Provide
    Arbitrary<Integer> cuts() {
        return Arbitraries.of(GpuShare.CUTS);
    }

    @Property
    void neverChargesMoreThanWasHeld(
            @ForAll @IntRange(min = 1, max = 4_096) int gpus,
            @ForAll @LongRange(max = 2_000_000_000L) long elapsedMs,
            @ForAll @LongRange(min = 60_000, max = 1_209_600_000L) long limitMs,
            @ForAll @LongRange(max = 100_000) long priceFen) {
        var limit = Duration.ofMillis(limitMs);
        var price = new Fen(priceFen);
        var held = Metering.atLimit(GpuAmount.ofGpus(gpus), limit, price);
        var metered = Metering.of(GpuAmount.ofGpus(gpus), Duration.ofMillis(elapsedMs), limit, price);
        assertThat(metered.listPrice()).isLessThanOrEqualTo(held.listPrice());
        assertThat(metered.gpuTime()).isLessThanOrEqualTo(held.gpuTime());
    }
}
