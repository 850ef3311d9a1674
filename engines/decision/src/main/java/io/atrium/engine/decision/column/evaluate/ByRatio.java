// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column.evaluate;

import io.atrium.engine.decision.column.snapshot.Rows;
import java.math.BigDecimal;
import java.util.List;

/// The rules that a quotient allows: below, at and above each of the numbers that the cells name.
public final class ByRatio extends RuleFilter {

    private final Step ratio;
    private final CrossProduct[] cuts;
    private final long[][] masks;

    /// @param cuts ascending
    /// @param masks by word, then: below the first cut, at it, above it, at the second, …
    public ByRatio(Step ratio, List<BigDecimal> cuts, long[][] masks) {
        this.ratio = ratio;
        this.cuts = cuts.stream()
                .map(cut -> CrossProduct.of((Shape.Ratio) ratio.shape(), cut.unscaledValue(), cut.scale()))
                .toArray(CrossProduct[]::new);
        this.masks = masks;
    }

    @Override
    Step input() {
        return ratio;
    }

    @Override
    void strike(Lane input, long[] rules, int count) {
        for (int i = 0; i < count; i++) {
            int interval = interval(input.values[i], input.divisors[i]);
            for (int word = 0; word < masks.length; word++) {
                rules[word * Rows.MAX + i] &= masks[word][interval];
            }
        }
    }

    private int interval(long dividend, long divisor) {
        int interval = 0;
        for (var cut : cuts) {
            interval += 1 + cut.sign(dividend, divisor);
        }
        return interval;
    }

    boolean overflows(long dividend, long divisor) {
        for (var cut : cuts) {
            if (cut.overflows(dividend, divisor)) {
                return true;
            }
        }
        return false;
    }
}
