// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.corpus;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// Counts terms within a bound: when more than the limit are known, those seen once are forgotten (lossy counting,
/// Manku and Motwani 2002), so only rare terms can be counted too low.
final class TermCounter {
    static final int TERMS_MAX = 200_000;

    private final Map<Integer, long[]> hanPairs = new HashMap<>();
    private final Map<String, long[]> words = new HashMap<>();

    void addHanPair(char first, char second) {
        add(hanPairs, first << 16 | second);
    }

    void addWord(String word) {
        add(words, word.toLowerCase(Locale.ROOT));
    }

    /// The most frequent first, equal ones in the order of their characters.
    List<TermCount> top(int limit) {
        var pairs = hanPairs.entrySet().stream().map(e -> new TermCount(pair(e.getKey()), e.getValue()[0]));
        var latin = words.entrySet().stream().map(e -> new TermCount(e.getKey(), e.getValue()[0]));
        return Stream.concat(pairs, latin)
                .sorted(Comparator.comparingLong(TermCount::count).reversed().thenComparing(TermCount::term))
                .limit(limit)
                .toList();
    }

    private static <K> void add(Map<K, long[]> counts, K term) {
        counts.computeIfAbsent(term, _ -> new long[1])[0]++;
        for (long least = 1; counts.size() > TERMS_MAX; least *= 2) {
            long bound = least;
            counts.values().removeIf(count -> count[0] <= bound);
        }
    }

    private static String pair(int packed) {
        return new String(new char[] {(char) (packed >>> 16), (char) packed});
    }
}
