// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import static io.atrium.engine.scheduler.Scene.TEN;
import static io.atrium.engine.scheduler.Scene.job;
import static io.atrium.engine.scheduler.Scene.placement;
import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.engine.scheduler.Scene;
import io.atrium.engine.scheduler.model.GpuAmount;
import io.atrium.engine.scheduler.model.JobId;
import io.atrium.engine.scheduler.model.Lending;
import io.atrium.engine.scheduler.model.PoolId;
import io.atrium.engine.scheduler.model.Reason;
import io.atrium.engine.scheduler.model.Remedy;
import io.atrium.engine.scheduler.model.Running;
import io.atrium.engine.scheduler.model.TenantId;
import io.atrium.engine.scheduler.model.Yielding;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LendingRulesTest {
    private static final Lending LENDING =
            new Lending(Set.of(new PoolId("a")), Duration.ofMinutes(10), 2, 16, Duration.ofSeconds(30));

    private static Running runs(String id, int gpus) {
        return new Running(new JobId(id), new TenantId("t"), placement("a", "a-1", gpus), TEN.plusSeconds(3_600));
    }

    private static Running yields(String id, int gpus, Instant since) {
        return runs(id, gpus).yielding(Yielding.since(since));
    }

    private static Candidacy candidacy(Instant since, int takenOff, boolean borrowed) {
        return new Candidacy(new Yielding(since, since, takenOff, Optional.empty()), borrowed, LENDING, TEN);
    }

    private static Candidacy anHourOld(int takenOff, boolean borrowed) {
        return candidacy(TEN.minusSeconds(3_600), takenOff, borrowed);
    }

    @Test
    void countAsBorrowedBeyondQuotaFires() {
        var jobs = List.of(yields("c", 4, TEN), yields("b", 6, TEN.minusSeconds(60)), runs("a", 4));
        assertThat(CountAsBorrowedBeyondQuota.RULE.borrowed(8, jobs)).containsExactly(new JobId("b"));
    }

    @Test
    void countAsBorrowedBeyondQuotaIsSilentWithinItAndOnJobsThatRunToTheirEnd() {
        assertThat(CountAsBorrowedBeyondQuota.RULE.borrowed(8, List.of(yields("a", 4, TEN), yields("b", 4, TEN))))
                .isEmpty();
        assertThat(CountAsBorrowedBeyondQuota.RULE.borrowed(0, List.of(runs("a", 4))))
                .isEmpty();
    }

    @Test
    void borrowOnlyIfInterruptibleFires() {
        assertThat(BorrowOnlyIfInterruptible.RULE.mayBorrow(job("plain", 4))).isFalse();
    }

    @Test
    void borrowOnlyIfInterruptibleIsSilentOnInterruptibleJobs() {
        assertThat(BorrowOnlyIfInterruptible.RULE.mayBorrow(job("yields", 4).whichYields()))
                .isTrue();
    }

    @Test
    void lendOnlyWhatNobodyWaitsForFires() {
        assertThat(LendOnlyWhatNobodyWaitsFor.RULE.lends(true, true)).isFalse();
        assertThat(LendOnlyWhatNobodyWaitsFor.RULE.lends(false, false)).isFalse();
    }

    @Test
    void lendOnlyWhatNobodyWaitsForIsSilentOnAPoolThatIsIdleAndCanGiveBack() {
        assertThat(LendOnlyWhatNobodyWaitsFor.RULE.lends(true, false)).isTrue();
    }

    @Test
    void takeOffFewPerRoundFires() {
        assertThat(TakeOffFewPerRound.RULE.allows(14, 3, LENDING)).isFalse();
    }

    @Test
    void takeOffFewPerRoundIsSilentUpToItsNumber() {
        assertThat(TakeOffFewPerRound.RULE.allows(14, 2, LENDING)).isTrue();
    }

    @Test
    void takeOffOnlyBorrowersFires() {
        assertThat(new TakeOffOnlyBorrowers().mayTakeOff(anHourOld(0, false))).isFalse();
    }

    @Test
    void takeOffOnlyBorrowersIsSilentOnBorrowers() {
        assertThat(new TakeOffOnlyBorrowers().mayTakeOff(anHourOld(0, true))).isTrue();
    }

    @Test
    void leaveYoungRunsAloneFires() {
        assertThat(LeaveYoungRunsAlone.RULE.mayTakeOff(candidacy(TEN.minusSeconds(599), 0, true)))
                .isFalse();
    }

    @Test
    void leaveYoungRunsAloneIsSilentOnOldOnes() {
        assertThat(LeaveYoungRunsAlone.RULE.mayTakeOff(candidacy(TEN.minusSeconds(600), 0, true)))
                .isTrue();
    }

    @Test
    void takeOffEachJobRarelyFires() {
        assertThat(new TakeOffEachJobRarely().mayTakeOff(anHourOld(2, true))).isFalse();
    }

    @Test
    void takeOffEachJobRarelyIsSilentBelowItsNumber() {
        assertThat(new TakeOffEachJobRarely().mayTakeOff(anHourOld(1, true))).isTrue();
    }

    @Test
    void preferLeastLostWorkFires() {
        assertThat(new PreferLeastLostWork().compare(new Sacrifice(1, 9, 9), new Sacrifice(2, 1, 1)))
                .isNegative();
    }

    @Test
    void preferLeastLostWorkIsSilentOnEqualLosses() {
        assertThat(new PreferLeastLostWork().compare(new Sacrifice(1, 9, 9), new Sacrifice(1, 1, 1)))
                .isZero();
    }

    @Test
    void preferFewestVictimsFires() {
        assertThat(new PreferFewestVictims().compare(new Sacrifice(0, 1, 9), new Sacrifice(0, 2, 1)))
                .isNegative();
    }

    @Test
    void preferFewestVictimsIsSilentOnEqualNumbers() {
        assertThat(new PreferFewestVictims().compare(new Sacrifice(0, 2, 9), new Sacrifice(0, 2, 1)))
                .isZero();
    }

    @Test
    void preferLeastLeftFreeFires() {
        assertThat(new PreferLeastLeftFree().compare(new Sacrifice(0, 1, 0), new Sacrifice(0, 1, 4)))
                .isNegative();
    }

    @Test
    void preferLeastLeftFreeIsSilentOnEqualRests() {
        assertThat(new PreferLeastLeftFree().compare(new Sacrifice(5, 1, 4), new Sacrifice(0, 1, 4)))
                .isZero();
    }

    @Test
    void lossComesBeforeNumberAndNumberBeforeShape() {
        assertThat(RuleCatalogue.compare(new Sacrifice(1, 9, 9), new Sacrifice(2, 1, 0)))
                .isNegative();
        assertThat(RuleCatalogue.compare(new Sacrifice(1, 1, 9), new Sacrifice(1, 2, 0)))
                .isNegative();
        assertThat(RuleCatalogue.compare(new Sacrifice(1, 1, 0), new Sacrifice(1, 1, 9)))
                .isNegative();
    }

    private static Situation situation(
            int inUse, boolean interruptible, boolean lends, Optional<Reason.PlaceBeingCleared> clearing) {
        var wants = job("j", 4);
        var view = new PoolView(Scene.poolOf("a", "h100", 8, 900), 8, 8, 8, 8, 0, Optional.empty(), lends);
        return new Situation(
                interruptible ? wants.whichYields() : wants,
                TEN,
                Scene.quota(8, inUse, 4),
                new Situation.Ahead(0, GpuAmount.ofGpus(0), false),
                Optional.empty(),
                new Situation.Pools(List.of(view), List.of()),
                clearing,
                Optional.empty());
    }

    @Test
    void offerInterruptibleFires() {
        assertThat(new OfferInterruptible().remedy(situation(8, false, true, Optional.empty())))
                .contains(new Remedy.DeclareInterruptible());
    }

    @Test
    void offerInterruptibleIsSilentWithinTheQuotaToInterruptibleJobsAndWherePoolsDoNotLend() {
        assertThat(new OfferInterruptible().remedy(situation(4, false, true, Optional.empty())))
                .isEmpty();
        assertThat(new OfferInterruptible().remedy(situation(8, true, true, Optional.empty())))
                .isEmpty();
        assertThat(new OfferInterruptible().remedy(situation(8, false, false, Optional.empty())))
                .isEmpty();
    }

    @Test
    void sayWhenPlaceIsBeingClearedFires() {
        var place = new Reason.PlaceBeingCleared(new PoolId("a"), 1, TEN.plusSeconds(30));
        assertThat(new SayWhenPlaceIsBeingCleared().reason(situation(0, false, false, Optional.of(place))))
                .contains(place);
    }

    @Test
    void sayWhenPlaceIsBeingClearedIsSilentIfNobodyGivesAPlaceBack() {
        assertThat(new SayWhenPlaceIsBeingCleared().reason(situation(0, false, false, Optional.empty())))
                .isEmpty();
    }
}
