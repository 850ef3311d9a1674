// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.meaning.pattern;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.engine.meaning.embed.Vectors;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StreamingClustersTest {
    private final Events events = new Events();

    @Test
    void putsTogetherWhatMeansTheSame() {
        var clusters = new StreamingClusters(0.74);
        long cooling = clusters.add(events.of(0, "a", "B1", Events.MONDAY));
        assertThat(clusters.add(events.of(1, "b", "B1", Events.MONDAY))).isNotEqualTo(cooling);
        assertThat(clusters.add(events.of(0, "c", "B2", Events.MONDAY))).isEqualTo(cooling);
        assertThat(clusters.count()).isEqualTo(2);
    }

    @Test
    void staysWithinItsBoundWhateverComes() {
        var clusters = new StreamingClusters(0.99);
        var random = new Random(1);
        for (int i = 0; i < StreamingClusters.CLUSTERS_MAX + 50; i++) {
            var meaning = new float[64];
            for (int j = 0; j < meaning.length; j++) meaning[j] = (float) random.nextGaussian();
            clusters.add(new CaseEvent(
                    "case-" + i, "firm", "", Events.MONDAY, "x", "第" + i + "句", Vectors.normalised(meaning)));
        }
        assertThat(clusters.count()).isEqualTo(StreamingClusters.CLUSTERS_MAX);
        assertThat(clusters.find(1, Events.MONDAY)).isEmpty();
    }

    @Test
    void fadesWhatIsOld() {
        var clusters = new StreamingClusters(0.74);
        long id = clusters.add(events.of(0, "a", "B1", Events.MONDAY));
        assertThat(clusters.find(id, Events.MONDAY.plusDays(90)).orElseThrow().weight())
                .isBetween(0.3, 0.4);
    }

    @Test
    void cutsChineseIntoPairsAndKeepsWords() {
        assertThat(TermCounts.terms("B座WiFi很慢")).containsExactly("wifi", "很慢");
    }
}
