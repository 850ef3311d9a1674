// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;

/// How far a slider of a figure goes, and in which steps (滑块范围): from nothing to three times the value in force, in
/// round steps of which the value is one. The number field beside it takes any value.
public record SliderRange(BigDecimal min, BigDecimal max, BigDecimal step) {

    private static final int POSITIONS_MIN = 40;
    private static final BigDecimal TIMES = BigDecimal.valueOf(3);
    private static final BigDecimal PERCENT_MAX = BigDecimal.valueOf(100);
    private static final BigDecimal COUNT_FAR = BigDecimal.TEN;
    private static final SliderRange PERCENT_OF_NOTHING = whole(100, 1);
    private static final SliderRange COUNT_OF_NOTHING = whole(100, 1);
    private static final SliderRange MONEY_OF_NOTHING = whole(1_000_000, 10_000);

    public enum Unit {
        PERCENT,
        MONEY,
        COUNT,
        OTHER
    }

    /// @param value in the unit, so 5 for 5%
    public static SliderRange around(BigDecimal value, Unit unit) {
        if (value.signum() == 0) {
            return switch (unit) {
                case PERCENT -> PERCENT_OF_NOTHING;
                case MONEY -> MONEY_OF_NOTHING;
                case COUNT, OTHER -> COUNT_OF_NOTHING;
            };
        }
        var far = value.abs().multiply(TIMES).max(unit == Unit.COUNT ? COUNT_FAR : BigDecimal.ZERO);
        var max = unit == Unit.PERCENT && value.abs().compareTo(PERCENT_MAX) <= 0 ? PERCENT_MAX : far;
        var step = step(value.abs(), max, unit);
        var top = max.divide(step, 0, RoundingMode.CEILING).multiply(step);
        return value.signum() > 0
                ? new SliderRange(BigDecimal.ZERO, plain(top), plain(step))
                : new SliderRange(plain(top.negate()), BigDecimal.ZERO, plain(step));
    }

    /// The largest power of ten that divides the value and leaves enough places to stop at.
    private static BigDecimal step(BigDecimal value, BigDecimal max, Unit unit) {
        var step = BigDecimal.ONE.scaleByPowerOfTen(-value.stripTrailingZeros().scale());
        while (!leavesEnough(step, max) && (unit != Unit.COUNT || step.compareTo(BigDecimal.ONE) > 0)) {
            step = step.scaleByPowerOfTen(-1);
        }
        return step;
    }

    private static boolean leavesEnough(BigDecimal step, BigDecimal max) {
        return max.compareTo(step.multiply(BigDecimal.valueOf(POSITIONS_MIN))) >= 0;
    }

    private static SliderRange whole(long max, long step) {
        return new SliderRange(BigDecimal.ZERO, BigDecimal.valueOf(max), BigDecimal.valueOf(step));
    }

    private static BigDecimal plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped;
    }
}
