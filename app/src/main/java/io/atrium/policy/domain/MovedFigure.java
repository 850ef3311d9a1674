// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.domain;

import io.atrium.engine.decision.column.Threshold;
import io.atrium.engine.decision.fact.FactValue;
import java.math.BigDecimal;

/// Which values a figure of a policy may be moved to (可调范围): of its own type, and nothing that no policy would say.
public final class MovedFigure {

    private static final BigDecimal NUMBER_MAX = new BigDecimal("1000000000000");
    private static final int DECIMALS_MAX = 6;
    private static final int YEAR_MIN = 1949;
    private static final int YEAR_MAX = 2199;

    private MovedFigure() {}

    public static boolean isPossible(Threshold threshold, FactValue value) {
        return switch (value) {
            case FactValue.Quantity(var number) ->
                threshold.value() instanceof FactValue.Quantity(var now)
                        && number.abs().compareTo(NUMBER_MAX) <= 0
                        && number.stripTrailingZeros().scale() <= DECIMALS_MAX
                        && (number.signum() >= 0 || now.signum() < 0);
            case FactValue.Day(var day) ->
                threshold.value() instanceof FactValue.Day && day.getYear() >= YEAR_MIN && day.getYear() <= YEAR_MAX;
            case FactValue.Truth _, FactValue.Text _ -> false;
        };
    }

    /// `5` and `5.00` are one value.
    public static boolean isSame(FactValue one, FactValue other) {
        return one instanceof FactValue.Quantity(var a) && other instanceof FactValue.Quantity(var b)
                ? a.compareTo(b) == 0
                : one.equals(other);
    }
}
