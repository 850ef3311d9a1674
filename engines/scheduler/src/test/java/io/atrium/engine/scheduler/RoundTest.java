// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler;

import static io.atrium.engine.scheduler.Scene.HOUR;
import static io.atrium.engine.scheduler.Scene.TEN;
import static io.atrium.engine.scheduler.Scene.job;
import static io.atrium.engine.scheduler.Scene.ofTenant;
import static io.atrium.engine.scheduler.Scene.placement;
import static io.atrium.engine.scheduler.Scene.withPriority;
import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.engine.scheduler.RoundResult.Placed;
import io.atrium.engine.scheduler.RoundResult.Refused;
import io.atrium.engine.scheduler.RoundResult.Waiting;
import io.atrium.engine.scheduler.model.GpuAmount;
import io.atrium.engine.scheduler.model.GpuModel;
import io.atrium.engine.scheduler.model.JobId;
import io.atrium.engine.scheduler.model.NodeState;
import io.atrium.engine.scheduler.model.PoolId;
import io.atrium.engine.scheduler.model.Reason;
import io.atrium.engine.scheduler.model.Refusal;
import io.atrium.engine.scheduler.model.Remedy;
import io.atrium.engine.scheduler.model.Reservation;
import io.atrium.engine.scheduler.model.StartEstimate;
import io.atrium.engine.scheduler.model.Wishes;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RoundTest {
    private static final Instant ELEVEN = TEN.plus(HOUR);
    private static final Instant NOON = TEN.plus(HOUR.multipliedBy(2));

    private static Scene oneNode() {
        return new Scene().pool("a", "h100", 8, 1);
    }

    @Test
    void anEmptyQueueGivesAnEmptyResult() {
        var result = oneNode().round();
        assertThat(result.placed()).isEmpty();
        assertThat(result.waiting()).isEmpty();
    }

    @Test
    void placesWholeNodeJobsOnEmptyNodesAndSmallOnesOnPartlyUsedNodes() {
        var result = new Scene()
                .pool("a", "h100", 8, 3)
                .runs("r", "a-2", 5, NOON)
                .waits(job("small", 3), job("whole", 8))
                .round();
        assertThat(result.placed())
                .containsExactly(
                        new Placed(job("small", 3), placement("a", "a-2", 3)),
                        new Placed(job("whole", 8), placement("a", "a-1", 8)));
    }

    @Test
    void takesTheCheapestPoolFirst() {
        var result = new Scene()
                .pool(Scene.poolOf("a", "h100", 8, 1_200), 1)
                .pool(Scene.poolOf("b", "h100", 8, 800), 1)
                .waits(job("j", 4))
                .round();
        assertThat(result.placed().getFirst().placement()).isEqualTo(placement("b", "b-1", 4));
    }

    @Test
    void aCloseDateGoesBeforeItsSiblingsAndBeforeNobodyElse() {
        var dated = job("b", 8).neededBy(ELEVEN.plus(HOUR));
        assertThat(oneNode().waits(job("a", 8), dated).round().placed())
                .extracting(Placed::job)
                .containsExactly(dated);
        var stranger = ofTenant(job("a", 8), "u");
        assertThat(oneNode().quota("u", 8).waits(stranger, dated).round().placed())
                .extracting(Placed::job)
                .containsExactly(stranger);
        assertThat(oneNode().waits(withPriority(job("a", 8), 1), dated).round().placed())
                .extracting(placed -> placed.job().id())
                .containsExactly(new JobId("a"));
    }

    @Test
    void aJobThatCannotBeDoneByItsDateIsToldSo() {
        var result = oneNode()
                .runs("r", "a-1", 8, TEN.plus(HOUR.multipliedBy(8)))
                .waits(job("j", 8).neededBy(NOON))
                .round();
        assertThat(result.waiting().getFirst().reasons().getLast())
                .isEqualTo(new Reason.TooLateForItsDate(NOON, HOUR, NOON));
    }

    @Test
    void servesPriorityBeforeSubmission() {
        var result = oneNode()
                .waits(job("first", 8), withPriority(job("urgent", 8), 1))
                .round();
        assertThat(result.placed())
                .extracting(placed -> placed.job().id().value())
                .containsExactly("urgent");
    }

    @Test
    void aGangLargerThanAnyPoolIsRefusedWithTheLargestThatCouldEverFit() {
        var result = new Scene()
                .pool("a", "h100", 8, 2)
                .pool("b", "l40", 4, 3)
                .state("a-1", NodeState.MAINTENANCE)
                .waits(job("huge", 17))
                .round();
        assertThat(result.refused())
                .containsExactly(new Refused(job("huge", 17), new Refusal.LargerThanAnyPool(17, new PoolId("a"), 16)));
        assertThat(result.waiting()).isEmpty();
    }

    @Test
    void aModelThatNobodyOffersIsRefused() {
        var job = job("j", 1).withWishes(Wishes.anywhere().onModel(new GpuModel("tpu")));
        assertThat(oneNode().waits(job).round().refused())
                .containsExactly(new Refused(job, new Refusal.NoPoolAllowed()));
    }

    @Test
    void aTenantOverItsQuotaWaitsAndHoldsUpNobody() {
        var result = oneNode()
                .quota("poor", 2)
                .waits(withPriority(ofTenant(job("over", 3), "poor"), 9), job("other", 8))
                .round();
        assertThat(result.placed())
                .extracting(placed -> placed.job().id().value())
                .containsExactly("other");
        var over = result.waiting().getFirst();
        assertThat(over.reasons().getFirst()).isEqualTo(Scene.overQuota(2, 0, 0, 3));
        assertThat(over.remedies()).contains(new Remedy.FreeOrRaiseQuota(1));
        assertThat(over.start()).isEqualTo(new StartEstimate.Unknown(StartEstimate.Why.LARGER_THAN_QUOTA));
    }

    @Test
    void jobsStartedInTheSameRoundCountAgainstTheQuota() {
        var result = new Scene()
                .pool("a", "h100", 8, 4)
                .quota("t", 16)
                .waits(job("1", 8), job("2", 8), job("3", 8))
                .round();
        assertThat(result.placed()).hasSize(2);
        assertThat(result.waiting().getFirst().reasons()).contains(Scene.overQuota(16, 16, 0, 8));
    }

    @Test
    void aTenantsSmallJobsDoNotEatTheQuotaThatItsLargeOneWaitsFor() {
        var result = new Scene()
                .pool("a", "h100", 8, 4)
                .quota("t", 16)
                .runs("r", "a-1", 8, ELEVEN)
                .waits(job("1-large", 16), job("2-long", 2, HOUR.plusMillis(1)), job("3-short", 2, HOUR))
                .round();
        assertThat(result.placed())
                .extracting(placed -> placed.job().id().value())
                .containsExactly("3-short");
        assertThat(result.waiting().get(1).reasons().getFirst()).isEqualTo(Scene.overQuota(16, 10, 16, 2));
    }

    @Test
    void aTenantsShortJobDoesNotEatTheQuotaOfItsLargeOneThatHasReservedNodes() {
        var result = oneNode()
                .quota("t", 12)
                .runs("r", "a-1", 4, ELEVEN)
                .waits(job("1-large", 8), job("2-short", 2, HOUR))
                .round();
        assertThat(result.reservations()).hasSize(1);
        assertThat(result.placed()).isEmpty();
        assertThat(result.waiting().get(1).reasons().getFirst()).isEqualTo(Scene.overQuota(12, 4, 8, 2));
    }

    @Test
    void theBlockedHeadReservesAndOnlyWhatEndsInTimeIsBackfilled() {
        var result = oneNode()
                .runs("r", "a-1", 4, ELEVEN)
                .waits(job("1-head", 8), job("2-long", 2, HOUR.plusMillis(1)), job("3-short", 2, HOUR))
                .round();
        assertThat(result.reservations())
                .containsExactly(new Reservation(new JobId("1-head"), placement("a", "a-1", 8), ELEVEN));
        assertThat(result.placed())
                .extracting(placed -> placed.job().id().value())
                .containsExactly("3-short");
        var held = result.waiting().get(1);
        assertThat(held.position()).isEqualTo(2);
        assertThat(held.reasons())
                .containsExactly(
                        new Reason.HeldForEarlierJob(new JobId("1-head"), new PoolId("a"), ELEVEN),
                        new Reason.BehindEarlierJobs(1, GpuAmount.ofGpus(8)));
        assertThat(held.remedies()).contains(new Remedy.ShortenTimeLimit(HOUR));
    }

    @Test
    void longJobsPassTheHeadOnNodesThatItDoesNotNeed() {
        var result = new Scene()
                .pool("a", "h100", 8, 2)
                .runs("r", "a-1", 4, ELEVEN)
                .runs("s", "a-2", 4, NOON)
                .waits(job("1-head", 8), job("2-long", 4, Duration.ofDays(2)))
                .round();
        assertThat(result.placed()).extracting(Placed::placement).containsExactly(placement("a", "a-2", 4));
    }

    @Test
    void tellsFragmentationFromLackOfCapacity() {
        var result = new Scene()
                .pool("a", "h100", 8, 2)
                .runs("r", "a-1", 4, ELEVEN)
                .runs("s", "a-2", 4, NOON)
                .waits(job("1-whole", 8), job("2-more", 9))
                .round();
        assertThat(result.waiting().get(0).reasons())
                .containsExactly(new Reason.FreeButScattered(new PoolId("a"), 8, 4));
        assertThat(result.waiting().get(1).reasons()).contains(Scene.notEnoughFree(9, 8));
    }

    @Test
    void blamesMaintenanceOnlyWhereItIsToBlame() {
        var scene = new Scene()
                .pool("a", "h100", 8, 2)
                .state("a-2", NodeState.MAINTENANCE)
                .waits(job("j", 16));
        var waiting = scene.round().waiting().getFirst();
        assertThat(waiting.reasons())
                .containsExactly(
                        new Reason.NodesUnavailable(new PoolId("a"), GpuAmount.ofGpus(8)), Scene.notEnoughFree(16, 8));
        assertThat(waiting.start()).isEqualTo(new StartEstimate.Unknown(StartEstimate.Why.NODES_UNAVAILABLE));
    }

    @Test
    void leavesWhatRunsOnADrainingNodeAlone() {
        var result = new Scene()
                .pool("a", "h100", 8, 2)
                .state("a-1", NodeState.DRAIN)
                .runs("r", "a-1", 2, NOON)
                .waits(job("j", 6))
                .round();
        assertThat(result.placed().getFirst().placement()).isEqualTo(placement("a", "a-2", 6));
    }

    @Test
    void offersAnotherPoolThatCouldTakeItNow() {
        var job = job("j", 8).withWishes(Wishes.anywhere().onModel(new GpuModel("h100")));
        var result = oneNode()
                .pool("b", "l40", 8, 1)
                .runs("r", "a-1", 8, NOON)
                .waits(job)
                .round();
        assertThat(result.waiting().getFirst().remedies())
                .containsExactly(new Remedy.AllowPool(new PoolId("b"), 1_000));
    }

    @Test
    void estimatesARangeFromTheDeclaredLimits() {
        var waiting = oneNode()
                .runs("r", "a-1", 8, NOON)
                .waits(job("1", 8), job("2", 8))
                .round()
                .waiting();
        var hoped = TEN.plus(Duration.ofMinutes(30));
        assertThat(waiting)
                .extracting(Waiting::start)
                .containsExactly(
                        new StartEstimate.Between(hoped, NOON), new StartEstimate.Between(hoped, NOON.plus(HOUR)));
    }

    @Test
    void aJobHeldByItsQuotaIsEstimatedFromItsOwnRunningJobs() {
        var waiting = new Scene()
                .pool("a", "h100", 8, 2)
                .quota("t", 8)
                .runs("r", "a-1", 8, NOON)
                .waits(job("1", 8))
                .round()
                .waiting();
        assertThat(waiting.getFirst().start())
                .isEqualTo(new StartEstimate.Between(TEN.plus(Duration.ofMinutes(30)), NOON));
    }
}
