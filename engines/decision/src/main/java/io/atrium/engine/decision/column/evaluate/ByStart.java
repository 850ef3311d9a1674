// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column.evaluate;

import io.atrium.engine.decision.column.snapshot.Rows;
import java.util.stream.IntStream;

/// The rules that a number or a date allows (区间查表): between two starts they are always the same.
///
/// starts 3, 10: masks[0] below 3, masks[1] from 3 to 9, masks[2] from 10
public final class ByStart extends RuleFilter {

    private static final int SCAN_MAX = 12;
    private static final int FEW = 4;
    private static final int SEVERAL = 8;

    /// Within it the difference of a value and a start fits in a `long`.
    private static final int BITS_MAX = 61;

    private final Step number;
    private final long[] starts;
    private final long[][] masks;

    /// @param masks by word, then by interval
    public ByStart(Step number, long[] starts, long[][] masks) {
        this.number = number;
        this.starts = starts;
        this.masks = masks;
    }

    /// The same with fewer starts: those at which nothing changes are left out.
    public ByStart merged() {
        var kept = IntStream.range(0, starts.length)
                .filter(place -> changesAt(place + 1))
                .toArray();
        var fewer = new long[masks.length][kept.length + 1];
        for (int word = 0; word < masks.length; word++) {
            fewer[word][0] = masks[word][0];
            for (int place = 0; place < kept.length; place++) {
                fewer[word][place + 1] = masks[word][kept[place] + 1];
            }
        }
        return new ByStart(
                number, IntStream.of(kept).mapToLong(place -> starts[place]).toArray(), fewer);
    }

    private boolean changesAt(int interval) {
        for (var word : masks) {
            if (word[interval] != word[interval - 1]) {
                return true;
            }
        }
        return false;
    }

    @Override
    Step input() {
        return number;
    }

    @Override
    void strike(Lane input, long[] rules, int count) {
        if (starts.length <= SEVERAL && isModest()) {
            for (int word = 0; word < masks.length; word++) {
                blend(input.values, rules, word, count);
            }
        } else {
            lookUp(input, rules, count);
        }
    }

    private boolean isModest() {
        return number.shape() instanceof Shape.Day
                || (number.shape() instanceof Shape.Number shape
                        && shape.min().bitLength() <= BITS_MAX
                        && shape.max().bitLength() <= BITS_MAX);
    }

    /// What changes at each start is put in where the value has reached it, without a branch: the machine then does
    /// several rows at once. A start that is too far away is never reached, or always.
    private void blend(long[] values, long[] rules, int word, int count) {
        int room = starts.length <= FEW ? FEW : SEVERAL;
        var before = new long[room];
        var change = new long[room];
        for (int place = 0; place < starts.length; place++) {
            before[place] = Math.clamp(starts[place], -(1L << BITS_MAX), 1L << BITS_MAX) - 1;
            change[place] = masks[word][place] ^ masks[word][place + 1];
        }
        int offset = word * Rows.MAX;
        if (room == FEW) {
            blendFew(values, rules, offset, count, new Changes(masks[word][0], before, change));
        } else {
            blendSeveral(values, rules, offset, count, new Changes(masks[word][0], before, change));
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // nobody compares two of them
    private record Changes(long below, long[] before, long[] change) {}

    private static void blendFew(long[] values, long[] rules, int offset, int count, Changes at) {
        long below = at.below;
        long b0 = at.before[0], b1 = at.before[1], b2 = at.before[2], b3 = at.before[3];
        long c0 = at.change[0], c1 = at.change[1], c2 = at.change[2], c3 = at.change[3];
        for (int i = 0; i < count; i++) {
            long value = values[i];
            rules[offset + i] &= below
                    ^ (c0 & -((b0 - value) >>> 63))
                    ^ (c1 & -((b1 - value) >>> 63))
                    ^ (c2 & -((b2 - value) >>> 63))
                    ^ (c3 & -((b3 - value) >>> 63));
        }
    }

    private static void blendSeveral(long[] values, long[] rules, int offset, int count, Changes at) {
        long below = at.below;
        long b0 = at.before[0], b1 = at.before[1], b2 = at.before[2], b3 = at.before[3];
        long b4 = at.before[4], b5 = at.before[5], b6 = at.before[6], b7 = at.before[7];
        long c0 = at.change[0], c1 = at.change[1], c2 = at.change[2], c3 = at.change[3];
        long c4 = at.change[4], c5 = at.change[5], c6 = at.change[6], c7 = at.change[7];
        for (int i = 0; i < count; i++) {
            long value = values[i];
            rules[offset + i] &= below
                    ^ (c0 & -((b0 - value) >>> 63))
                    ^ (c1 & -((b1 - value) >>> 63))
                    ^ (c2 & -((b2 - value) >>> 63))
                    ^ (c3 & -((b3 - value) >>> 63))
                    ^ (c4 & -((b4 - value) >>> 63))
                    ^ (c5 & -((b5 - value) >>> 63))
                    ^ (c6 & -((b6 - value) >>> 63))
                    ^ (c7 & -((b7 - value) >>> 63));
        }
    }

    private void lookUp(Lane input, long[] rules, int count) {
        for (int i = 0; i < count; i++) {
            int interval = starts.length <= SCAN_MAX ? scan(input.values[i]) : search(input.values[i]);
            for (int word = 0; word < masks.length; word++) {
                rules[word * Rows.MAX + i] &= masks[word][interval];
            }
        }
    }

    private int scan(long value) {
        int interval = 0;
        for (long start : starts) {
            interval += value >= start ? 1 : 0;
        }
        return interval;
    }

    private int search(long value) {
        int low = 0;
        int high = starts.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (value >= starts[middle]) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
