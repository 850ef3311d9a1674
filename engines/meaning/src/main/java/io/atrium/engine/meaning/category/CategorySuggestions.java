// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.meaning.category;

import io.atrium.engine.meaning.category.CategoryAdvice.Verdict;
import io.atrium.engine.meaning.embed.TextEmbedder;
import io.atrium.engine.meaning.embed.Vectors;
import io.atrium.engine.meaning.similar.CaseIndex;
import io.atrium.engine.meaning.similar.LabelFilter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Suggests categories (类别建议) for a text: from phrases that describe each category, and from earlier cases.
///
/// Without a case it stands on the phrases alone; each confirmed case in the index, labelled with its category, adds
/// one more thing to resemble. What speaks for a category are its few nearest things, weighed by closeness; a fixed
/// weight speaks for "none of them", so that a text about something else is not forced into a category.
public final class CategorySuggestions {
    /// Cases with a category carry it as a label that begins so.
    public static final String LABEL = "category:";

    /// Each is compared with every text.
    public static final int CATEGORIES_MAX = 500;

    private static final int CASES_ASKED = 30;
    private static final int REASONS_MAX = 3;

    /// How much nearer counts how much more: a gap of 0.05 is a factor of e. Set by hand, like the one below.
    private static final double SHARPNESS = 0.05;

    /// A text that is no nearer than this to anything is as good as unknown.
    private static final double CLOSENESS_OF_NOTHING = 0.45;

    /// Where 98 of 100 are right on the tuning half of the needs of `./atrium bench meaning`, without a case.
    private static final double SURE_FROM = 0.45;

    private final TextEmbedder embedder;
    private final CaseIndex cases;
    private final List<Seed> seeds = new ArrayList<>();
    private final Set<String> labels = new HashSet<>();

    public CategorySuggestions(TextEmbedder embedder, CaseIndex cases, List<Category> categories) {
        if (categories.size() > CATEGORIES_MAX) throw new IllegalArgumentException("categories: " + categories.size());
        this.embedder = embedder;
        this.cases = cases;
        for (var category : categories) {
            labels.add(LABEL + category.id());
            var vectors = embedder.embed(category.seeds());
            for (int i = 0; i < vectors.size(); i++) {
                seeds.add(new Seed(category.id(), category.seeds().get(i), vectors.get(i)));
            }
        }
    }

    /// What may be said about this text.
    ///
    /// @param filter whose cases may serve as reasons: they are shown to the reader
    public CategoryAdvice suggest(String text, LabelFilter filter) throws IOException {
        var meaning = embedder.embed(text);
        var reasons = new HashMap<String, List<CategoryReason>>();
        for (var seed : seeds) {
            add(reasons, seed.category(), new CategoryReason.LikeSeed(seed.phrase(), seed.closeness(meaning)));
        }
        for (var found : cases.similar(text, meaning, filter.andAnyOf(labels), CASES_ASKED)) {
            var reason = new CategoryReason.LikeCase(found.id(), found.closeness(), found.shared());
            found.labels().stream()
                    .filter(labels::contains)
                    .forEach(label -> add(reasons, label.substring(LABEL.length()), reason));
        }
        return advice(reasons);
    }

    private static void add(Map<String, List<CategoryReason>> reasons, String category, CategoryReason reason) {
        reasons.computeIfAbsent(category, _ -> new ArrayList<>()).add(reason);
    }

    private static CategoryAdvice advice(Map<String, List<CategoryReason>> reasons) {
        double nothing = REASONS_MAX * weight(CLOSENESS_OF_NOTHING);
        reasons.replaceAll((_, all) -> nearest(all));
        double sum = nothing
                + reasons.values().stream()
                        .mapToDouble(CategorySuggestions::weight)
                        .sum();
        var ranked = reasons.entrySet().stream()
                .map(entry -> new CategorySuggestion(entry.getKey(), weight(entry.getValue()) / sum, entry.getValue()))
                .sorted(Comparator.comparingDouble(CategorySuggestion::confidence)
                        .reversed()
                        .thenComparing(CategorySuggestion::category))
                .toList();
        return new CategoryAdvice(verdict(ranked, nothing / sum), ranked);
    }

    private static Verdict verdict(List<CategorySuggestion> ranked, double nothing) {
        if (ranked.isEmpty() || ranked.getFirst().confidence() <= nothing) return Verdict.LIKE_NOTHING_KNOWN;
        return ranked.getFirst().confidence() >= SURE_FROM ? Verdict.SURE : Verdict.BETWEEN_SEVERAL;
    }

    private static List<CategoryReason> nearest(List<CategoryReason> all) {
        return all.stream()
                .sorted(Comparator.comparingDouble(CategoryReason::closeness).reversed())
                .limit(REASONS_MAX)
                .toList();
    }

    private static double weight(List<CategoryReason> reasons) {
        return reasons.stream()
                .mapToDouble(reason -> weight(reason.closeness()))
                .sum();
    }

    private static double weight(double closeness) {
        return Math.exp((closeness - 1) / SHARPNESS);
    }

    private record Seed(String category, String phrase, float[] meaning) {
        double closeness(float[] other) {
            return Vectors.closeness(meaning, other);
        }
    }
}
