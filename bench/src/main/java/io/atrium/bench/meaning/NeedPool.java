// SPDX-License-Identifier: Apache-2.0
package io.atrium.bench.meaning;

import io.atrium.engine.meaning.embed.TextEmbedder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/// Needs with their real vectors, made once and drawn from many times: streams of years need no hours of embedding.
final class NeedPool {
    private static final int TEXTS_OF_A_CAUSE = 60;

    private final Map<String, List<Need>> byCause = new HashMap<>();
    private final List<Cause> causes;

    record Need(String text, float[] meaning) {}

    NeedPool(Needs needs, Cause.Share share, TextEmbedder embedder) {
        this.causes = needs.causes();
        var random = new SplittableRandom(share.ordinal());
        for (var cause : causes) {
            var texts = new ArrayList<String>();
            for (int i = 0; i < TEXTS_OF_A_CAUSE; i++) texts.add(needs.text(cause, share, random));
            var vectors = embedder.embed(texts);
            var made = new ArrayList<Need>();
            for (int i = 0; i < texts.size(); i++) made.add(new Need(texts.get(i), vectors.get(i)));
            byCause.put(cause.name(), made);
        }
    }

    List<Cause> causes() {
        return causes;
    }

    Need draw(Cause cause, RandomGenerator random) {
        return Needs.one(Objects.requireNonNull(byCause.get(cause.name())), random);
    }
}
