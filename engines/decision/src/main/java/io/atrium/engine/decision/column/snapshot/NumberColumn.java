// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column.snapshot;

import io.atrium.engine.decision.fact.FactType;
import io.atrium.engine.decision.fact.FactValue;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/// Numbers as whole multiples of a power of ten (定标整数), four bytes each where all fit, else eight.
///
/// A number with more digits than the scale holds lies beyond the column: it is kept exactly and aside, and every
/// decision that reads it is left to the row path.
public final class NumberColumn implements Column {

    private final int scale;
    private final int @Nullable [] ints;
    private final long @Nullable [] longs;
    private final long[] present;
    private final long @Nullable [] beyond;
    private final Map<Integer, BigDecimal> aside;
    private final long min;
    private final long max;

    private NumberColumn(int scale, long[] values, long[] present, Map<Integer, BigDecimal> aside) {
        this.scale = scale;
        this.present = present;
        this.aside = Map.copyOf(aside);
        this.beyond = aside.isEmpty() ? null : new long[present.length];
        if (beyond != null) {
            aside.keySet().forEach(row -> Bits.set(beyond, row));
        }
        long least = 0;
        long greatest = 0;
        for (long value : values) {
            least = Math.min(least, value);
            greatest = Math.max(greatest, value);
        }
        this.min = least;
        this.max = greatest;
        var isNarrow = least >= Integer.MIN_VALUE && greatest <= Integer.MAX_VALUE;
        this.ints = isNarrow ? narrowed(values) : null;
        this.longs = isNarrow ? null : values;
    }

    /// @param values the numbers times ten to the power of the scale; 0 where nothing is present
    /// @param aside the numbers that do not fit, by row; they count as present
    public static NumberColumn of(int scale, long[] values, long[] present, Map<Integer, BigDecimal> aside) {
        return new NumberColumn(scale, values, present, aside);
    }

    private static int[] narrowed(long[] values) {
        var narrow = new int[values.length];
        for (int row = 0; row < values.length; row++) {
            narrow[row] = (int) values[row];
        }
        return narrow;
    }

    public int scale() {
        return scale;
    }

    /// No value is less; 0 counts as a value.
    public long min() {
        return min;
    }

    public long max() {
        return max;
    }

    /// The rows whose number does not fit, or null when all do.
    public long @Nullable [] beyond() {
        return beyond;
    }

    /// The numbers that occur, ascending; empty when there are more than a few.
    public Optional<long[]> distinct(int max) {
        var found = new TreeSet<Long>();
        for (int row = 0; row < present.length << 6 && found.size() <= max; row++) {
            if (Bits.get(present, row)) {
                found.add(ints != null ? ints[row] : Objects.requireNonNull(longs)[row]);
            }
        }
        return found.size() > max
                ? Optional.empty()
                : Optional.of(found.stream().mapToLong(Long::longValue).toArray());
    }

    public void read(Rows rows, long[] out) {
        var picks = rows.picks();
        if (ints != null) {
            readInts(ints, rows, picks, out);
        } else {
            readLongs(Objects.requireNonNull(longs), rows, picks, out);
        }
    }

    private static void readInts(int[] from, Rows rows, int @Nullable [] picks, long[] out) {
        int count = rows.count();
        int base = rows.base();
        if (picks == null) {
            for (int i = 0; i < count; i++) {
                out[i] = from[base + i];
            }
        } else {
            for (int i = 0; i < count; i++) {
                out[i] = from[picks[i]];
            }
        }
    }

    private static void readLongs(long[] from, Rows rows, int @Nullable [] picks, long[] out) {
        if (picks == null) {
            System.arraycopy(from, rows.base(), out, 0, rows.count());
        } else {
            for (int i = 0; i < rows.count(); i++) {
                out[i] = from[picks[i]];
            }
        }
    }

    /// Tells for a run of rows which numbers lie between two bounds, both included.
    public void within(Rows rows, long low, long high, long[] out) {
        if (ints != null) {
            if (low > Integer.MAX_VALUE || high < Integer.MIN_VALUE) {
                Arrays.fill(out, 0, Bits.words(rows.count()), 0L);
            } else {
                withinInts(
                        ints,
                        rows,
                        (int) Math.max(low, Integer.MIN_VALUE),
                        (int) Math.min(high, Integer.MAX_VALUE),
                        out);
            }
        } else {
            Bits.within(Objects.requireNonNull(longs), rows.base(), rows.count(), new Bits.Range(low, high), out);
        }
    }

    /// Without a branch: whether a firm has five heads or six is nothing that a machine could foresee.
    private static void withinInts(int[] from, Rows rows, int low, int high, long[] out) {
        for (int word = 0; word < Bits.words(rows.count()); word++) {
            int start = rows.base() + (word << 6);
            int end = Math.min(64, rows.count() - (word << 6));
            long bits = 0;
            for (int i = 0; i < end; i++) {
                long value = from[start + i];
                bits |= (~(value - low | high - value) >>> 63) << i;
            }
            out[word] = bits;
        }
    }

    @Override
    public FactType type() {
        return FactType.NUMBER;
    }

    @Override
    public long[] present() {
        return present;
    }

    @Override
    public Optional<FactValue> valueAt(int row) {
        if (!Bits.get(present, row)) {
            return Optional.empty();
        }
        var exact = aside.get(row);
        long value = ints != null ? ints[row] : Objects.requireNonNull(longs)[row];
        return Optional.of(new FactValue.Quantity(exact != null ? exact : BigDecimal.valueOf(value, scale)));
    }

    @Override
    public long bytes() {
        long wide = ints != null ? 4L * ints.length : 8L * Objects.requireNonNull(longs).length;
        return wide + 8L * present.length * (beyond == null ? 1 : 2) + 100L * aside.size();
    }
}
