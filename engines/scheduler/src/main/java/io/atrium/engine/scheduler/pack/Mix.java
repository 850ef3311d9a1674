// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.pack;

import io.atrium.engine.scheduler.model.Ask;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Mix (需求构成): how often each kind of task comes. Known from history, or counted while tasks arrive.
public final class Mix {
    private final List<Ask> kinds = new ArrayList<>();
    private final Map<Ask, Integer> numbers = new HashMap<>();
    private long[] counts = new long[64];

    public static Mix empty() {
        return new Mix();
    }

    public static Mix of(Collection<Ask> asks) {
        var mix = new Mix();
        asks.forEach(mix::count);
        return mix;
    }

    public void count(Ask ask) {
        var number = numberOf(ask); // may grow the array, so it comes first
        counts[number]++;
    }

    /// The number of a kind; a kind that was never seen gets the next one.
    int numberOf(Ask ask) {
        return numbers.computeIfAbsent(ask, this::add);
    }

    int size() {
        return kinds.size();
    }

    Ask kind(int number) {
        return kinds.get(number);
    }

    long count(int number) {
        return counts[number];
    }

    long total() {
        var sum = 0L;
        for (var number = 0; number < size(); number++) {
            sum += counts[number];
        }
        return sum;
    }

    /// The GPU that all counted tasks take together, in thousandths.
    long milli() {
        var sum = 0L;
        for (var number = 0; number < size(); number++) {
            sum += counts[number] * kind(number).milli();
        }
        return sum;
    }

    private int add(Ask ask) {
        if (kinds.size() == counts.length) {
            counts = Arrays.copyOf(counts, 2 * counts.length);
        }
        kinds.add(ask);
        return kinds.size() - 1;
    }
}
