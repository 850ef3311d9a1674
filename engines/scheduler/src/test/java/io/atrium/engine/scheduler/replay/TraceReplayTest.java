// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.replay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/// Small traces whose results were worked out by hand.
class TraceReplayTest {
    private static final Map<String, Integer> NO_TENANTS = Map.of();

    /// Two GPUs on one node. `a` holds one until 100; `wide` wants both; `small` wants one for 50 seconds.
    private static final List<ReplayJob> HEAD_BLOCKED =
            List.of(job("a", 0, 1, 100, 100), job("wide", 10, 2, 40, 40), job("small", 20, 1, 50, 50));

    @Test
    void fifoHoldsUpWhoeverStandsBehindTheFirst() {
        // a 0–100, wide 100–140, small 140–190: completions 100, 130, 170
        var result = replay(HEAD_BLOCKED, 2, ReplayPolicy.FIFO);
        assertThat(result.avgCompletionS()).isEqualTo(400 / 3.0, within(1e-9));
        assertThat(result.medianCompletionS()).isEqualTo(130);
        assertThat(result.longestWaitS()).isEqualTo(120);
        assertThat(result.makespanS()).isEqualTo(190);
        assertThat(result.utilisation()).isEqualTo((100 + 80 + 50) / 380.0, within(1e-9));
    }

    @Test
    void skippingLetsTheSmallOnePass() {
        // a 0–100, small 20–70, wide 100–140: completions 100, 130, 50
        var result = replay(HEAD_BLOCKED, 2, ReplayPolicy.FIFO_SKIP);
        assertThat(result.avgCompletionS()).isEqualTo(280 / 3.0, within(1e-9));
        assertThat(result.avgWaitS()).isEqualTo(90 / 3.0, within(1e-9));
    }

    @Test
    void easyLetsPassOnlyWhoDoesNotDelayThePromise() {
        // wide is promised 100 plus five minutes of grace = 400; small ends by 20 + 50 + 300 = 370
        assertThat(replay(HEAD_BLOCKED, 2, ReplayPolicy.EASY).avgCompletionS()).isEqualTo(280 / 3.0, within(1e-9));
        // a longer one would end after the promise and waits: a 0–100, wide 100–140, long 140–340
        var tooLong = List.of(job("a", 0, 1, 100, 100), job("wide", 10, 2, 40, 40), job("long", 20, 1, 200, 200));
        var result = replay(tooLong, 2, ReplayPolicy.EASY);
        assertThat(result.avgCompletionS()).isEqualTo((100 + 130 + 320) / 3.0, within(1e-9));
        assertThat(result.brokenPromises()).isZero();
    }

    @Test
    void countsAPromiseThatSomebodyBrokeByOverrunningTheLimit() {
        var overrun = List.of(job("a", 0, 2, 1_000, 100), job("b", 10, 2, 40, 40));
        assertThat(replay(overrun, 2, ReplayPolicy.EASY).brokenPromises()).isEqualTo(1);
    }

    @Test
    void smallAreasComeFirstButNeverBeforeThePromise() {
        // big is promised the GPU before small comes; of the two that wait then, the smaller area is first
        var jobs = List.of(
                job("a", 0, 1, 100, 100),
                job("big", 1, 1, 90, 90),
                job("mid", 2, 1, 50, 50),
                job("small", 3, 1, 10, 10));
        var result = replay(jobs, 1, ReplayPolicy.AREA_AGE);
        // a 0–100, big 100–190, small 190–200, mid 200–250: completions 100, 189, 197, 248
        assertThat(result.avgCompletionS()).isEqualTo((100 + 189 + 197 + 248) / 4.0, within(1e-9));
    }

    @Test
    void aNewJobTakesTheGpuOffALongOneAndTheRestartIsCharged() {
        // long runs 0–20,000 (level 3 of 3,600 · 2^k GPU-seconds), new runs 20,000–21,000, long restarts for 7 s and
        // goes on to 41,007 (it has 20,000 left)
        var jobs = List.of(job("long", 0, 1, 40_000, 0), job("new", 20_000, 1, 1_000, 0));
        var result = replay(jobs, 1, ReplayPolicy.LAS);
        assertThat(result.preemptions()).isEqualTo(1);
        assertThat(result.makespanS()).isEqualTo(41_007);
        assertThat(result.avgCompletionS()).isEqualTo((41_007 + 1_000) / 2.0, within(1e-9));
        assertThat(result.longestWaitS()).isEqualTo(1_007);
    }

