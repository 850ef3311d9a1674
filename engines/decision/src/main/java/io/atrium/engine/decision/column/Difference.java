// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column;

import io.atrium.engine.decision.decide.Outcome;

/// What a change of a policy does to the firms (变动对比): who gains, who loses.
///
/// @param winners firms that got nothing before and get something now
/// @param losers firms that got something before and get nothing now
/// @param more firms that got less before
/// @param less firms that got more before
/// @param unchanged all other firms
public record Difference(
        long winners, long losers, long more, long less, long unchanged, long fenBefore, long fenAfter) {

    private static final Outcome[] GRANTS = {Outcome.ENTITLED, Outcome.CEILING, Outcome.REVIEW};

    /// Both over the same snapshot.
    public static Difference between(PolicyResult before, PolicyResult after) {
        if (before.policy().snapshot() != after.policy().snapshot()) {
            throw new IllegalArgumentException("results over different snapshots");
        }
        long winners = 0;
        long losers = 0;
        long more = 0;
        long less = 0;
        var old = new PaidFirms(before);
        var now = new PaidFirms(after);
        for (int word = 0; word < before.firms(Outcome.ENTITLED).length; word++) {
            long had = granted(before, word);
            long has = granted(after, word);
            winners += Long.bitCount(has & ~had);
            losers += Long.bitCount(had & ~has);
            for (long left = old.at(word) | now.at(word); left != 0; left &= left - 1) {
                int bit = Long.numberOfTrailingZeros(left);
                long compared = Long.compare(now.next(word, bit), old.next(word, bit));
                var isInBoth = (had & has & 1L << bit) != 0;
                more += isInBoth && compared > 0 ? 1 : 0;
                less += isInBoth && compared < 0 ? 1 : 0;
            }
        }
        long unchanged = before.policy().snapshot().rows() - winners - losers - more - less;
        return new Difference(winners, losers, more, less, unchanged, before.budgetFen(), after.budgetFen());
    }

    private static long granted(PolicyResult result, int word) {
        long firms = 0;
        for (var outcome : GRANTS) {
            firms |= result.firms(outcome)[word];
        }
        return firms;
    }
}
