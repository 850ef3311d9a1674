// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column;

import io.atrium.engine.decision.column.snapshot.Bits;
import io.atrium.engine.decision.column.snapshot.Rows;
import io.atrium.engine.decision.decide.Outcome;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The outcome of a policy for every firm (结果位图), one bitmap per outcome that occurs.
final class OutcomeBits {

    private final int rows;
    private final Map<Outcome, long[]> bits = new EnumMap<>(Outcome.class);

    OutcomeBits(int rows) {
        this.rows = rows;
        for (var outcome : Outcome.values()) {
            bits.put(outcome, new long[Bits.words(rows)]);
        }
    }

    int rows() {
        return rows;
    }

    long[] of(Outcome outcome) {
        return Objects.requireNonNull(bits.get(outcome));
    }

    void put(Outcome outcome, int word, long firms) {
        of(outcome)[word] = firms;
    }

    void count(int first, int words, Tally tally) {
        bits.forEach((outcome, map) -> {
            for (int word = first; word < first + words; word++) {
                tally.count(outcome, map[word]);
            }
        });
    }

    /// The firms of a run that are to get something, in order.
    int pick(Rows rows, int[] out) {
        var entitled = of(Outcome.ENTITLED);
        var ceiling = of(Outcome.CEILING);
        int count = 0;
        for (int word = rows.base() >> 6; word << 6 < rows.base() + rows.count(); word++) {
            for (long left = entitled[word] | ceiling[word]; left != 0; left &= left - 1) {
                out[count++] = (word << 6) + Long.numberOfTrailingZeros(left);
            }
        }
        return count;
    }

    /// A firm whose amount cannot be told is not entitled: it is unknown. Closes the gaps and gives what is left.
    int forgetWithout(long[] amounts, int[] picks, int count) {
        int kept = 0;
        for (int i = 0; i < count; i++) {
            if (amounts[i] == AmountDecision.NONE) {
                int word = picks[i] >> 6;
                long bit = 1L << picks[i];
                of(Outcome.ENTITLED)[word] &= ~bit;
                of(Outcome.CEILING)[word] &= ~bit;
                of(Outcome.UNKNOWN)[word] |= bit;
            } else {
                amounts[kept++] = amounts[i];
            }
        }
        return kept;
    }

    /// Counts the firms of a run that get something, each with its amount, in order.
    void grant(Rows rows, long[] amounts, Tally tally) {
        var entitled = of(Outcome.ENTITLED);
        var ceiling = of(Outcome.CEILING);
        int place = 0;
        for (int word = rows.base() >> 6; word << 6 < rows.base() + rows.count(); word++) {
            for (long left = entitled[word] | ceiling[word]; left != 0; left &= left - 1) {
                int bit = Long.numberOfTrailingZeros(left);
                var outcome = (entitled[word] >>> bit & 1) != 0 ? Outcome.ENTITLED : Outcome.CEILING;
                tally.grant(outcome, (word << 6) + bit, amounts[place++]);
            }
        }
    }

    @Nullable
    Outcome at(int row) {
        for (var entry : bits.entrySet()) {
            if (Bits.get(entry.getValue(), row)) {
                return entry.getKey();
            }
        }
        return null;
    }
}
