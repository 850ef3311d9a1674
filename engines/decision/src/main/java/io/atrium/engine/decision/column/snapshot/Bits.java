// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column.snapshot;

import java.util.Arrays;

/// Bitmaps (位图) over rows: bit `row & 63` of word `row >> 6`.
public final class Bits {

    private Bits() {}

    public static int words(int rows) {
        return (rows + 63) >> 6;
    }

    public static boolean get(long[] bits, int row) {
        return (bits[row >> 6] >>> row & 1) != 0;
    }

    public static void set(long[] bits, int row) {
        bits[row >> 6] |= 1L << row;
    }

    public static int count(long[] bits) {
        int count = 0;
        for (long word : bits) {
            count += Long.bitCount(word);
        }
        return count;
    }

    /// A bitmap in which the first rows are set and nothing after them.
    public static long[] all(int rows) {
        var bits = new long[words(rows)];
        Arrays.fill(bits, -1L);
        if ((rows & 63) != 0) {
            bits[bits.length - 1] = -1L >>> -rows;
        }
        return bits;
    }

    /// Both ends included.
    public record Range(long low, long high) {}

    /// Which values lie in a range, without a branch, for nobody could foresee it.
    ///
    /// @param first of `values`
    public static void within(long[] values, int first, int count, Range range, long[] out) {
        long low = range.low();
        long high = range.high();
        for (int word = 0; word < words(count); word++) {
            int start = first + (word << 6);
            int end = Math.min(64, count - (word << 6));
            long outside = 0;
            for (int i = 0; i < end; i++) {
                long value = values[start + i];
                outside |= (isLess(value, low) | isLess(high, value)) << i;
            }
            out[word] = ~outside & (end == 64 ? -1L : (1L << end) - 1);
        }
    }

    /// 1 where left is less than right, whatever their signs and sizes.
    private static long isLess(long left, long right) {
        return (left & ~right | ~(left ^ right) & left - right) >>> 63;
    }

    /// Takes the bits of a batch of rows out of a bitmap over all rows.
    public static void gather(long[] bits, Rows rows, long[] out) {
        var picks = rows.picks();
        if (picks == null) {
            System.arraycopy(bits, rows.base() >> 6, out, 0, words(rows.count()));
            return;
        }
        for (int word = 0; word < words(rows.count()); word++) {
            int end = Math.min(64, rows.count() - (word << 6));
            long taken = 0;
            for (int bit = 0; bit < end; bit++) {
                int row = picks[(word << 6) + bit];
                taken |= (bits[row >> 6] >>> row & 1) << bit;
            }
            out[word] = taken;
        }
    }
}
