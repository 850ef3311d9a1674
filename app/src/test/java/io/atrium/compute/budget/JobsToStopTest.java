// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.budget;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.compute.JobId;
import io.atrium.compute.JobState;
import io.atrium.compute.JobView;
import io.atrium.engine.scheduler.model.Shape;
import io.atrium.kernel.Fen;
import io.atrium.kernel.OrgId;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/// One GPU at 60.00 an hour for an hour: each minute that is left is 1.00 that comes free.
class JobsToStopTest {

    private static final OrgId FIRM = new OrgId("org_1");

    private static JobView job(int number, JobState state, int minutesRan, @Nullable String stopReason) {
        return new JobView(
                new JobId("job_" + number),
                FIRM,
                FIRM,
                new JobView.Ask(
                        "n",
                        "command",
                        List.of(),
                        "pool",
                        "model",
                        1,
                        Duration.ofHours(1),
                        new Fen(6_000),
                        "p",
                        null,
                        Shape.WHOLE_GPUS,
                        null),
                state,
                null,
                new JobView.Held(null, Fen.ZERO, new Fen(6_000)),
                new JobView.Times(Instant.ofEpochSecond(number), null, null, null, null),
                new JobView.Use(Duration.ofMinutes(minutesRan), Duration.ZERO, 0, null),
                "x",
                "",
                stopReason,
                "",
                "",
                JobView.Course.AT_A_STRETCH);
    }

    private static List<String> stopped(long excessFen, JobView... unfinished) {
        return JobsToStop.of(new Fen(excessFen), Arrays.asList(unfinished)).stream()
                .map(job -> job.id().value())
                .toList();
    }

    @Test
    void theNewestAreStoppedFirstAndNoMoreThanItTakes() {
        var old = job(1, JobState.RUNNING, 50, null);
        var middle = job(2, JobState.RUNNING, 20, null);
        var newest = job(3, JobState.QUEUED, 0, null);
        assertThat(stopped(6_000, old, middle, newest)).containsExactly("job_3");
        assertThat(stopped(6_001, old, middle, newest)).containsExactly("job_3", "job_2");
        assertThat(stopped(99_999, old, middle, newest)).containsExactly("job_3", "job_2", "job_1");
    }

    @Test
    void nothingIsStoppedWhereNothingIsTooMuch() {
        assertThat(stopped(0, job(1, JobState.RUNNING, 0, null))).isEmpty();
    }

    @Test
    void whatIsEndingAlreadyCounts() {
        var asked = job(3, JobState.RUNNING, 10, "BUDGET_SPENT");
        var ended = job(2, JobState.ENDED, 30, null);
        var old = job(1, JobState.RUNNING, 0, null);
        assertThat(stopped(8_000, asked, ended, old)).isEmpty();
        assertThat(stopped(8_001, asked, ended, old)).containsExactly("job_1");
    }
}
