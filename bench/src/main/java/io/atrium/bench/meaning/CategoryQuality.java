// SPDX-License-Identifier: Apache-2.0
package io.atrium.bench.meaning;

import io.atrium.bench.Row;
import io.atrium.engine.meaning.category.Category;
import io.atrium.engine.meaning.category.CategorySuggestions;
import io.atrium.engine.meaning.embed.TextEmbedder;
import io.atrium.engine.meaning.similar.CaseIndex;
import io.atrium.engine.meaning.similar.CaseText;
import io.atrium.engine.meaning.similar.LabelFilter;
import io.atrium.engine.meaning.similar.Synonyms;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/// How often the first suggested category is the right one, for phrasings that no seed and no case has.
final class CategoryQuality {
    private static final int QUESTIONS = 300;
    private static final int CASES = 600;

    private final TextEmbedder embedder;
    private final Needs needs;

    CategoryQuality(TextEmbedder embedder, Needs needs) {
        this.embedder = embedder;
        this.needs = needs;
    }

    List<Row> rows(Path folder) throws IOException {
        try (var cases = CaseIndex.open(folder, embedder, Synonyms.bundled())) {
            var suggestions = new CategorySuggestions(embedder, cases, categories());
            var rows = new ArrayList<>(rows(suggestions, "no case yet"));
            cases.putAll(earlierCases());
            rows.addAll(rows(suggestions, CASES + " cases"));
            return rows;
        }
    }

    private List<Row> rows(CategorySuggestions suggestions, String name) throws IOException {
        var random = new SplittableRandom(11);
        int right = 0;
        int sure = 0;
        int rightAndSure = 0;
        for (int i = 0; i < QUESTIONS; i++) {
            var cause = Needs.one(needs.causes(), random);
            var advice =
                    suggestions.suggest(needs.text(cause, Cause.Share.REPORTING, random), LabelFilter.everything());
            boolean isRight = advice.ranked().getFirst().category().equals(cause.category());
            if (isRight) right++;
            if (advice.isSure()) sure++;
            if (isRight && advice.isSure()) rightAndSure++;
        }
        return List.of(
                new Row("category, " + name + ": first is right", "%", 100.0 * right / QUESTIONS, null, null),
                new Row("category, " + name + ": sure", "%", 100.0 * sure / QUESTIONS, null, null),
                new Row("category, " + name + ": right where sure", "%", 100.0 * rightAndSure / sure, null, null));
    }

    private List<CaseText> earlierCases() {
        var random = new SplittableRandom(12);
        var cases = new ArrayList<CaseText>();
        for (int i = 0; i < CASES; i++) {
            var cause = Needs.one(needs.causes(), random);
            var text = needs.text(cause, Cause.Share.TUNING, random);
            cases.add(new CaseText("case-" + i, text, Set.of(CategorySuggestions.LABEL + cause.category())));
        }
        return cases;
    }

    private static List<Category> categories() throws IOException {
        var resource = Objects.requireNonNull(CategoryQuality.class.getResourceAsStream("seeds.txt"));
        try (var lines = new BufferedReader(new InputStreamReader(resource, StandardCharsets.UTF_8))) {
            return lines.lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> line.split(":", 2))
                    .map(parts -> new Category(
                            parts[0],
                            Stream.of(parts[1].split("\\|")).map(String::strip).toList()))
                    .toList();
        }
    }
}
