// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler;

import static io.atrium.engine.scheduler.Scene.HOUR;
import static io.atrium.engine.scheduler.Scene.TEN;
import static io.atrium.engine.scheduler.Scene.job;
import static io.atrium.engine.scheduler.Scene.ofTenant;
import static io.atrium.engine.scheduler.Scene.placement;
import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.engine.scheduler.RoundResult.Placed;
import io.atrium.engine.scheduler.RoundResult.TakenOff;
import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.JobId;
import io.atrium.engine.scheduler.model.Lending;
import io.atrium.engine.scheduler.model.PoolId;
import io.atrium.engine.scheduler.model.Reason;
import io.atrium.engine.scheduler.model.Remedy;
import io.atrium.engine.scheduler.model.Snapshot;
import io.atrium.engine.scheduler.model.StartEstimate;
import io.atrium.engine.scheduler.model.Yielding;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// Tenant `t` has a quota of 8, tenant `other` of 100; two nodes of 8 GPUs.
class BorrowingTest {
    private static final Instant NOON = TEN.plus(Duration.ofHours(2));
    private static final Lending LENDING =
            new Lending(Set.of(new PoolId("a")), Duration.ofMinutes(10), 2, 4, Duration.ofSeconds(30));

    private final Scene scene =
            new Scene().pool("a", "h100", 8, 2).quota("t", 8).quota("other", 100);

    private Snapshot snapshot(Yielding... ofRunning) {
        return snapshot(LENDING, ofRunning);
    }

    /// The running jobs yield in the order in which the scene named them, as far as given.
    private Snapshot snapshot(Lending lending, Yielding... ofRunning) {
        var before = scene.snapshot().withLending(lending);
        var running = new ArrayList<>(before.running());
        for (var number = 0; number < ofRunning.length; number++) {
            running.set(number, running.get(number).yielding(ofRunning[number]));
        }
        return new Snapshot(before.at(), before.fleet(), before.quotas(), before.shares(), before.waiting(), running)
                .withLending(lending);
    }

    private static Yielding minutesAgo(int minutes) {
        return Yielding.since(TEN.minus(Duration.ofMinutes(minutes)));
    }

    private static Job yielding(String id, int gpus) {
        return job(id, gpus).whichYields();
    }

    @Test
    void anInterruptibleJobStartsBeyondItsQuotaOnIdleGpus() {
        scene.runs("own", "a-1", 8, NOON).waits(yielding("extra", 4), job("plain", 4));
        var result = Round.of(snapshot());
        assertThat(result.placed()).containsExactly(new Placed(yielding("extra", 4), placement("a", "a-2", 4), true));
        assertThat(result.waiting())
                .extracting(waiting -> waiting.job().id().value())
                .containsExactly("plain");
    }

    @Test
    void aPlainJobThatWaitsForItsQuotaIsToldThatItCouldBorrow() {
        scene.runs("own", "a-1", 8, NOON).waits(job("plain", 4));
        assertThat(Round.of(snapshot()).waiting().getFirst().remedies()).contains(new Remedy.DeclareInterruptible());
        assertThat(Round.of(snapshot(Lending.none())).waiting().getFirst().remedies())
                .doesNotContain(new Remedy.DeclareInterruptible());
    }

    @Test
    void whoIsWithinQuotaGoesFirstWhateverItsTurn() {
        scene.runs("own", "a-1", 8, NOON)
                .waits(Scene.withPriority(yielding("extra", 8), 9).whichYields(), ofTenant(job("within", 8), "other"));
        assertThat(Round.of(snapshot()).placed())
                .extracting(placed -> placed.job().id().value())
                .containsExactly("within");
    }

    @Test
    void aBorrowerUsesNoReservedNodeEvenForAWhile() {
        scene.runs("own", "a-1", 8, NOON)
                .runs("half", "a-2", 4, TEN.plus(HOUR))
                .waits(ofTenant(job("whole", 8), "other"), yielding("extra", 2));
        var result = Round.of(snapshot());
        assertThat(result.reservations()).hasSize(1);
        assertThat(result.placed()).isEmpty();
    }

    @Test
    void aPoolWhoseEngineCannotGiveBackLendsNothing() {
        scene.runs("own", "a-1", 8, NOON).waits(yielding("extra", 4));
        assertThat(Round.of(snapshot(Lending.none())).placed()).isEmpty();
    }

    @Test
    void anInterruptibleJobIsInNobodysWayWhoRunsToItsEnd() {
        scene.runs("yields", "a-1", 8, NOON).waits(job("plain", 8), job("z", 4));
        var result = Round.of(snapshot(minutesAgo(60)));
        assertThat(result.placed()).containsExactly(new Placed(job("plain", 8), placement("a", "a-2", 8)));
        assertThat(result.waiting()).hasSize(1);
    }

