// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.compute.JobId;
import io.atrium.compute.JobOutcome;
import io.atrium.compute.JobState;
import io.atrium.compute.JobView;
import io.atrium.engine.scheduler.model.Shape;
import io.atrium.kernel.Fen;
import io.atrium.kernel.OrgId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("CMP-6")
class UseHintTest {

    private static JobView job(JobOutcome outcome, Duration elapsed, Duration cpu) {
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
                        Duration.ofMinutes(60),
                        new Fen(1_000),
                        "",
                        null,
                        Shape.WHOLE_GPUS,
                        null),
                JobState.SETTLED,
                outcome,
                new JobView.Held(null, Fen.ZERO, new Fen(8_000)),
                new JobView.Times(Instant.EPOCH, null, null, null, null),
                new JobView.Use(elapsed, cpu, 0, 0),
                "me",
                "",
                null,
                "local-process",
                "",
                JobView.Course.AT_A_STRETCH);
    }

    @Test
    void suggestsAShorterLimitWhenMostOfItWasNotUsed() {
        var hints = UseHint.of(job(JobOutcome.SUCCEEDED, Duration.ofMinutes(6), Duration.ofMinutes(6)));
        assertThat(hints).containsExactly(new UseHint(UseHint.Kind.LIMIT_TOO_LONG, 10, Duration.ofMinutes(9)));
    }

    @Test
    void suggestsALongerLimitWhenItWasCutOff() {
        var hints = UseHint.of(job(JobOutcome.TIME_LIMIT, Duration.ofMinutes(60), Duration.ofMinutes(60)));
        assertThat(hints).containsExactly(new UseHint(UseHint.Kind.LIMIT_TOO_SHORT, 100, Duration.ofHours(2)));
    }

    @Test
    void saysSoWhenACoreMostlyWaited() {
        var hints = UseHint.of(job(JobOutcome.SUCCEEDED, Duration.ofMinutes(40), Duration.ofMinutes(4)));
        assertThat(hints).extracting(UseHint::kind).containsExactly(UseHint.Kind.CORE_IDLE);
    }

    @Test
    void isSilentAboutJobsThatFailedAndContentWithGoodUse() {
        assertThat(UseHint.of(job(JobOutcome.FAILED, Duration.ofMinutes(1), Duration.ZERO)))
                .isEmpty();
        assertThat(UseHint.of(job(JobOutcome.SUCCEEDED, Duration.ofMinutes(50), Duration.ofMinutes(49))))
                .extracting(UseHint::kind)
                .containsExactly(UseHint.Kind.USED_WELL);
    }
}
