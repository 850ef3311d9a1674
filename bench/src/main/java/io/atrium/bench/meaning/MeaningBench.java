// SPDX-License-Identifier: Apache-2.0
package io.atrium.bench.meaning;

import io.atrium.bench.Benchmark;
import io.atrium.bench.Row;
import io.atrium.engine.meaning.embed.BgeSmallZh;
import io.atrium.engine.meaning.embed.TextEmbedder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The engine of meaning: texts a second, search among many cases, surges found beside a z-score.
///
/// `ATRIUM_MEANING_CASES` names the sizes of the index, `10000,1000000`; a million take the best part of an hour.
public final class MeaningBench implements Benchmark {
    private static final String SIZES = "ATRIUM_MEANING_CASES";
    private static final String SIZES_USUAL = "100000";
    private static final int TEXTS = 2_000;
    private static final int TEXTS_TOGETHER = 200;

    @Override
    public String name() {
        return "meaning";
    }

    @Override
    public String purpose() {
        return "texts a second, similar cases among many, and planted surges found beside a z-score";
    }

    @Override
    public List<Row> run(Consumer<String> messages) throws Exception {
        var needs = Needs.read();
        var rows = new ArrayList<Row>();
        var folder = Path.of(System.getProperty("java.io.tmpdir"), "atrium-native");
        try (var embedder = BgeSmallZh.open(folder)) {
            rows.add(textsPerSecond(embedder, needs));
            messages.accept("  categories");
            rows.addAll(categories(embedder, needs));
            messages.accept("  surges");
            rows.addAll(new SurgeQuality(new NeedPool(needs, Cause.Share.REPORTING, embedder)).rows());
            for (int size : sizes()) {
                messages.accept("  an index of " + size + " cases");
                rows.addAll(new SearchSpeed(embedder, needs, messages).rows(size));
            }
        }
        return rows;
    }

    private static List<Row> categories(TextEmbedder embedder, Needs needs) throws IOException {
        var folder = Files.createTempDirectory("atrium-meaning");
        try {
            return new CategoryQuality(embedder, needs).rows(folder);
        } finally {
            SearchSpeed.delete(folder);
        }
    }

    private static int[] sizes() throws IOException {
        var text = System.getenv().getOrDefault(SIZES, SIZES_USUAL);
        try {
            return Stream.of(text.split(","))
                    .map(String::strip)
                    .mapToInt(Integer::parseInt)
                    .toArray();
        } catch (NumberFormatException _) {
            throw new IOException(SIZES + " takes whole numbers with commas between them, not " + text);
        }
    }

    private static Row textsPerSecond(TextEmbedder embedder, Needs needs) {
        var random = new SplittableRandom(3);
        var texts = IntStream.range(0, TEXTS)
                .mapToObj(_ -> needs.text(Needs.one(needs.causes(), random), Cause.Share.TUNING, random))
                .toList();
        embedder.embed(texts.subList(0, TEXTS_TOGETHER));
        long begin = System.nanoTime();
        for (int from = 0; from < TEXTS; from += TEXTS_TOGETHER) {
            embedder.embed(texts.subList(from, from + TEXTS_TOGETHER));
        }
        return new Row(
                "embedding short needs, one thread", "1/s", TEXTS * 1e9 / (System.nanoTime() - begin), null, null);
    }
}
