// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.index;

import static io.atrium.engine.scheduler.Scene.TEN;
import static io.atrium.engine.scheduler.Scene.placement;
import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.engine.scheduler.Scene;
import io.atrium.engine.scheduler.index.PoolTimeline.Fit;
import io.atrium.engine.scheduler.index.PoolTimeline.Release;
import io.atrium.engine.scheduler.model.NodeState;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class PoolTimelineTest {
    private static final Instant ELEVEN = TEN.plus(Duration.ofHours(1));
    private static final Instant NOON = TEN.plus(Duration.ofHours(2));

    /// Two nodes of 8, both full; the first comes free at noon, the second at eleven.
    private static PoolTimeline timeline() {
        var fleet = new Scene().pool("a", "h100", 8, 2).fleet();
        var index = PoolIndex.of(fleet.pools().getFirst(), fleet.nodes());
        index.load(placement("a", "a-1", 8, "a-2", 8));
        var releases =
                List.of(new Release(NOON, placement("a", "a-1", 8)), new Release(ELEVEN, placement("a", "a-2", 8)));
        return new PoolTimeline(index, releases, TEN);
    }

    @Test
    void findsTheFirstReleaseAfterWhichTheGangFits() {
        assertThat(timeline().earliest(4, TEN)).contains(new Fit(ELEVEN, placement("a", "a-2", 4)));
        assertThat(timeline().earliest(16, TEN)).contains(new Fit(NOON, placement("a", "a-1", 8, "a-2", 8)));
    }

    @Test
    void neverStartsBeforeTheAskedInstant() {
        var at = ELEVEN.plusSeconds(60);
        assertThat(timeline().earliest(4, at)).map(Fit::at).contains(at);
    }

    @Test
    void isEmptyIfTheGangNeverFits() {
        assertThat(timeline().earliest(17, TEN)).isEmpty();
    }

    @Test
    void whatIsCommittedIsUsedUpUntilItsEnd() {
        var timeline = timeline();
        timeline.commit(timeline.earliest(8, TEN).orElseThrow(), NOON.plusSeconds(60));
        assertThat(timeline.earliest(8, TEN)).map(Fit::at).contains(NOON);
        assertThat(timeline.earliest(16, TEN)).map(Fit::at).contains(NOON.plusSeconds(60));
    }

    @Test
    void aReleaseInThePastIsDueNow() {
        var fleet =
                new Scene().pool("a", "h100", 8, 1).state("a-1", NodeState.UP).fleet();
        var index = PoolIndex.of(fleet.pools().getFirst(), fleet.nodes());
        index.load(placement("a", "a-1", 8));
        var late = List.of(new Release(TEN.minusSeconds(5), placement("a", "a-1", 8)));
        assertThat(new PoolTimeline(index, late, TEN).earliest(8, TEN))
                .map(Fit::at)
                .contains(TEN);
    }
}
