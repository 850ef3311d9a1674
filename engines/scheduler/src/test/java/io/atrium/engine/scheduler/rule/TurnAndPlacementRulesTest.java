// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import static io.atrium.engine.scheduler.Scene.HOUR;
import static io.atrium.engine.scheduler.Scene.TEN;
import static io.atrium.engine.scheduler.Scene.job;
import static io.atrium.engine.scheduler.Scene.ofTenant;
import static io.atrium.engine.scheduler.Scene.submittedAt;
import static io.atrium.engine.scheduler.Scene.withPriority;
import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.engine.scheduler.Scene;
import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.Node;
import io.atrium.engine.scheduler.model.NodeId;
import io.atrium.engine.scheduler.model.NodeState;
import io.atrium.engine.scheduler.model.PoolId;
import io.atrium.engine.scheduler.model.PoolPreference;
import io.atrium.engine.scheduler.model.Wishes;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnAndPlacementRulesTest {
    private static final Candidate DEAR_AND_TIGHT = new Candidate(Scene.poolOf("b", "h100", 8, 900), 0);
    private static final Candidate CHEAP_AND_LOOSE = new Candidate(Scene.poolOf("a", "h100", 8, 800), 4);

    private static Job preferring(PoolPreference preference) {
        return job("j", 4).withWishes(Wishes.anywhere().preferring(preference));
    }

    @Test
    void serveHigherPriorityFirstFires() {
        var rule = new ServeHigherPriorityFirst();
        assertThat(rule.compare(Claim.of(withPriority(job("a", 1), 5)), Claim.of(job("b", 1))))
                .isNegative();
        assertThat(rule.compare(Claim.of(job("b", 1)), Claim.of(withPriority(job("a", 1), 5))))
                .isPositive();
    }

    @Test
    void serveHigherPriorityFirstIsSilentOnEqualPriorities() {
        assertThat(new ServeHigherPriorityFirst().compare(Claim.of(job("a", 1)), Claim.of(job("b", 1))))
                .isZero();
    }

    @Test
    void serveEarlierSubmissionFirstFires() {
        var earlier = submittedAt(job("b", 1), TEN.minusMillis(1));
        assertThat(new ServeEarlierSubmissionFirst().compare(Claim.of(earlier), Claim.of(job("a", 1))))
                .isNegative();
    }

    @Test
    void serveEarlierSubmissionFirstIsSilentOnTheSameInstant() {
        assertThat(new ServeEarlierSubmissionFirst().compare(Claim.of(job("a", 1)), Claim.of(job("b", 1))))
                .isZero();
    }

    @Test
    void serveTenantWithLeastOfItsShareFirstFires() {
        var above = new Claim(job("a", 1), 1.2, 0);
        var below = new Claim(ofTenant(job("b", 1), "u"), 0.4, 0);
        assertThat(new ServeTenantWithLeastOfItsShareFirst().compare(below, above))
                .isNegative();
        assertThat(RuleCatalogue.compare(below, above)).isNegative();
    }

    @Test
    void serveTenantWithLeastOfItsShareFirstIsSilentOnEqualPartsAndBehindPriorities() {
        var one = new Claim(job("a", 1), 0.4, 0);
        assertThat(new ServeTenantWithLeastOfItsShareFirst().compare(one, new Claim(job("b", 1), 0.4, 1)))
                .isZero();
        assertThat(RuleCatalogue.compare(new Claim(withPriority(job("b", 1), 1), 9, 0), one))
                .isNegative();
    }

    @Test
    void serveProjectWithLeastUseFirstFires() {
        var rule = new ServeProjectWithLeastUseFirst();
        assertThat(rule.compare(new Claim(job("b", 1), 0, 0.1), new Claim(job("a", 1), 0, 0.2)))
                .isNegative();
    }

    @Test
    void serveProjectWithLeastUseFirstIsSilentBetweenTenants() {
        var other = new Claim(ofTenant(job("b", 1), "u"), 0, 0.1);
        assertThat(new ServeProjectWithLeastUseFirst().compare(other, new Claim(job("a", 1), 0, 0.2)))
                .isZero();
    }

    @Test
    void serveLowerIdFirstFires() {
        assertThat(new ServeLowerIdFirst().compare(Claim.of(job("a", 1)), Claim.of(job("b", 1))))
                .isNegative();
    }

    @Test
    void serveLowerIdFirstIsSilentOnlyOnTheSameJob() {
        assertThat(new ServeLowerIdFirst().compare(Claim.of(job("a", 1)), Claim.of(job("a", 1))))
                .isZero();
    }

    private static Job startsBy(String id, Duration left) {
        return job(id, 1).neededBy(TEN.plus(HOUR).plus(left));
    }

    @Test
    void serveCloseDateFirstFires() {
        var holders = List.of(
                job("a", 1), startsBy("b", Duration.ofHours(3)), job("c", 1), startsBy("d", Duration.ofHours(2)));
        assertThat(ServeCloseDateFirst.RULE.takers(holders, TEN))
                .extracting(job -> job.id().value())
                .containsExactly("d", "b", "a", "c");
        assertThat(ServeCloseDateFirst.RULE.takers(List.of(job("a", 1), startsBy("b", Duration.ZERO)), TEN))
                .extracting(job -> job.id().value())
                .containsExactly("b", "a");
    }

    @Test
    void serveCloseDateFirstIsSilentWhileThereIsTimeAndWhenItIsTooLate() {
        var holders = List.of(
                job("a", 1),
                startsBy("b", ServeCloseDateFirst.CLOSE.plusMillis(1)),
                startsBy("c", Duration.ofMillis(-1)));
        assertThat(ServeCloseDateFirst.RULE.takers(holders, TEN)).isEqualTo(holders);
    }

    @Test
    void aPlaceThatWasExchangedCountsInsteadOfTheJobsOwn() {
        var early = submittedAt(job("a", 1), TEN.minusSeconds(60));
        var late = job("b", 1);
        assertThat(RuleCatalogue.compare(new Claim(late, early, 0, 0), new Claim(early, late, 0, 0)))
                .isNegative();
    }

    @Test
    void preferCheapestPoolFires() {
        var job = preferring(PoolPreference.CHEAPEST);
        assertThat(new PreferCheapestPool().compare(job, CHEAP_AND_LOOSE, DEAR_AND_TIGHT))
                .isNegative();
    }

    @Test
    void preferCheapestPoolIsSilentIfThePriceDoesNotMatter() {
        var job = preferring(PoolPreference.TIGHTEST_FIT);
        assertThat(new PreferCheapestPool().compare(job, CHEAP_AND_LOOSE, DEAR_AND_TIGHT))
                .isZero();
    }

    @Test
    void preferTightestFitFires() {
        var job = preferring(PoolPreference.TIGHTEST_FIT);
        assertThat(new PreferTightestFit().compare(job, DEAR_AND_TIGHT, CHEAP_AND_LOOSE))
                .isNegative();
    }

    @Test
    void preferTightestFitIsSilentOnEqualFits() {
        var job = preferring(PoolPreference.TIGHTEST_FIT);
        assertThat(new PreferTightestFit().compare(job, DEAR_AND_TIGHT, DEAR_AND_TIGHT))
                .isZero();
    }

    @Test
    void preferFirstPoolFires() {
        var job = preferring(PoolPreference.CHEAPEST);
        assertThat(new PreferFirstPool().compare(job, CHEAP_AND_LOOSE, DEAR_AND_TIGHT))
                .isNegative();
    }

    @Test
    void preferFirstPoolIsSilentOnlyOnTheSamePool() {
        var job = preferring(PoolPreference.CHEAPEST);
        assertThat(new PreferFirstPool().compare(job, DEAR_AND_TIGHT, DEAR_AND_TIGHT))
                .isZero();
    }

    @Test
    void thePriceIsAskedBeforeTheFitForAJobThatWantsItCheap() {
        var cheap = preferring(PoolPreference.CHEAPEST);
        var tight = preferring(PoolPreference.TIGHTEST_FIT);
        assertThat(RuleCatalogue.isBetter(cheap, CHEAP_AND_LOOSE, DEAR_AND_TIGHT))
                .isTrue();
        assertThat(RuleCatalogue.isBetter(tight, CHEAP_AND_LOOSE, DEAR_AND_TIGHT))
                .isFalse();
    }

    @Test
    void keepOffUnavailableNodesFires() {
        assertThat(KeepOffUnavailableNodes.RULE.offers(node(NodeState.DRAIN))).isFalse();
        assertThat(KeepOffUnavailableNodes.RULE.offers(node(NodeState.MAINTENANCE)))
                .isFalse();
    }

    @Test
    void keepOffUnavailableNodesIsSilentOnANodeThatIsUp() {
        assertThat(KeepOffUnavailableNodes.RULE.offers(node(NodeState.UP))).isTrue();
    }

    private static Node node(NodeState state) {
        return new Node(new NodeId("n"), new PoolId("a"), state);
    }
}
