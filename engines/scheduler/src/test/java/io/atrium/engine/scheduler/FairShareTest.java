// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler;

import static io.atrium.engine.scheduler.Scene.HOUR;
import static io.atrium.engine.scheduler.Scene.TEN;
import static io.atrium.engine.scheduler.Scene.job;
import static io.atrium.engine.scheduler.Scene.ofTenant;
import static io.atrium.engine.scheduler.Scene.submittedAt;
import static io.atrium.engine.scheduler.Scene.withPriority;
import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.engine.scheduler.RoundResult.Placed;
import io.atrium.engine.scheduler.model.GpuModel;
import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.Reason;
import io.atrium.engine.scheduler.model.Running;
import io.atrium.engine.scheduler.model.Shares;
import io.atrium.engine.scheduler.model.Snapshot;
import io.atrium.engine.scheduler.model.Standing;
import io.atrium.engine.scheduler.model.TenantId;
import io.atrium.engine.scheduler.model.Turn;
import io.atrium.engine.scheduler.model.Wishes;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/// Tenants a and b, or projects of one, compete for one node of eight GPUs.
class FairShareTest {
    private static final Duration WEEK = Duration.ofDays(7);
    private static final long GPU_HOUR = 3_600_000;

    private static Scene oneNode() {
        return new Scene().pool("p", "h100", 8, 1).quota("a", 100).quota("b", 100);
    }

    private static Shares shares(int a, int b, Shares.Used... used) {
        return new Shares(WEEK, Map.of(new TenantId("a"), a, new TenantId("b"), b), List.of(used));
    }

    private static Shares.Used used(String tenant, String project, long gpuHours) {
        return new Shares.Used(new TenantId(tenant), project, new GpuModel("h100"), gpuHours * GPU_HOUR);
    }

    private static List<String> started(Snapshot snapshot) {
        return Round.of(snapshot).placed().stream()
                .map(Placed::job)
                .map(job -> job.id().value())
                .toList();
    }

    private static Job of(String tenant, String id, int gpus) {
        return ofTenant(job(id, gpus), tenant);
    }

    @Test
    void theTenantThatHadLessGoesFirstThoughItCameLater() {
        var snapshot = oneNode()
                .waits(submittedAt(of("a", "1", 8), TEN.minusSeconds(60)), of("b", "2", 8))
                .snapshot()
                .withShares(shares(1, 1, used("a", "", 100), used("b", "", 10)));
        assertThat(started(snapshot)).containsExactly("2");
        assertThat(started(snapshot.withShares(Shares.none()))).containsExactly("1");
    }

    @Test
    void whatCountsIsUseOverWeight() {
        var scene = oneNode().waits(of("a", "1", 8), of("b", "2", 8)).snapshot();
        assertThat(started(scene.withShares(shares(1, 10, used("a", "", 10), used("b", "", 90)))))
                .containsExactly("2");
        assertThat(started(scene.withShares(shares(1, 8, used("a", "", 10), used("b", "", 90)))))
                .containsExactly("1");
    }

    @Test
    void twoTenantsAlternateWithinOneRoundInsteadOfOneFillingThePool() {
        var scene = oneNode();
        for (var number = 1; number <= 4; number++) {
            scene.waits(of("a", "a" + number, 2), submittedAt(of("b", "b" + number, 2), TEN.plusSeconds(1)));
        }
        assertThat(started(scene.snapshot().withShares(shares(1, 1)))).containsExactly("a1", "b1", "a2", "b2");
        assertThat(started(scene.snapshot().withShares(shares(3, 1)))).containsExactly("a1", "b1", "a2", "a3");
    }

    @Test
    void runningJobsCountWithWhatIsLeftOfTheirLimits() {
        var base = new Scene()
                .pool("p", "h100", 8, 2)
                .quota("a", 100)
                .quota("b", 100)
                .waits(of("a", "1", 8), of("b", "2", 8))
                .snapshot();
        var running = new Running(
                new io.atrium.engine.scheduler.model.JobId("r"),
                new TenantId("a"),
                Scene.placement("p", "p-1", 8),
                TEN.plus(HOUR));
        var snapshot = new Snapshot(TEN, base.fleet(), base.quotas(), shares(1, 1), base.waiting(), List.of(running));
        assertThat(started(snapshot)).containsExactly("2");
    }