    @Test
    void aJobThatHasJustBegunIsLeftAlone() {
        var jobs = List.of(job("first", 0, 1, 1_000, 0), job("second", 10, 1, 1_000, 0));
        assertThat(replay(jobs, 1, ReplayPolicy.LAS).preemptions()).isZero();
    }

    @Test
    void aGangIsServedWholeOrNotAtAll() {
        // one node of 8 and one more: 12 GPUs need a whole node and four of the other, where 5 are taken
        var jobs = List.of(job("a", 0, 5, 100, 0), job("gang", 1, 12, 50, 0), job("b", 2, 3, 10, 0));
        var result = replay(jobs, 16, ReplayPolicy.FIFO_SKIP);
        // b fits beside a at once; gang waits until a ends: completions 100, 149, 10
        assertThat(result.avgCompletionS()).isEqualTo((100 + 149 + 10) / 3.0, within(1e-9));
    }

    @Test
    void refusesWhatIsLargerThanTheFleetAndCountsIt() {
        var result = replay(List.of(job("a", 0, 1, 10, 0), job("huge", 0, 9, 10, 0)), 8, ReplayPolicy.FIFO);
        assertThat(result.jobs()).isEqualTo(1);
        assertThat(result.refused()).isEqualTo(1);
    }

    @Test
    void comparesATenantWithItsOwnNodes() {
        // one node each; x has two jobs of 8 GPUs for 100 s at once: alone 100 and 200, pooled both 100
        var jobs = List.of(
                new ReplayJob("x1", "x", 0, 8, 100, 0),
                new ReplayJob("x2", "x", 0, 8, 100, 0),
                new ReplayJob("y", "y", 0, 1, 10, 0));
        var result = new TraceReplay(jobs, nodes(16), ReplayPolicy.FIFO_SKIP, Map.of("x", 5, "y", 5)).run();
        assertThat(result.rho().get("x")).isEqualTo(100 / 150.0, within(1e-9));
        assertThat(result.rho().get("y")).isEqualTo((100 + 10) / 10.0, within(1e-9));
        assertThat(result.worstRho()).hasValue(11);
    }

    @Test
    void refusesAPolicyThatNeedsLimitsWhichNobodyDeclared() {
        assertThatThrownBy(() -> replay(List.of(job("a", 0, 1, 10, 0)), 8, ReplayPolicy.EASY))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("declared limit");
        assertThat(ReplayPolicy.usual(List.of(job("a", 0, 1, 10, 0)))).isEqualTo(ReplayPolicy.LEARNED);
        assertThat(ReplayPolicy.usual(List.of(job("a", 0, 1, 10, 9)))).isEqualTo(ReplayPolicy.AREA_AGE);
    }

    @Test
    void theBoundOfOneJobIsItsLengthAndOfTwoOnOneGpuTheShortOneFirst() {
        assertThat(LowerBound.seconds(List.of(job("a", 0, 1, 100, 0)), 1)).isEqualTo(100, within(1e-6));
        assertThat(LowerBound.seconds(List.of(job("a", 0, 1, 100, 0), job("b", 0, 1, 10, 0)), 1))
                .isEqualTo((10 + 110) / 2.0, within(1e-6));
    }

    static ReplayJob job(String id, long submit, int gpus, long duration, long limit) {
        return new ReplayJob(id, "t", submit, gpus, duration, limit);
    }

    static TreeMap<Integer, Integer> nodes(int gpus) {
        return gpus < 8 ? new TreeMap<>(Map.of(gpus, 1)) : new TreeMap<>(Map.of(8, gpus / 8));
    }

    private static TraceReplay.Result replay(List<ReplayJob> jobs, int gpus, ReplayPolicy policy) {
        return new TraceReplay(jobs, nodes(gpus), policy, NO_TENANTS).run();
    }
}
