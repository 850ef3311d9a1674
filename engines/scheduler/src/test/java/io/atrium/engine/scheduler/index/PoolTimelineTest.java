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
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
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
        timeline.commit(8, timeline.at(8), NOON.plusSeconds(60));
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

    @Property(tries = 200)
    void findsWhatAPlainLookAheadFinds(@ForAll long seed) {
        var random = new Random(seed);
        var scene = new Scene().pool("a", "h100", 8, 1 + random.nextInt(5));
        var fleet = scene.state("a-1", random.nextInt(4) == 0 ? NodeState.DRAIN : NodeState.UP)
                .fleet();
        var index = PoolIndex.of(fleet.pools().getFirst(), fleet.nodes());
        var releases = new ArrayList<Release>();
        for (var job = 0; job < 20; job++) {
            var gpus = 1 + random.nextInt(12);
            if (index.leftover(gpus) != PoolIndex.NO_FIT) {
                releases.add(new Release(TEN.plusSeconds(random.nextInt(50) - 5), index.take(gpus)));
            }
        }
        var fast = new PoolTimeline(index, releases, TEN);
        var plain = new PlainTimeline(index, releases, TEN);
        for (var step = 0; step < 60; step++) {
            var gpus = 1 + random.nextInt(40);
            var bound = fast.bound(gpus);
            var notBefore = TEN.plusSeconds(random.nextInt(80));
            assertThat(fast.earliest(gpus, notBefore)).isEqualTo(plain.earliest(gpus, notBefore));
            var found = plain.earliest(gpus, TEN);
            assertThat(bound).isBeforeOrEqualTo(found.map(Fit::at).orElse(PoolTimeline.NEVER));
            if (found.isPresent() && random.nextBoolean()) {
                var end = found.get().at().plusSeconds(1 + random.nextInt(40));
                fast.commit(gpus, fast.at(gpus), end);
                plain.commit(found.get(), end);
            }
        }
    }
}
