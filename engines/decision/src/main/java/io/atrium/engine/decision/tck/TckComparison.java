// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.tck;

import java.math.BigDecimal;
import java.time.chrono.ChronoPeriod;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Compares what came out with what was expected, type by type.
final class TckComparison {

    /// Some expected numbers were computed in binary floating point and are right to about twelve digits only: a number
    /// written with many decimal places is met to the eighth. All others are met exactly.
    private static final int PLACES_OF_ROUNDED_NUMBERS_MIN = 8;

    private static final BigDecimal ROUNDING = new BigDecimal("0.00000001");

    private TckComparison() {}

    static boolean isSame(@Nullable Object expected, @Nullable Object actual) {
        return switch (expected) {
            case null -> actual == null;
            case BigDecimal number -> actual instanceof Number other && isSameNumber(number, decimal(other));
            case List<?> list -> actual instanceof Collection<?> other && isSameList(list, new ArrayList<>(other));
            case Map<?, ?> context -> actual instanceof Map<?, ?> other && isSameContext(context, other);
            case ChronoPeriod months -> actual instanceof ChronoPeriod other && months(months) == months(other);
            case TemporalAccessor time -> actual instanceof TemporalAccessor other && isSameTime(time, other);
            default -> expected.equals(actual);
        };
    }

    private static boolean isSameNumber(BigDecimal expected, BigDecimal actual) {
        return expected.compareTo(actual) == 0
                || (expected.scale() >= PLACES_OF_ROUNDED_NUMBERS_MIN
                        && expected.subtract(actual).abs().compareTo(ROUNDING) < 0);
    }

    private static BigDecimal decimal(Number number) {
        return number instanceof BigDecimal decimal ? decimal : new BigDecimal(number.toString());
    }

    private static boolean isSameList(List<?> expected, List<?> actual) {
        return expected.size() == actual.size()
                && IntStream.range(0, expected.size()).allMatch(i -> isSame(expected.get(i), actual.get(i)));
    }

    private static boolean isSameContext(Map<?, ?> expected, Map<?, ?> actual) {
        return expected.keySet().equals(actual.keySet())
                && expected.keySet().stream().allMatch(key -> isSame(expected.get(key), actual.get(key)));
    }

    private static long months(ChronoPeriod period) {
        return period.get(ChronoUnit.YEARS) * 12 + period.get(ChronoUnit.MONTHS);
    }

    /// The same day, the same time of day and the same offset, where there are any; a named zone stands for its offset.
    private static boolean isSameTime(TemporalAccessor expected, TemporalAccessor actual) {
        return Objects.equals(expected.query(TemporalQueries.localDate()), actual.query(TemporalQueries.localDate()))
                && Objects.equals(
                        expected.query(TemporalQueries.localTime()), actual.query(TemporalQueries.localTime()))
                && Objects.equals(expected.query(TemporalQueries.offset()), actual.query(TemporalQueries.offset()));
    }
}
