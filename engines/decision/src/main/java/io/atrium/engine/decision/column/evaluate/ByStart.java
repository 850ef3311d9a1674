// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column.evaluate;

import io.atrium.engine.decision.column.snapshot.Rows;
import java.util.stream.IntStream;

/// The rules that a number or a date allows (区间查表): between two starts they are always the same.
///
/// starts 3, 10: masks[0] below 3, masks[1] from 3 to 9, masks[2] from 10
public final class ByStart extends RuleFilter {

    private static final int SCAN_MAX = 12;

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
