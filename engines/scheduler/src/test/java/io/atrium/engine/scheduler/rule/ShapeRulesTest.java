// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import static io.atrium.engine.scheduler.Scene.TEN;
import static io.atrium.engine.scheduler.Scene.job;
import static io.atrium.engine.scheduler.Scene.poolOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.engine.scheduler.Scene;
import io.atrium.engine.scheduler.model.GpuAmount;
import io.atrium.engine.scheduler.model.GpuShare;
import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.PerGpu;
import io.atrium.engine.scheduler.model.Pool;
import io.atrium.engine.scheduler.model.ProviderId;
import io.atrium.engine.scheduler.model.Refusal;
import io.atrium.engine.scheduler.model.Remedy;
import io.atrium.engine.scheduler.model.Shape;
import io.atrium.engine.scheduler.model.Wishes;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Shares of GPUs, CPUs and memory with a GPU, and nearness to data.
class ShapeRulesTest {
    private static final Pool WHOLE = pool("whole", 1, 16, 128);
    private static final Pool QUARTERS = pool("quarters", 4, 16, 128);
    private static final Pool EIGHTHS = pool("eighths", 8, 32, 256);

    private static Pool pool(String id, int perGpu, int cpus, int memoryGib) {
        return poolOf(id, "l40", 4, 400).shaped(shape(perGpu, cpus, memoryGib));
    }

    private static Shape shape(int perGpu, int cpus, int memoryGib) {
        return new Shape(new GpuShare(perGpu), new PerGpu(cpus, memoryGib));
    }

    private static Job wanting(int perGpu, int cpus, int memoryGib) {
        return job("j", 1).withWishes(Wishes.anywhere().shaped(shape(perGpu, cpus, memoryGib)));
    }

    private static Situation situation(Job job, Pool full, Pool free) {
        return new Situation(
                job,
                TEN,
                Scene.quota(1, 0, 1),
                new Situation.Ahead(0, GpuAmount.ofGpus(0), false),
                Optional.empty(),
                new Situation.Pools(List.of(view(full, 0)), List.of(view(free, 8))));
    }

    private static PoolView view(Pool pool, int free) {
        return new PoolView(pool, free, free, free, free, 0, Optional.empty());
    }

    private static Sizes none(Pool... others) {
        return new Sizes(
                List.of(),
                List.of(others).stream().map(pool -> new PoolSize(pool, 1)).toList());
    }

    @Test
    void matchRequestedShareFires() {
        assertThat(MatchRequestedShare.RULE.admits(wanting(4, 0, 0), WHOLE)).isFalse();
        assertThat(MatchRequestedShare.RULE.admits(wanting(4, 0, 0), EIGHTHS)).isFalse();
        assertThat(MatchRequestedShare.RULE.admits(wanting(1, 0, 0), QUARTERS)).isFalse();
    }

    @Test
    void matchRequestedShareIsSilentOnSharesAsLarge() {
        assertThat(MatchRequestedShare.RULE.admits(wanting(4, 0, 0), QUARTERS)).isTrue();
        assertThat(MatchRequestedShare.RULE.admits(wanting(8, 0, 0), QUARTERS)).isTrue();
        assertThat(MatchRequestedShare.RULE.admits(wanting(1, 0, 0), WHOLE)).isTrue();
    }

    @Test
    void coverCpusAndMemoryPerGpuFiresOnOneTooFewAndOnWhatIsNotSaid() {
        assertThat(CoverCpusAndMemoryPerGpu.RULE.admits(wanting(1, 17, 0), WHOLE))
                .isFalse();
        assertThat(CoverCpusAndMemoryPerGpu.RULE.admits(wanting(1, 0, 129), WHOLE))
                .isFalse();
        assertThat(CoverCpusAndMemoryPerGpu.RULE.admits(wanting(1, 1, 0), poolOf("old", "l40", 4, 400)))
                .isFalse();
    }

    @Test
    void coverCpusAndMemoryPerGpuIsSilentAtWhatThePoolGives() {
        assertThat(CoverCpusAndMemoryPerGpu.RULE.admits(wanting(1, 16, 128), WHOLE))
                .isTrue();
        assertThat(CoverCpusAndMemoryPerGpu.RULE.admits(wanting(1, 0, 0), poolOf("old", "l40", 4, 400)))
                .isTrue();
    }

