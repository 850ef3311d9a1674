// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column.snapshot;

import io.atrium.engine.decision.fact.FactType;
import io.atrium.engine.decision.fact.FactValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A column while firms are still being added to it.
abstract class ColumnBuilder {

    private static final int FIRST_ROWS = 1_024;

    long[] present = new long[FIRST_ROWS >> 6];

    static ColumnBuilder of(FactType type) {
        return switch (type) {
            case BOOLEAN -> new Truths();
            case NUMBER -> new Numbers();
            case TEXT -> new Texts();
            case DATE -> new Days();
        };
    }

    /// A value of another type is left out: the row path cannot use it either.
    abstract void put(int row, FactValue value);

    abstract Column freeze(int rows);

    final void mark(int row) {
        present = grown(present, row >> 6);
        Bits.set(present, row);
    }

    final long[] presentOf(int rows) {
        return Arrays.copyOf(present, Bits.words(rows));
    }

    static long[] grown(long[] array, int index) {
        return index < array.length ? array : Arrays.copyOf(array, Math.max(index + 1, array.length * 2));
    }

    static int[] grown(int[] array, int index) {
        return index < array.length ? array : Arrays.copyOf(array, Math.max(index + 1, array.length * 2));
    }

    private static final class Truths extends ColumnBuilder {
        private long[] yes = new long[FIRST_ROWS >> 6];

        @Override
        void put(int row, FactValue value) {
            if (value instanceof FactValue.Truth(boolean truth)) {
                mark(row);
                yes = grown(yes, row >> 6);
                if (truth) {
                    Bits.set(yes, row);
                }
            }
        }

        @Override
        Column freeze(int rows) {
            return TruthColumn.of(Arrays.copyOf(yes, Bits.words(rows)), presentOf(rows));
        }
    }

    private static final class Days extends ColumnBuilder {
        private int[] days = new int[FIRST_ROWS];

        @Override
        void put(int row, FactValue value) {
            if (value instanceof FactValue.Day day) {
                mark(row);
                days = grown(days, row);
                days[row] = Math.toIntExact(day.value().toEpochDay());
            }
        }

        @Override
        Column freeze(int rows) {
            return DayColumn.of(Arrays.copyOf(days, rows), presentOf(rows));
        }
    }

    private static final class Texts extends ColumnBuilder {
        private final Map<String, Integer> codes = new HashMap<>();
        private final List<String> texts = new ArrayList<>();
        private int[] rowCodes = new int[FIRST_ROWS];

        @Override
        void put(int row, FactValue value) {
            if (value instanceof FactValue.Text(String text)) {
                rowCodes = grown(rowCodes, row);
                rowCodes[row] = codes.computeIfAbsent(text, added -> {
                    texts.add(added);
                    return texts.size();
                });
            }
        }

        @Override
        Column freeze(int rows) {
            return TextColumn.of(new Dictionary(texts), Arrays.copyOf(rowCodes, rows));
        }
    }

    /// The scale grows with the digits that come, up to [#SCALE_MAX]; what does not fit then is kept aside.
    private static final class Numbers extends ColumnBuilder {
        private static final int SCALE_MAX = 6;
        private static final long MAGNITUDE_MAX = 1_000_000_000_000_000_000L;

        private final Map<Integer, BigDecimal> aside = new HashMap<>();
        private long[] values = new long[FIRST_ROWS];
        private int scale;

        @Override
        void put(int row, FactValue value) {
            if (value instanceof FactValue.Quantity(BigDecimal number)) {
                mark(row);
                values = grown(values, row);
                widen(number);
                if (fits(number, scale)) {
                    values[row] = number.setScale(scale).unscaledValue().longValueExact();
                } else {
                    aside.put(row, number);
                }
            }
        }

        private void widen(BigDecimal number) {
            int wanted = Math.max(0, number.stripTrailingZeros().scale());
            if (wanted <= scale || wanted > SCALE_MAX || !fits(number, wanted) || !canGrow(wanted - scale)) {
                return;
            }
            long factor = BigDecimal.TEN.pow(wanted - scale).longValueExact();
            for (int row = 0; row < values.length; row++) {
                values[row] *= factor;
            }
            scale = wanted;
        }

        private boolean canGrow(int digits) {
            long limit = MAGNITUDE_MAX / BigDecimal.TEN.pow(digits).longValueExact();
            return Arrays.stream(values).allMatch(value -> Math.abs(value) <= limit);
        }

        private static boolean fits(BigDecimal number, int scale) {
            return number.stripTrailingZeros().scale() <= scale
                    && number.abs().compareTo(BigDecimal.valueOf(MAGNITUDE_MAX, scale)) <= 0;
        }

        @Override
        Column freeze(int rows) {
            return NumberColumn.of(scale, Arrays.copyOf(values, rows), presentOf(rows), aside);
        }
    }
}
