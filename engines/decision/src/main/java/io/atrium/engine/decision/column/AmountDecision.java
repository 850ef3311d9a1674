// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column;

import io.atrium.engine.decision.column.evaluate.Batch;
import io.atrium.engine.decision.column.evaluate.Lane;
import io.atrium.engine.decision.column.evaluate.Shape;
import io.atrium.engine.decision.column.evaluate.Step;
import io.atrium.engine.decision.column.snapshot.Rows;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The amount of a policy for some firms (金额列), in whole fen, rounded down once at the end as the row path does.
final class AmountDecision {

    /// No amount can be told.
    static final long NONE = -1;

    private static final int FEN_DIGITS = 2;
    private static final long YUAN_MAX = 1_000_000_000_000L;
    private static final BigDecimal YUAN_LIMIT = BigDecimal.valueOf(YUAN_MAX);

    private final String decision;
    private final String key;
    private final @Nullable Step step;
    private final Gate gate;
    private final RowPath rowPath;

    AmountDecision(String decision, String key, @Nullable Step step, Gate gate, RowPath rowPath) {
        this.decision = decision;
        this.key = key;
        this.step = step != null && step.shape() instanceof Shape.Number ? step : null;
        this.gate = gate;
        this.rowPath = rowPath;
    }

    String key() {
        return key;
    }

    /// @param fen filled for each of the batch's rows, or [#NONE]
    void fill(Batch batch, Scratch scratch, long[] fen) {
        var rows = batch.rows();
        gate.open(rows, scratch.open(), scratch.room());
        if (step == null) {
            for (int i = 0; i < rows.count(); i++) {
                fen[i] = isSet(scratch.open(), i) ? asked(rows, i) : NONE;
            }
            return;
        }
        var lane = batch.lane(step);
        floor(lane, rows.count(), ((Shape.Number) step.shape()).scale(), fen);
        correct(lane, rows, scratch.open(), fen);
    }

    /// Down to whole fen, as if every row were known. Divisors that are constants make the division cheap.
    private static void floor(Lane lane, int count, int scale, long[] fen) {
        var values = lane.values();
        switch (scale) {
            case 0 -> multiply(values, 100, count, fen);
            case 1 -> multiply(values, 10, count, fen);
            case 2 -> System.arraycopy(values, 0, fen, 0, count);
            case 3 -> {
                for (int i = 0; i < count; i++) fen[i] = values[i] / 10;
            }
            case 4 -> {
                for (int i = 0; i < count; i++) fen[i] = values[i] / 100;
            }
            case 5 -> {
                for (int i = 0; i < count; i++) fen[i] = values[i] / 1_000;
            }
            default -> {
                long unit = BigDecimal.TEN.pow(scale - FEN_DIGITS).longValueExact();
                for (int i = 0; i < count; i++) fen[i] = values[i] / unit;
            }
        }
        limit(values, count, scale, fen);
    }

    private static void multiply(long[] values, long factor, int count, long[] fen) {
        for (int i = 0; i < count; i++) {
            fen[i] = values[i] * factor;
        }
    }

    /// Below zero or beyond a trillion yuan a model is wrong; what is a little beyond counts too, so the exact value is
    /// compared.
    private static void limit(long[] values, int count, int scale, long[] fen) {
        var limit = YUAN_LIMIT
                .movePointRight(scale)
                .min(BigDecimal.valueOf(Long.MAX_VALUE))
                .longValue();
        for (int i = 0; i < count; i++) {
            fen[i] = values[i] < 0 || values[i] > limit ? NONE : fen[i];
        }
    }

    private void correct(Lane lane, Rows rows, long[] open, long[] fen) {
        for (int word = 0; word << 6 < rows.count(); word++) {
            if ((lane.known()[word] & open[word]) != -1L) {
                int end = Math.min(rows.count(), (word + 1) << 6);
                for (int i = word << 6; i < end; i++) {
                    if (!isSet(open, i)) {
                        fen[i] = NONE;
                    } else if (!isSet(lane.known(), i)) {
                        fen[i] = isSet(lane.asked(), i) ? asked(rows, i) : NONE;
                    }
                }
            }
        }
    }

    private long asked(Rows rows, int position) {
        return rowPath.decide(rows.row(position), decision) instanceof BigDecimal yuan
                        && yuan.signum() >= 0
                        && yuan.compareTo(YUAN_LIMIT) <= 0
                ? yuan.setScale(FEN_DIGITS, RoundingMode.DOWN)
                        .movePointRight(FEN_DIGITS)
                        .longValueExact()
                : NONE;
    }

    private static boolean isSet(long[] bits, int position) {
        return (bits[position >> 6] >>> position & 1) != 0;
    }

    /// Nothing to pay for anybody.
    static void none(int count, long[] fen) {
        Arrays.fill(fen, 0, count, NONE);
    }
}
