// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.meaning.pattern;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Which terms texts use, a bounded number of them: pairs of Han characters, and words of other scripts.
final class TermCounts {
    private static final Pattern RUNS =
            Pattern.compile("\\p{IsHan}+|[\\p{IsAlphabetic}\\p{IsDigit}&&[^\\p{IsHan}]]{2,20}");
    private static final int TERMS_OF_A_TEXT_MAX = 400;

    private final int most;
    private final Map<String, Double> counts = new HashMap<>();
    private double sum;

    /// @param most terms that are kept; beyond twice as many the rarest are forgotten
    TermCounts(int most) {
        this.most = most;
    }

    /// Each once, in the order of the text.
    static Set<String> terms(String text) {
        var terms = new LinkedHashSet<String>();
        var runs = RUNS.matcher(text.toLowerCase(Locale.ROOT));
        while (runs.find() && terms.size() < TERMS_OF_A_TEXT_MAX) {
            var run = runs.group();
            if (run.charAt(0) < 0x2e80) {
                terms.add(run);
            } else {
                for (int i = 0; i + 2 <= run.length(); i++) terms.add(run.substring(i, i + 2));
            }
        }
        return terms;
    }

    void add(Set<String> terms) {
        for (var term : terms) counts.merge(term, 1.0, Double::sum);
        sum += terms.size();
        if (counts.size() > 2 * most) forgetTheRarest();
    }

    double count(String term) {
        return counts.getOrDefault(term, 0.0);
    }

    /// All counts together.
    double sum() {
        return sum;
    }

    Set<String> known() {
        return new HashSet<>(counts.keySet());
    }

    private void forgetTheRarest() {
        counts.entrySet().stream()
                .sorted(Comparator.comparingDouble(Map.Entry<String, Double>::getValue)
                        .thenComparing(Map.Entry::getKey))
                .limit(counts.size() - most)
                .map(Map.Entry::getKey)
                .toList()
                .forEach(counts::remove);
    }
}
