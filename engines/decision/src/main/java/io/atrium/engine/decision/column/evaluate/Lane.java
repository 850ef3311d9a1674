// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column.evaluate;

import io.atrium.engine.decision.column.snapshot.Bits;
import io.atrium.engine.decision.column.snapshot.Rows;
import java.util.Arrays;

/// What one step yields for a batch of rows (运算列). Of each row exactly one holds:
///
/// - known: there is a value, in `values` or, for yes and no, in `yes`;
/// - failed: the row path reports an error, so the decision and all that require it have no result;
/// - asked: only the row path can tell, for example because a `long` overflows;
/// - none of them: there is no value (null), with or without an error.
public final class Lane {

    private static final long[] NONE = {};

    static final int WORDS = Bits.words(Rows.MAX);

    final long[] own = new long[Rows.MAX];
    long[] values = own;
    long[] divisors = NONE;
    long[] yes = new long[WORDS];
    final long[] known = new long[WORDS];
    final long[] failed = new long[WORDS];
    final long[] asked = new long[WORDS];
    private long[] ownDivisors = NONE;
    private long[] wide = NONE;

    long[] ownDivisors() {
        if (ownDivisors.length == 0) {
            ownDivisors = new long[Rows.MAX];
        }
        divisors = ownDivisors;
        return ownDivisors;
    }

    /// Room for several words of every row, one word of all rows after the other.
    long[] wide(int wordsPerRow) {
        if (wide.length < wordsPerRow * Rows.MAX) {
            wide = new long[wordsPerRow * Rows.MAX];
        }
        values = wide;
        return wide;
    }

    /// Only known rows, no failures, nothing to ask.
    void clearTrouble(int words) {
        Arrays.fill(failed, 0, words, 0L);
        Arrays.fill(asked, 0, words, 0L);
    }

    void allKnown(int words) {
        Arrays.fill(known, 0, words, -1L);
        clearTrouble(words);
    }

    void statesOf(Lane other, int words) {
        System.arraycopy(other.known, 0, known, 0, words);
        System.arraycopy(other.failed, 0, failed, 0, words);
        System.arraycopy(other.asked, 0, asked, 0, words);
    }

    /// A result needs both: one that failed fails it, one that must be asked makes it asked.
    void statesOfBoth(Lane left, Lane right, int words) {
        for (int word = 0; word < words; word++) {
            failed[word] = left.failed[word] | right.failed[word];
            asked[word] = (left.asked[word] | right.asked[word]) & ~failed[word];
            known[word] = left.known[word] & right.known[word];
        }
    }

    /// The step treats a null in its own way: the row path is asked what comes of it.
    void askWhereNull(int words) {
        for (int word = 0; word < words; word++) {
            asked[word] |= ~(known[word] | failed[word]);
        }
    }

    void ask(int position) {
        long bit = 1L << position;
        known[position >> 6] &= ~bit;
        asked[position >> 6] |= bit;
    }

    void fail(int position) {
        long bit = 1L << position;
        known[position >> 6] &= ~bit;
        asked[position >> 6] &= ~bit;
        failed[position >> 6] |= bit;
    }

    void forget(int position) {
        known[position >> 6] &= ~(1L << position);
    }

    public long[] values() {
        return values;
    }

    public long[] yes() {
        return yes;
    }

    public long[] known() {
        return known;
    }

    public long[] asked() {
        return asked;
    }
}