    @Test
    void preferPoolNearDataFires() {
        var near = job("j", 1).withWishes(Wishes.anywhere().nearDataAt(new ProviderId("of-whole")));
        assertThat(new PreferPoolNearData().compare(near, new Candidate(WHOLE, 7), new Candidate(EIGHTHS, 0)))
                .isNegative();
        assertThat(new PreferPoolNearData().compare(near, new Candidate(EIGHTHS, 0), new Candidate(WHOLE, 7)))
                .isPositive();
    }

    @Test
    void preferPoolNearDataIsSilentWithoutDataOrWhereBothAreFar() {
        var far = job("j", 1).withWishes(Wishes.anywhere().nearDataAt(new ProviderId("of-else")));
        for (var job : List.of(job("j", 1), far)) {
            assertThat(new PreferPoolNearData().compare(job, new Candidate(WHOLE, 7), new Candidate(EIGHTHS, 0)))
                    .isZero();
        }
    }

    @Test
    void placesAreComparedByDataThenPriceThenFitThenName() {
        assertThat(RuleCatalogue.PLACEMENT)
                .extracting(Rule::name)
                .containsExactly("PreferPoolNearData", "PreferCheapestPool", "PreferTightestFit", "PreferFirstPool");
    }

    @Test
    void refuseShareThatNobodySellsFires() {
        assertThat(new RefuseShareThatNobodySells().refusal(wanting(2, 0, 0), none(QUARTERS, WHOLE)))
                .contains(new Refusal.ShareNotSold(new GpuShare(2), List.of(GpuShare.WHOLE, new GpuShare(4))));
    }

    @Test
    void refuseShareThatNobodySellsIsSilentIfTheModelIsWrongOrTheShareIsSold() {
        var other = wanting(2, 0, 0)
                .withWishes(wanting(2, 0, 0).wishes().onModel(new io.atrium.engine.scheduler.model.GpuModel("h800")));
        assertThat(new RefuseShareThatNobodySells().refusal(other, none(QUARTERS)))
                .isEmpty();
        assertThat(new RefuseShareThatNobodySells().refusal(wanting(8, 99, 0), none(QUARTERS)))
                .isEmpty();
    }

    @Test
    void refuseMoreThanComesWithAGpuFiresAndNamesWhoGivesMost() {
        assertThat(new RefuseMoreThanComesWithAGpu().refusal(wanting(8, 99, 0), none(QUARTERS, EIGHTHS)))
                .contains(new Refusal.TooMuchPerGpu(new PerGpu(99, 0), EIGHTHS.id(), new PerGpu(32, 256)));
    }

    @Test
    void refuseMoreThanComesWithAGpuIsSilentIfTheShareIsNotSold() {
        assertThat(new RefuseMoreThanComesWithAGpu().refusal(wanting(2, 99, 0), none(QUARTERS)))
                .isEmpty();
    }

    @Test
    void offerLargerShareFires() {
        assertThat(new OfferLargerShare().remedy(situation(wanting(8, 0, 0), EIGHTHS, WHOLE)))
                .contains(new Remedy.AskForLargerShare(GpuShare.WHOLE, WHOLE.id()));
    }

    @Test
    void offerLargerShareIsSilentForWholeGpusAndSmallerShares() {
        assertThat(new OfferLargerShare().remedy(situation(wanting(1, 0, 0), WHOLE, QUARTERS)))
                .isEmpty();
        assertThat(new OfferLargerShare().remedy(situation(wanting(4, 0, 0), QUARTERS, EIGHTHS)))
                .isEmpty();
    }

    @Test
    void offerLessPerGpuFires() {
        assertThat(new OfferLessPerGpu().remedy(situation(wanting(8, 24, 200), EIGHTHS, QUARTERS)))
                .contains(new Remedy.AskForLessPerGpu(new PerGpu(16, 128), QUARTERS.id()));
    }

    @Test
    void offerLessPerGpuIsSilentIfNothingWasAskedOrTheShareIsWrong() {
        assertThat(new OfferLessPerGpu().remedy(situation(wanting(8, 0, 0), EIGHTHS, QUARTERS)))
                .isEmpty();
        assertThat(new OfferLessPerGpu().remedy(situation(wanting(8, 24, 200), EIGHTHS, WHOLE)))
                .isEmpty();
    }

    @Test
    void offerAnotherPoolIsSilentOnPoolsOfAnotherShape() {
        assertThat(new OfferAnotherPool().remedy(situation(wanting(1, 0, 0), WHOLE, QUARTERS)))
                .isEmpty();
        assertThat(new OfferAnotherPool().remedy(situation(wanting(8, 24, 0), EIGHTHS, QUARTERS)))
                .isEmpty();
    }
}
