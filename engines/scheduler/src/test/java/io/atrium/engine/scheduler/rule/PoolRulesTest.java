// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.engine.scheduler.Scene;
import io.atrium.engine.scheduler.model.GpuModel;
import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.Pool;
import io.atrium.engine.scheduler.model.PoolId;
import io.atrium.engine.scheduler.model.ProviderId;
import io.atrium.engine.scheduler.model.Wishes;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PoolRulesTest {
    private static final Pool POOL = Scene.poolOf("a", "h100", 8, 1_200);

    private static Job wishing(Wishes wishes) {
        return Scene.job("j", 1).withWishes(wishes);
    }

    @Test
    void everyPoolRuleIsSilentWithoutAWish() {
        assertThat(RuleCatalogue.POOL).allMatch(rule -> rule.admits(wishing(Wishes.anywhere()), POOL));
    }

    @Test
    void matchRequestedModelFires() {
        var job = wishing(Wishes.anywhere().onModel(new GpuModel("l40")));
        assertThat(new MatchRequestedModel().admits(job, POOL)).isFalse();
    }

    @Test
    void matchRequestedModelIsSilentOnTheSameModel() {
        var job = wishing(Wishes.anywhere().onModel(new GpuModel("h100")));
        assertThat(new MatchRequestedModel().admits(job, POOL)).isTrue();
    }

    @Test
    void stayWithinAllowedProvidersFires() {
        var job = wishing(Wishes.anywhere().atProviders(Set.of(new ProviderId("of-b"))));
        assertThat(new StayWithinAllowedProviders().admits(job, POOL)).isFalse();
    }

    @Test
    void stayWithinAllowedProvidersIsSilentOnAListedOne() {
        var job = wishing(Wishes.anywhere().atProviders(Set.of(new ProviderId("of-a"))));
        assertThat(new StayWithinAllowedProviders().admits(job, POOL)).isTrue();
    }

    @Test
    void stayWithinAllowedPoolsFires() {
        var job = wishing(Wishes.anywhere().inPools(Set.of(new PoolId("b"))));
        assertThat(new StayWithinAllowedPools().admits(job, POOL)).isFalse();
    }

    @Test
    void stayWithinAllowedPoolsIsSilentOnAListedOne() {
        var job = wishing(Wishes.anywhere().inPools(Set.of(new PoolId("a"))));
        assertThat(new StayWithinAllowedPools().admits(job, POOL)).isTrue();
    }

    @Test
    void respectPriceCeilingFiresOneFenAbove() {
        assertThat(new RespectPriceCeiling().admits(wishing(Wishes.anywhere().upTo(1_199)), POOL))
                .isFalse();
    }

    @Test
    void respectPriceCeilingIsSilentAtTheCeiling() {
        assertThat(new RespectPriceCeiling().admits(wishing(Wishes.anywhere().upTo(1_200)), POOL))
                .isTrue();
    }
}
