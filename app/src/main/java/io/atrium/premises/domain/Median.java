// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises.domain;

import java.util.List;
import org.jspecify.annotations.Nullable;

/// The middle of some numbers (中位数).
public final class Median {

    private Median() {}

    /// Null of none; of an even count the mean of the two in the middle.
    public static @Nullable Double of(List<Integer> numbers) {
        if (numbers.isEmpty()) {
            return null;
        }
        var sorted = numbers.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1
                ? (double) sorted.get(middle)
                : (sorted.get(middle - 1) + sorted.get(middle)) / 2.0;
    }
}
