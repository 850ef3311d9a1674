// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Optional;

/// The middle of several numbers (中位数): of an even count the mean of the two in the middle, to one decimal.
public final class Median {

    private Median() {}

    public static Optional<BigDecimal> of(Collection<Integer> numbers) {
        if (numbers.isEmpty()) {
            return Optional.empty();
        }
        var sorted = numbers.stream().sorted().toList();
        int middle = sorted.size() / 2;
        if (sorted.size() % 2 == 1) {
            return Optional.of(BigDecimal.valueOf(sorted.get(middle)));
        }
        var sum = BigDecimal.valueOf(sorted.get(middle - 1)).add(BigDecimal.valueOf(sorted.get(middle)));
        return Optional.of(sum.divide(BigDecimal.TWO, 1, RoundingMode.UNNECESSARY));
    }
}
