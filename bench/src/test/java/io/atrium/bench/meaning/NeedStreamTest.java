// SPDX-License-Identifier: Apache-2.0
package io.atrium.bench.meaning;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.engine.meaning.embed.TextEmbedder;
import io.atrium.engine.meaning.embed.Vectors;
import io.atrium.engine.meaning.pattern.CaseEvent;
import io.atrium.engine.meaning.pattern.PatternSettings;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class NeedStreamTest {
    private final Needs needs = Needs.read();
    private final NeedPool pool = new NeedPool(needs, Cause.Share.REPORTING, new PhraseVectors(needs));

    @Test
    void readsTwelveCategoriesAndNoPhrasingTwice() {
        assertThat(needs.categories()).hasSize(12);
        assertThat(needs.causes()).hasSizeGreaterThan(28).allSatisfy(cause -> {
            assertThat(cause.phrasings(Cause.Share.TUNING)).hasSize(3);
            assertThat(cause.phrasings(Cause.Share.REPORTING)).isNotEmpty();
        });
        assertThat(needs.causes().stream().flatMap(cause -> cause.phrasings().stream()))
                .doesNotHaveDuplicates();
    }

    @Test
    void isTheSameForTheSameSeed() {
        var one = new NeedStream(pool, 7);
        assertThat(new NeedStream(pool, 7).events())
                .extracting(CaseEvent::id, CaseEvent::text)
                .isEqualTo(one.events().stream()
                        .map(event -> org.assertj.core.groups.Tuple.tuple(event.id(), event.text()))
                        .toList());
        assertThat(one.bursts())
                .isNotEmpty()
                .allSatisfy(burst -> assertThat(burst.cases()).isNotEmpty());
    }

    @Test
    void letsTheWatchFindMoreThanTheZScoreWithFewerFalseAlarms() {
        var engine = new Score();
        var peer = new Score();
        for (long seed = 21; seed < 23; seed++) {
            var stream = new NeedStream(pool, seed);
            engine.add(stream, new WatchedStream(stream, PatternSettings.usual()).alarms());
            peer.add(stream, new CategoryZScore(4).alarms(stream));
        }
        assertThat(engine.recall()).isGreaterThan(0.6).isGreaterThan(peer.recall());
        assertThat(engine.precision()).isGreaterThan(0.7).isGreaterThan(peer.precision());
        assertThat(engine.falseAlarmsPer100Days()).isLessThan(2);
    }

    /// A vector for each cause and a smaller one for each phrasing: quick, and as far apart as the model's are.
    private record PhraseVectors(Needs needs, Map<String, float[]> known) implements TextEmbedder {
        PhraseVectors(Needs needs) {
            this(needs, new HashMap<>());
        }

        @Override
        public String model() {
            return "phrases";
        }

        @Override
        public int dimensions() {
            return 64;
        }

        @Override
        public List<float[]> embed(List<String> texts) {
            return texts.stream().map(this::vector).toList();
        }

        private float[] vector(String text) {
            var cause = needs.causes().stream()
                    .filter(one -> one.phrasings().stream().anyMatch(text::contains))
                    .findFirst()
                    .orElseThrow();
            var mixed = drawn(cause.name()).clone();
            var own = drawn(text);
            for (int i = 0; i < mixed.length; i++) mixed[i] += 0.4f * own[i];
            return Vectors.normalised(mixed);
        }

        private float[] drawn(String name) {
            return known.computeIfAbsent(name, _ -> {
                var random = new Random(name.hashCode());
                var vector = new float[64];
                for (int i = 0; i < vector.length; i++) vector[i] = (float) random.nextGaussian();
                return Vectors.normalised(vector);
            });
        }

        @Override
        public void close() {}
    }
}
