// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.engine.scheduler.model.Shape;
import io.atrium.kernel.Fen;
import io.atrium.kernel.OrgId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// A job with a limit of an hour, submitted at ten.
class InTimeTest {

    private static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");
    private static final Instant ELEVEN = TEN.plus(Duration.ofHours(1));
    private static final Instant NOON = TEN.plus(Duration.ofHours(2));

    private static JobView job(@Nullable Instant neededBy, JobState state, @Nullable JobOutcome outcome) {
        return new JobView(
                new JobId("job_1"),
                new OrgId("org_1"),
                new OrgId("org_2"),
                new JobView.Ask(
                        "n",
                        "command",
                        List.of(),
                        "p",
                        "H800",
                        8,
                        Duration.ofHours(1),
                        new Fen(1_000),
                        "",
                        neededBy,
                        Shape.WHOLE_GPUS,
                        null),
                state,
                outcome,
                new JobView.Held(null, Fen.ZERO, new Fen(8_000)),
                new JobView.Times(
                        TEN, TEN, state == JobState.RUNNING ? ELEVEN : null, outcome == null ? null : ELEVEN, null),
                new JobView.Use(Duration.ZERO, Duration.ZERO, 0, 0),
                "me",
                "",
                null,
                "",
                "",
                JobView.Course.AT_A_STRETCH);
    }

    private static @Nullable InTime waiting(@Nullable InTime told, Instant now) {
        var answer = WaitAnswer.startsNow(TEN, told);
        return InTime.of(job(NOON, JobState.QUEUED, null), answer, now);
    }

    @Test
    void withoutADateNothingIsSaid() {
        assertThat(InTime.of(job(null, JobState.RUNNING, null), null, TEN)).isNull();
        assertThat(InTime.of(job(null, JobState.SETTLED, JobOutcome.SUCCEEDED), null, TEN))
                .isNull();
    }

    @Test
    void aWaitingJobHasWhatTheRoundSaidUntilItsDateIsPast() {
        assertThat(waiting(InTime.LIKELY, ELEVEN)).isEqualTo(InTime.LIKELY);
        assertThat(waiting(InTime.UNLIKELY, NOON)).isEqualTo(InTime.UNLIKELY);
        assertThat(waiting(InTime.UNLIKELY, NOON.plusMillis(1))).isEqualTo(InTime.MISSED);
        assertThat(InTime.of(job(NOON, JobState.QUEUED, null), null, TEN)).isEqualTo(InTime.UNCERTAIN);
    }

    @Test
    void aRunningJobCountsWithItsWholeLimit() {
        assertThat(InTime.of(job(NOON, JobState.RUNNING, null), null, ELEVEN)).isEqualTo(InTime.LIKELY);
        assertThat(InTime.of(job(NOON.minusMillis(1), JobState.RUNNING, null), null, ELEVEN))
                .isEqualTo(InTime.UNCERTAIN);
        assertThat(InTime.of(job(NOON, JobState.PLACED, null), null, ELEVEN.plusMillis(1)))
                .isEqualTo(InTime.UNCERTAIN);
        assertThat(InTime.of(job(NOON, JobState.RUNNING, null), null, NOON.plusMillis(1)))
                .isEqualTo(InTime.MISSED);
    }

    @Test
    void whatHasEndedWasDoneInTimeOnlyIfItSucceededByThen() {
        assertThat(InTime.of(job(ELEVEN, JobState.SETTLED, JobOutcome.SUCCEEDED), null, NOON))
                .isEqualTo(InTime.MET);
        assertThat(InTime.of(job(ELEVEN.minusMillis(1), JobState.ENDED, JobOutcome.SUCCEEDED), null, NOON))
                .isEqualTo(InTime.MISSED);
        assertThat(InTime.of(job(NOON, JobState.SETTLED, JobOutcome.TIME_LIMIT), null, ELEVEN))
                .isEqualTo(InTime.MISSED);
    }

    @Test
    void whatAPersonHasStoppedNobodyWaitsForAnyMore() {
        assertThat(InTime.of(job(NOON, JobState.CANCELLED, null), null, ELEVEN)).isNull();
        assertThat(InTime.of(job(NOON, JobState.SETTLED, JobOutcome.STOPPED), null, ELEVEN))
                .isNull();
    }
}
