// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import static io.atrium.engine.scheduler.Scene.TEN;
import static io.atrium.engine.scheduler.Scene.job;
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
        assertThat(rule.compare(withPriority(job("a", 1), 5), job("b", 1))).isNegative();
        assertThat(rule.compare(job("b", 1), withPriority(job("a", 1), 5))).isPositive();
    }

    @Test
    void serveHigherPriorityFirstIsSilentOnEqualPriorities() {
        assertThat(new ServeHigherPriorityFirst().compare(job("a", 1), job("b", 1)))
                .isZero();
    }

    @Test
    void serveEarlierSubmissionFirstFires() {
        var earlier = submittedAt(job("b", 1), TEN.minusMillis(1));
        assertThat(new ServeEarlierSubmissionFirst().compare(earlier, job("a", 1)))
                .isNegative();
    }

    @Test
    void serveEarlierSubmissionFirstIsSilentOnTheSameInstant() {
        assertThat(new ServeEarlierSubmissionFirst().compare(job("a", 1), job("b", 1)))
                .isZero();
    }

    @Test
    void serveLowerIdFirstFires() {
        assertThat(new ServeLowerIdFirst().compare(job("a", 1), job("b", 1))).isNegative();
    }

    @Test
    void serveLowerIdFirstIsSilentOnlyOnTheSameJob() {
        assertThat(new ServeLowerIdFirst().compare(job("a", 1), job("a", 1))).isZero();
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
