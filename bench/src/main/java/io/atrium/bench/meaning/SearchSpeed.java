// SPDX-License-Identifier: Apache-2.0
package io.atrium.bench.meaning;

import io.atrium.bench.Row;
import io.atrium.engine.meaning.embed.TextEmbedder;
import io.atrium.engine.meaning.embed.Vectors;
import io.atrium.engine.meaning.similar.CaseIndex;
import io.atrium.engine.meaning.similar.CaseText;
import io.atrium.engine.meaning.similar.LabelFilter;
import io.atrium.engine.meaning.similar.Synonyms;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/// How long it takes to find similar cases among many.
///
/// The model computes 2,000 real vectors; each case has one of them, moved a little in a random direction, so that a
/// million need no hour of embedding and still lie as needs do: in heaps. Questions are embedded for real, inside the
/// measured time.
final class SearchSpeed {
    private static final int REAL_VECTORS = 2_000;
    private static final int QUESTIONS = 400;
    private static final int WARM_UP = 100;
    private static final int TENANTS = 200;
    private static final int PIECES = 8;
    private static final double MOVED = 0.35;
    private static final double P95_MS_MAX = 100;

    private final TextEmbedder embedder;
    private final Needs needs;
    private final Consumer<String> messages;

    SearchSpeed(TextEmbedder embedder, Needs needs, Consumer<String> messages) {
        this.embedder = embedder;
        this.needs = needs;
        this.messages = messages;
    }

    List<Row> rows(int cases) throws IOException {
        var folder = Files.createTempDirectory("atrium-meaning");
        try (var index = CaseIndex.open(folder, embedder, Synonyms.bundled())) {
            double loadSeconds = secondsOf(() -> load(index, cases));
            index.commit(cases);
            var name = String.format("%,d cases: ", cases);
            var rows = new ArrayList<Row>();
            rows.addAll(latencies(index, name + "similar, as loaded", LabelFilter.everything()));
            rows.forEach(row -> messages.accept("  " + row.figure() + " " + Math.round(row.value()) + " ms"));
            double settleSeconds = secondsOf(() -> index.settle(PIECES));
            index.commit(cases + 1L);
            rows.add(new Row(name + "load", "s", loadSeconds, null, null));
            rows.add(new Row(name + "merge to " + PIECES + " pieces", "s", settleSeconds, null, null));
            rows.add(new Row(name + "on disk", "MB", size(folder) / 1e6, null, null));
            rows.addAll(latencies(index, name + "similar, all", LabelFilter.everything()));
            rows.addAll(latencies(index, name + "similar, a tenant's and open ones", visible()));
            rows.addAll(latencies(index, name + "similar, one tenant's", LabelFilter.anyOf(Set.of("tenant:7"))));
            return rows;
        } finally {
            delete(folder);
        }
    }

    private static LabelFilter visible() {
        return LabelFilter.anyOf(Set.of("tenant:7", "open")).butNone(Set.of("confidential"));
    }

    private void load(CaseIndex index, int cases) throws IOException {
        var random = new SplittableRandom(1);
        var texts = new ArrayList<String>();
        for (int i = 0; i < REAL_VECTORS; i++) texts.add(text(random));
        var vectors = embedder.embed(texts);
        for (int i = 0; i < cases; i++) {
            int like = random.nextInt(REAL_VECTORS);
            var labels = Set.of(
                    "tenant:" + random.nextInt(TENANTS),
                    random.nextInt(10) < 3 ? "open" : "own",
                    random.nextInt(20) == 0 ? "confidential" : "plain");
            var text = texts.get(like) + " " + (char) (0x4e00 + random.nextInt(3000))
                    + (char) (0x4e00 + random.nextInt(3000));
            index.put(new CaseText("case-" + i, text, labels), moved(vectors.get(like), random));
            if (i % 100_000 == 99_999) messages.accept("  " + (i + 1) + " cases put in");
        }
    }

    private String text(SplittableRandom random) {
        var cause = Needs.one(needs.causes(), random);
        return needs.text(cause, Cause.Share.TUNING, random);
    }

    /// Another vector of length one, at a closeness of about 0.94.
    private static float[] moved(float[] vector, SplittableRandom random) {
        var moved = vector.clone();
        double scale = MOVED / Math.sqrt(vector.length / 3.0);
        for (int i = 0; i < moved.length; i++) moved[i] += (float) ((2 * random.nextDouble() - 1) * scale);
        return Vectors.normalised(moved);
    }

    private List<Row> latencies(CaseIndex index, String name, LabelFilter filter) throws IOException {
        var random = new SplittableRandom(2);
        var millis = new double[QUESTIONS];
        for (int i = -WARM_UP; i < QUESTIONS; i++) {
            var cause = Needs.one(needs.causes(), random);
            var question = needs.text(cause, Cause.Share.REPORTING, random);
            long begin = System.nanoTime();
            index.similar(question, filter, 10);
            if (i >= 0) millis[i] = (System.nanoTime() - begin) / 1e6;
        }
        Arrays.sort(millis);
        return List.of(
                new Row(name + " p50", "ms", millis[QUESTIONS / 2], null, null),
                new Row(name + " p95", "ms", millis[QUESTIONS * 95 / 100], null, Row.Limit.atMost(P95_MS_MAX)));
    }

    private static double secondsOf(Work work) throws IOException {
        long begin = System.nanoTime();
        work.run();
        return (System.nanoTime() - begin) / 1e9;
    }

    private static long size(Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            return files.mapToLong(file -> file.toFile().length()).sum();
        }
    }

    static void delete(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            for (var file : files.sorted(Comparator.reverseOrder()).toList()) Files.delete(file);
        }
    }

    private interface Work {
        void run() throws IOException;
    }
}