    @Test
    void anInterruptibleJobBorrowsBesideAnEarlierOneThatWaitsForTheQuota() {
        scene.runs("own", "a-1", 8, NOON)
                .waits(
                        Scene.withPriority(job("large", 8), 1),
                        job("extra", 6, HOUR.multipliedBy(9)).whichYields());
        assertThat(Round.of(snapshot()).placed())
                .extracting(placed -> placed.job().id().value())
                .containsExactly("extra");
    }

    @Test
    void takesOffABorrowerForAJobWithinQuotaAndTellsWhatIsLost() {
        scene.runs("own", "a-1", 8, NOON).runs("borrower", "a-2", 8, NOON).waits(ofTenant(job("within", 4), "other"));
        var snapshot = snapshot(minutesAgo(120), minutesAgo(60));
        var result = Round.of(snapshot);
        assertThat(result.takenOff())
                .containsExactly(new TakenOff(
                        snapshot.running().get(1),
                        new JobId("within"),
                        8 * Duration.ofHours(1).toMillis()));
        var waiting = result.waiting().getFirst();
        var by = TEN.plusSeconds(30);
        assertThat(waiting.reasons().getFirst()).isEqualTo(new Reason.PlaceBeingCleared(new PoolId("a"), 1, by));
        assertThat(waiting.start()).isEqualTo(new StartEstimate.Between(TEN, by));
    }

    @Test
    void takesNobodyOffWhoIsWithinQuotaOrYoungOrWasTakenOffOftenOrRunsToItsEnd() {
        scene.runs("own", "a-1", 8, NOON).runs("borrower", "a-2", 8, NOON).waits(ofTenant(job("within", 8), "other"));
        var often = new Yielding(TEN.minus(HOUR), TEN, 2, Optional.empty());
        assertThat(Round.of(snapshot(minutesAgo(120), minutesAgo(9))).takenOff())
                .isEmpty();
        assertThat(Round.of(snapshot(minutesAgo(120), often)).takenOff()).isEmpty();
        assertThat(Round.of(snapshot()).takenOff()).isEmpty();
        scene.quota("t", 16);
        assertThat(Round.of(snapshot(minutesAgo(120), minutesAgo(60))).takenOff())
                .isEmpty();
    }

    @Test
    void takesNobodyOffIfTheGangWouldNotFitThen() {
        scene.runs("own", "a-1", 8, NOON).runs("borrower", "a-2", 8, NOON).waits(ofTenant(job("within", 16), "other"));
        assertThat(Round.of(snapshot(minutesAgo(120), minutesAgo(60))).takenOff())
                .isEmpty();
    }

    @Test
    void takesTheOneOffThatLosesLeast() {
        scene.quota("t", 0)
                .runs("long", "a-1", 8, NOON)
                .runs("saved", "a-2", 8, NOON)
                .waits(ofTenant(job("within", 8), "other"));
        var saved = new Yielding(TEN.minus(HOUR), TEN.minusSeconds(60), 0, Optional.empty());
        assertThat(Round.of(snapshot(minutesAgo(30), saved)).takenOff())
                .extracting(off -> off.job().job().value())
                .containsExactly("saved");
    }

    @Test
    void oneThatWasToldIsEnoughInTheNextRoundsAndItsRestServesAnother() {
        scene.quota("t", 0)
                .runs("leaves", "a-1", 8, TEN.plusSeconds(20))
                .runs("stays", "a-2", 8, NOON)
                .waits(ofTenant(job("first", 5), "other"), ofTenant(job("second", 3), "other"));
        var told = minutesAgo(30).leavingBy(TEN.plusSeconds(20));
        var result = Round.of(snapshot(told, minutesAgo(60)));
        assertThat(result.takenOff()).isEmpty();
        assertThat(result.cleared())
                .extracting(place -> place.placement())
                .containsExactly(placement("a", "a-1", 5), placement("a", "a-1", 3));
    }

    @Test
    void tellsNoMoreJobsToStopThanARoundMay() {
        scene.quota("t", 0);
        for (var number = 0; number < 8; number++) {
            scene.runs("b" + number, "a-1", 1, NOON).runs("c" + number, "a-2", 1, NOON);
        }
        scene.waits(ofTenant(job("six", 6), "other"), ofTenant(job("three", 3), "other"));
        var all = new Yielding[16];
        Arrays.fill(all, minutesAgo(60));
        assertThat(Round.of(snapshot(all)).takenOff())
                .hasSize(3)
                .allMatch(off -> off.beneficiary().value().equals("three"));
    }
}
