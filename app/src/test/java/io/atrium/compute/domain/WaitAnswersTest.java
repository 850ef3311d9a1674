// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.compute.InTime;
import io.atrium.compute.Likelihood;
import io.atrium.compute.WaitReason;
import io.atrium.engine.scheduler.RoundResult.Waiting;
import io.atrium.engine.scheduler.model.GpuAmount;
import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.JobId;
import io.atrium.engine.scheduler.model.LikelyStart;
import io.atrium.engine.scheduler.model.Link;
import io.atrium.engine.scheduler.model.PoolId;
import io.atrium.engine.scheduler.model.Reason;
import io.atrium.engine.scheduler.model.Remedy;
import io.atrium.engine.scheduler.model.StartEstimate;
import io.atrium.engine.scheduler.model.StartRange;
import io.atrium.engine.scheduler.model.TenantId;
import io.atrium.engine.scheduler.model.Turn;
import io.atrium.engine.scheduler.model.Wishes;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class WaitAnswersTest {

    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final Job JOB = new Job(
            new JobId("job_1"), new TenantId("org_1"), 8, Duration.ofHours(1), new Turn(0, NOW), Wishes.anywhere());

    private static Waiting waiting(StartEstimate start, List<Reason> reasons, List<Remedy> remedies) {
        return new Waiting(JOB, 3, reasons, remedies, start, Optional.empty());
    }

    private static Reason overQuota(int quota, int inUse, int promised, int wanted) {
        return new Reason.OverQuota(
                GpuAmount.ofGpus(quota), GpuAmount.ofGpus(inUse), GpuAmount.ofGpus(promised), GpuAmount.ofGpus(wanted));
    }

    private static BigDecimal whole(int gpus) {
        return BigDecimal.valueOf(gpus);
    }

    @Test
    @Tag("CMP-5")
    void keepsTheOrderOfReasonsAndNamesTheirFacts() {
        var answer = WaitAnswers.of(
                waiting(
                        new StartEstimate.Between(NOW, NOW.plusSeconds(60)),
                        List.of(
                                overQuota(16, 12, 2, 8),
                                new Reason.NotEnoughFree(GpuAmount.ofGpus(8), GpuAmount.ofGpus(4))),
                        List.of(new Remedy.FreeOrRaiseQuota(6))),
                NOW);
        assertThat(answer.reasons())
                .containsExactly(
                        new WaitReason(
                                "OVER_QUOTA",
                                Map.of(
                                        "quota",
                                        whole(16),
                                        "in_use",
                                        whole(12),
                                        "promised",
                                        whole(2),
                                        "wanted",
                                        whole(8))),
                        new WaitReason("NOT_ENOUGH_FREE", Map.of("wanted", whole(8), "most_free", whole(4))));
        assertThat(answer.remedies()).containsExactly(new WaitReason("FREE_OR_RAISE_QUOTA", Map.of("gpus", 6)));
        assertThat(answer.latest()).isEqualTo(NOW.plusSeconds(60));
        assertThat(answer.unknown()).isNull();
        assertThat(answer.isNow()).isFalse();
    }

    @Test
    void aRemedyNamesTheLinkAndThePool() {
        var remedies = List.<Remedy>of(
                new Remedy.AskForSlowerLink(new Link(200), new PoolId("p")),
                new Remedy.AskForSlowerLink(Link.NOTHING, new PoolId("q")));
        var answer = WaitAnswers.of(waiting(new StartEstimate.Between(NOW, NOW), List.of(), remedies), NOW);
        assertThat(answer.remedies())
                .containsExactly(
                        new WaitReason("ASK_FOR_SLOWER_LINK", Map.of("link_gbps", 200, "pool", "p")),
                        new WaitReason("ASK_FOR_SLOWER_LINK", Map.of("link_gbps", 0, "pool", "q")));
    }

    @Test
    void roundsARangeOutwardsToTheMinute() {
        var start = new StartEstimate.Between(NOW.plusSeconds(61), NOW.plusSeconds(121));
        var answer = WaitAnswers.of(waiting(start, List.of(), List.of()), NOW);
        assertThat(answer.earliest()).isEqualTo(NOW.plusSeconds(60));
        assertThat(answer.latest()).isEqualTo(NOW.plusSeconds(180));
    }

    @Test
    void aLearnedIntervalSaysHowLikelyItIs() {
        var range = new StartRange(NOW.plusSeconds(61), NOW.plusSeconds(121));
        var start = new StartEstimate.Likely(new LikelyStart(NOW.plusSeconds(90), range));
        var answer = WaitAnswers.of(waiting(start, List.of(), List.of()), NOW);
        assertThat(answer.earliest()).isEqualTo(NOW.plusSeconds(60));
        assertThat(answer.latest()).isEqualTo(NOW.plusSeconds(180));
        assertThat(answer.likely()).isEqualTo(new Likelihood(80, NOW.plusSeconds(120), 0, 0));
        assertThat(answer.unknown()).isNull();
    }

    @Test
    void aJobWithADateIsToldWhetherItIsKeptAndByHowMuchItIsNot() {
        var start = new StartEstimate.Between(NOW.plusSeconds(3_661), NOW.plusSeconds(7_200));
        var late = new Reason.TooLateForItsDate(NOW.plusSeconds(7_200), Duration.ofHours(1), NOW.plusSeconds(3_661));
        var dated =
                new Waiting(JOB.neededBy(NOW.plusSeconds(7_200)), 3, List.of(late), List.of(), start, Optional.empty());
        var answer = WaitAnswers.of(dated, NOW);
        assertThat(answer.inTime()).isEqualTo(InTime.UNLIKELY);
        assertThat(answer.reasons())
                .containsExactly(new WaitReason(
                        "TOO_LATE_FOR_ITS_DATE",
                        Map.of(
                                "needed_by",
                                "2026-03-02T12:00:00Z",
                                "time_limit",
                                "PT1H",
                                "earliest_start",
                                "2026-03-02T11:01:00Z")));
        assertThat(WaitAnswers.of(waiting(start, List.of(), List.of()), NOW).inTime())
                .isNull();
    }

    @Test
    void neverNamesTheJobOfAnotherFirm() {
        var held = new Reason.HeldForEarlierJob(new JobId("job_of_somebody"), new PoolId("a"), NOW);
        var answer = WaitAnswers.of(
                waiting(new StartEstimate.Unknown(StartEstimate.Why.BEYOND_HORIZON), List.of(held), List.of()), NOW);
        assertThat(answer.toString()).doesNotContain("job_of_somebody");
        assertThat(answer.unknown()).isEqualTo("BEYOND_HORIZON");
        assertThat(answer.latest()).isNull();
    }
}
