// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.meaning.pattern;

import io.atrium.engine.meaning.pattern.FindingReason.MoreThanUsual;
import io.atrium.engine.meaning.pattern.FindingReason.UnlikelyByChance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;

/// Looks at every count of a day over one, three and seven days, and keeps those that chance does not explain.
final class UnusualCounts {
    private static final int[] SPANS = {1, 3, RecentDays.DAYS};
    private static final double USUAL_LOW = 0.025;
    private static final double USUAL_HIGH = 0.975;

    private final PatternSettings settings;
    private final UsualCounts usual;

    UnusualCounts(PatternSettings settings, UsualCounts usual) {
        this.settings = settings;
        this.usual = usual;
    }

    /// A count that stands out.
    record Surge(SeriesKey key, int span, double chance, List<FindingReason> reasons, List<String> cases) {}

    private record Tested(SeriesKey key, int span, int firms, NegativeBinomial expected, double chance) {}

    /// The least likely first, each at the narrowest place that holds it.
    List<Surge> surges(LocalDate day, int clusters) {
        long today = day.toEpochDay();
        var tested = new ArrayList<Tested>();
        usual.series().forEach((key, recent) -> {
            for (int span : SPANS) {
                int firms = recent.firms(today, span).size();
                if (firms < settings.firmsMin()) continue;
                var expected = usual.expected(key, span, clusters);
                tested.add(new Tested(key, span, firms, expected, expected.atLeast(firms)));
            }
        });
        int tests = Math.max(1, usual.series().size() * SPANS.length);
        double limit = FalseDiscoveries.limit(
                tested.stream().mapToDouble(Tested::chance).toArray(), tests, settings.falseDiscoveries());
        var surges = tested.stream()
                .filter(one -> one.chance() <= limit)
                .sorted(Comparator.comparingDouble(Tested::chance)
                        .thenComparing(one -> one.key().topic() instanceof Topic.OfCategory) // a cluster says more
                        .thenComparing(one -> one.key().toString())
                        .thenComparingInt(Tested::span))
                .map(one -> surge(one, today, new UnlikelyByChance(one.chance(), limit, tests)))
                .toList();
        return surges.stream().map(surge -> narrowest(surge, surges)).toList();
    }

    /// The same cases at the innermost place that stands out too: what is all in one building is told of that building,
    /// even where the count over all buildings is the less likely one.
    private static Surge narrowest(Surge surge, List<Surge> surges) {
        return surges.stream()
                .filter(other -> other.key().topic().equals(surge.key().topic()))
                .filter(other -> other.cases().equals(surge.cases()))
                .max(Comparator.comparingInt(other -> other.key().place().length()))
                .orElse(surge);
    }

    private Surge surge(Tested one, long today, UnlikelyByChance chance) {
        var more = new MoreThanUsual(
                one.firms(),
                one.span(),
                one.expected().mean(),
                one.expected().quantile(USUAL_LOW),
                one.expected().quantile(USUAL_HIGH));
        var recent = Objects.requireNonNull(usual.series().get(one.key()));
        return new Surge(one.key(), one.span(), one.chance(), List.of(more, chance), recent.cases(today, one.span()));
    }
}
