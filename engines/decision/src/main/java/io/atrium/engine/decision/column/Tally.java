// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column;

import io.atrium.engine.decision.decide.Outcome;
import java.util.LinkedHashMap;
import java.util.Map;

/// Counts and sums of one policy (计数与合计).
@SuppressWarnings("EnumOrdinal") // an array is counted into for every word of every policy
final class Tally {

    private final GroupKeys groups;
    private final long[] counts = new long[Outcome.values().length];
    private final long[] fen = new long[Outcome.values().length];
    private final long[][] granted;
    private final long[][] grantedFen;

    Tally(GroupKeys groups) {
        this.groups = groups;
        this.granted = arrays(groups);
        this.grantedFen = arrays(groups);
    }

    private static long[][] arrays(GroupKeys groups) {
        return groups.columns().stream()
                .map(column -> new long[column.dictionary().size() + 1])
                .toArray(long[][]::new);
    }

    void count(Outcome outcome, long bits) {
        counts[outcome.ordinal()] += Long.bitCount(bits);
    }

    /// One firm that gets something; its outcome is counted elsewhere.
    void grant(Outcome outcome, int row, long amount) {
        fen[outcome.ordinal()] = Math.addExact(fen[outcome.ordinal()], amount);
        for (int group = 0; group < granted.length; group++) {
            int code = groups.columns().get(group).codeAt(row);
            granted[group][code]++;
            grantedFen[group][code] += amount;
        }
    }

    void add(Tally other) {
        addAll(counts, other.counts);
        addAll(fen, other.fen);
        for (int group = 0; group < granted.length; group++) {
            addAll(granted[group], other.granted[group]);
            addAll(grantedFen[group], other.grantedFen[group]);
        }
    }

    private static void addAll(long[] into, long[] from) {
        for (int i = 0; i < into.length; i++) {
            into[i] = Math.addExact(into[i], from[i]);
        }
    }

    long count(Outcome outcome) {
        return counts[outcome.ordinal()];
    }

    long fen(Outcome outcome) {
        return fen[outcome.ordinal()];
    }

    /// By key, then by text; firms whose text is not known stand under the empty text.
    Map<String, Map<String, PolicyResult.Group>> groups() {
        var byKey = new LinkedHashMap<String, Map<String, PolicyResult.Group>>();
        for (int group = 0; group < granted.length; group++) {
            var byText = new LinkedHashMap<String, PolicyResult.Group>();
            var dictionary = groups.columns().get(group).dictionary();
            for (int code = 0; code < granted[group].length; code++) {
                var text = code == 0 ? "" : dictionary.text(code);
                byText.put(text, new PolicyResult.Group(granted[group][code], grantedFen[group][code]));
            }
            byKey.put(groups.keys().get(group), byText);
        }
        return byKey;
    }
}
