// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler;

import static io.atrium.engine.scheduler.Scene.HOUR;
import static io.atrium.engine.scheduler.Scene.TEN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.atrium.engine.scheduler.FadingUse.Stay;
import io.atrium.engine.scheduler.model.GpuAmount;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class FadingUseTest {
    private static final Duration WEEK = Duration.ofDays(7);
    private static final long HOUR_MS = HOUR.toMillis();

    @Test
    void aShortStayCountsAlmostWhole() {
        var use = FadingUse.none(TEN).plus(new Stay(GpuAmount.ofGpus(8), TEN.minus(HOUR), TEN), WEEK);
        assertThat(use.gpuMillis()).isCloseTo(8 * HOUR_MS, within(8 * HOUR_MS / 400));
        assertThat(use.asOf()).isEqualTo(TEN);
    }

    @Test
    void halfIsLeftAfterAHalfLife() {
        assertThat(new FadingUse(1_000, TEN).at(TEN.plus(WEEK), WEEK)).isEqualTo(new FadingUse(500, TEN.plus(WEEK)));
        assertThat(new FadingUse(1_000, TEN).at(TEN.minus(WEEK), WEEK)).isEqualTo(new FadingUse(1_000, TEN));
    }

    @Test
    void aGpuHeldForEverComesToOneMeanLife() {
        var use = FadingUse.none(TEN.minus(WEEK))
                .plus(new Stay(GpuAmount.ofGpus(1), TEN.minus(Duration.ofDays(900)), TEN), WEEK);
        assertThat(use.gpuMillis()).isEqualTo(Math.round(WEEK.toMillis() / Math.log(2)));
    }

    @Test
    void theOrderOfReportsMakesNoDifferenceBeyondRounding() {
        var early = new Stay(GpuAmount.ofGpus(4), TEN, TEN.plus(HOUR));
        var late = new Stay(GpuAmount.ofGpus(8), TEN.plus(HOUR), TEN.plus(HOUR.multipliedBy(30)));
        var none = FadingUse.none(TEN);
        assertThat(none.plus(late, WEEK).plus(early, WEEK).gpuMillis())
                .isCloseTo(none.plus(early, WEEK).plus(late, WEEK).gpuMillis(), within(2L));
    }

    @Test
    void aStayThatEndsBeforeItBeginsIsNothing() {
        assertThat(FadingUse.none(TEN).plus(new Stay(GpuAmount.ofGpus(8), TEN, TEN.minus(HOUR)), WEEK))
                .isEqualTo(FadingUse.none(TEN));
    }
}
