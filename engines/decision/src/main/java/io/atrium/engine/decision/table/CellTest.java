// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.table;

import io.atrium.engine.decision.fact.FactValue;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// What a cell says about the values of its column (单元格条件).
sealed interface CellTest {

    /// `-`: any value.
    record Any() implements CellTest {}

    /// Anything that hangs on more than the value of the column, or that is not read here.
    record Opaque() implements CellTest {}

    /// One of several spans, or none of them.
    record Spans(boolean isNegated, List<Span> spans) implements CellTest {}

    /// All values from one to the other. A single value is a span with two equal ends.
    ///
    /// @param low null when there is no lower end
    /// @param high null when there is no upper end
    record Span(
            @Nullable FactValue low,
            boolean hasLow,
            @Nullable FactValue high,
            boolean hasHigh) {

        static Span of(FactValue value) {
            return new Span(value, true, value, true);
        }

        boolean contains(FactValue value) {
            return (low == null || isAbove(compare(value, low), hasLow))
                    && (high == null || isAbove(compare(high, value), hasHigh));
        }

        private static boolean isAbove(int order, boolean isIncluded) {
            return order > 0 || (order == 0 && isIncluded);
        }

        /// Values of one type; those of different types are never equal and in no order that matters.
        static int compare(FactValue one, FactValue other) {
            return switch (one) {
                case FactValue.Quantity(var a) when other instanceof FactValue.Quantity(var b) -> a.compareTo(b);
                case FactValue.Day(var a) when other instanceof FactValue.Day(var b) -> a.compareTo(b);
                case FactValue.Truth(var a) when other instanceof FactValue.Truth(var b) -> Boolean.compare(a, b);
                default -> one.text().compareTo(other.text());
            };
        }
    }

    default boolean contains(FactValue value) {
        return switch (this) {
            case Any _, Opaque _ -> true;
            case Spans(var isNegated, var spans) ->
                isNegated != spans.stream().anyMatch(span -> span.contains(value));
        };
    }

    /// The values at which the cell may change its mind.
    default List<FactValue> ends() {
        return switch (this) {
            case Any _, Opaque _ -> List.of();
            case Spans(_, var spans) ->
                spans.stream()
                        .flatMap(span -> Stream.of(Optional.ofNullable(span.low()), Optional.ofNullable(span.high())))
                        .flatMap(Optional::stream)
                        .toList();
        };
    }
}
