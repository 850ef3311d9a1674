// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.engine.scheduler.FadingUse;
import io.atrium.engine.scheduler.FadingUse.Stay;
import io.atrium.engine.scheduler.model.GpuAmount;
import io.atrium.engine.scheduler.model.GpuModel;
import io.atrium.engine.scheduler.model.Shares;
import io.atrium.engine.scheduler.model.TenantId;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ContestTest {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final TenantId A = new TenantId("a");
    private static final TenantId B = new TenantId("b");
    private static final GpuModel MODEL = new GpuModel("h100");
    private static final long HOUR = 3_600_000;

    private final Contest contest = new Contest(WEEK, NOW);

    @Test
    void whoWaitsHasAWeightThoughItUsedNothing() {
        contest.join(A);
        var shares = contest.shares(_ -> 16);
        assertThat(shares.weights()).containsExactly(java.util.Map.entry(A, 16));
        assertThat(shares.used()).isEmpty();
    }

    @Test
    void whatWasSettledHasFadedAndWhatRunsIsAdded() {
        contest.used(A, "p", MODEL, new FadingUse(10 * HOUR, NOW.minus(WEEK)));
        contest.runs(A, "p", MODEL, new Stay(GpuAmount.ofGpus(2), NOW.minusSeconds(60), NOW));
        var used = contest.shares(_ -> 1).used().getFirst();
        assertThat(used).isEqualTo(new Shares.Used(A, "p", MODEL, used.gpuMillis()));
        assertThat(used.gpuMillis()).isBetween(5 * HOUR + 119_000, 5 * HOUR + 120_000);
    }

    @Test
    void whoseUseHasFadedAwayCompetesNoMore() {
        contest.used(A, "", MODEL, new FadingUse(2 * HOUR, NOW.minus(WEEK.multipliedBy(3))));
        contest.used(B, "", MODEL, new FadingUse(2 * HOUR, NOW));
        assertThat(contest.shares(_ -> 1).weights()).containsOnlyKeys(B);
        assertThat(contest.shares(_ -> 1).used())
                .extracting(Shares.Used::tenant)
                .containsExactly(B);
    }

    @Test
    void aQuotaOfNothingStillHasTheSmallestWeight() {
        contest.join(A);
        assertThat(contest.shares(_ -> 0).weights()).containsEntry(A, 1);
    }
}