    @Test
    void aHigherPriorityGoesBeforeAnyShare() {
        var snapshot = oneNode()
                .waits(withPriority(of("a", "1", 8), 1), of("b", "2", 8))
                .snapshot()
                .withShares(shares(1, 1, used("a", "", 100)));
        assertThat(started(snapshot)).containsExactly("1");
    }

    @Test
    void projectsOfOneTenantAreServedByWhatTheyHad() {
        var x = new Job(job("1", 8).id(), new TenantId("a"), 8, HOUR, new Turn(0, TEN, "x"), Wishes.anywhere());
        var y = new Job(job("2", 8).id(), new TenantId("a"), 8, HOUR, new Turn(0, TEN, "y"), Wishes.anywhere());
        var snapshot = oneNode().waits(x, y).snapshot();
        assertThat(started(snapshot.withShares(shares(1, 1, used("a", "x", 2), used("a", "y", 1)))))
                .containsExactly("2");
        assertThat(started(snapshot.withShares(shares(1, 1, used("b", "y", 2)))))
                .containsExactly("1");
    }

    @Test
    void aTenantWithoutAShareComesLastAndIsServedWhenNobodyElseWaits() {
        var snapshot = oneNode()
                .quota("c", 100)
                .waits(of("c", "1", 8), of("b", "2", 8))
                .snapshot()
                .withShares(shares(1, 1));
        assertThat(started(snapshot)).containsExactly("2");
        assertThat(started(snapshot.withWaiting(List.of(of("c", "1", 8))))).containsExactly("1");
    }

    @Test
    void theResourceOfWhichATenantHadTheLargestPartCounts() {
        var scene = new Scene()
                .pool("p", "h100", 8, 1)
                .pool("q", "l40", 8, 9)
                .quota("a", 100)
                .quota("b", 100)
                .waits(
                        of("a", "1", 8).withWishes(Wishes.anywhere().onModel(new GpuModel("h100"))),
                        of("b", "2", 8).withWishes(Wishes.anywhere().onModel(new GpuModel("h100"))))
                .snapshot();
        var manyOfThePlenty = new Shares.Used(new TenantId("a"), "", new GpuModel("l40"), 80 * GPU_HOUR);
        assertThat(started(scene.withShares(shares(1, 1, manyOfThePlenty, used("b", "", 10)))))
                .containsExactly("1");
    }

    @Test
    void aWaitingJobIsToldItsShareWhatWasUsedAndThatOthersGoFirst() {
        var result = Round.of(oneNode()
                .waits(submittedAt(of("a", "1", 8), TEN.minusSeconds(60)), of("b", "2", 8))
                .snapshot()
                .withShares(shares(1, 3, used("a", "", 1_000))));
        var waiting = result.waiting().getFirst();
        // 1,000 GPU-hours of 8 GPUs for a mean life of 7 d / ln 2
        var standing = new Standing(2_500, 5_157, 5_157, WEEK);
        assertThat(waiting.standing()).contains(standing);
        assertThat(waiting.reasons().getFirst()).isEqualTo(new Reason.AboveShare(standing));
    }

    @Test
    void partsOfEachModelAreToldWithAndWithoutWhatRuns() {
        var scene = new Scene().pool("p", "h100", 8, 1).pool("q", "l40", 8, 1).snapshot();
        var standings = new Standings(scene.withShares(shares(1, 1, used("a", "", 1_000))));
        standings.claim(of("a", "1", 8), Scene.poolOf("q", "l40", 8, 1));
        assertThat(standings.parts(new TenantId("a")))
                .containsExactly(
                        Map.entry(new GpuModel("h100"), new Standings.Part(5_157, 5_157)),
                        Map.entry(new GpuModel("l40"), new Standings.Part(0, 41)));
    }

    @Test
    void whoWasNotOvertakenIsNotToldThatOthersGoFirst() {
        var result = Round.of(oneNode()
                .waits(of("a", "1", 8), of("a", "2", 8))
                .snapshot()
                .withShares(shares(1, 3, used("a", "", 1_000))));
        assertThat(result.waiting().getFirst().reasons()).noneMatch(reason -> reason instanceof Reason.AboveShare);
        assertThat(result.waiting().getFirst().standing()).isPresent();
    }
}
