// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column.compile;

import io.atrium.engine.decision.column.evaluate.Choose;
import io.atrium.engine.decision.column.evaluate.Compare;
import io.atrium.engine.decision.column.evaluate.Compare.Order;
import io.atrium.engine.decision.column.evaluate.CompareRatio;
import io.atrium.engine.decision.column.evaluate.Fixed;
import io.atrium.engine.decision.column.evaluate.Shape;
import io.atrium.engine.decision.column.evaluate.Step;
import io.atrium.engine.decision.column.evaluate.Within;
import java.math.BigDecimal;
import java.util.function.IntSupplier;

/// Comparisons of numbers, quotients, dates, yes and no (比较编译).
final class CompileComparison {

    private final IntSupplier slots;
    private final Numbers numbers;

    CompileComparison(IntSupplier slots, Numbers numbers) {
        this.slots = slots;
        this.numbers = numbers;
    }

    Step compile(Step left, Order order, Step right) {
        if (left instanceof Fixed && !(right instanceof Fixed)) {
            return compile(right, turned(order), left);
        }
        return switch (left.shape()) {
            case Shape.Number _ when right.shape() instanceof Shape.Number -> ofNumbers(left, order, right);
            case Shape.Ratio _ when right instanceof Fixed && right.shape() instanceof Shape.Number(int scale, var value, _) ->
                new CompareRatio(slots.getAsInt(), left, order, value, scale);
            case Shape.Day _ when right instanceof Fixed fixed && right.shape() instanceof Shape.Day ->
                within(left, order, BigDecimal.valueOf(fixed.value()), 0);
            case Shape.Day _ when right.shape() instanceof Shape.Day -> new Compare(slots.getAsInt(), left, right, order);
            case Shape.Truth _ when right instanceof Fixed fixed && right.shape() instanceof Shape.Truth ->
                ofTruth(left, order, fixed.value() != 0);
            default -> throw new NotCompiled("a comparison of " + words(left) + " with " + words(right));
        };
    }

    private Step ofNumbers(Step left, Order order, Step right) {
        if (right instanceof Fixed fixed) {
            return within(left, order, BigDecimal.valueOf(fixed.value(), Numbers.scale(right)), Numbers.scale(left));
        }
        int scale = Math.max(Numbers.scale(left), Numbers.scale(right));
        return new Compare(
                slots.getAsInt(), numbers.withScale(left, scale), numbers.withScale(right, scale), order);
    }

    private Step within(Step value, Order order, BigDecimal bound, int scale) {
        long ceiling = Numbers.ceiling(bound, scale);
        long floor = Numbers.floor(bound, scale);
        var isExact = ceiling == floor;
        return switch (order) {
            case AT_LEAST -> within(value, ceiling, Long.MAX_VALUE, false, false);
            case MORE -> within(value, floor + 1, Long.MAX_VALUE, false, false);
            case AT_MOST -> within(value, Long.MIN_VALUE, floor, false, false);
            case LESS -> within(value, Long.MIN_VALUE, ceiling - 1, false, false);
            case EQUAL -> within(value, isExact ? floor : 1, isExact ? floor : 0, false, true);
            case UNEQUAL -> within(value, isExact ? floor : 1, isExact ? floor : 0, true, true);
        };
    }

    private Step within(Step value, long low, long high, boolean isOutside, boolean asksNull) {
        return new Within(slots.getAsInt(), value, low, high, isOutside, asksNull);
    }

    /// A choice and no copy: `null = true` has an answer, which the row path gives.
    private Step ofTruth(Step truth, Order order, boolean wanted) {
        if (order != Order.EQUAL && order != Order.UNEQUAL) {
            throw new NotCompiled("an order of yes and no");
        }
        var isPlain = wanted == (order == Order.EQUAL);
        return new Choose(
                slots.getAsInt(),
                truth,
                Fixed.truth(slots.getAsInt(), isPlain),
                Fixed.truth(slots.getAsInt(), !isPlain));
    }

    private static Order turned(Order order) {
        return switch (order) {
            case LESS -> Order.MORE;
            case AT_MOST -> Order.AT_LEAST;
            case AT_LEAST -> Order.AT_MOST;
            case MORE -> Order.LESS;
            case EQUAL, UNEQUAL -> order;
        };
    }

    private static String words(Step step) {
        return switch (step.shape()) {
            case Shape.Number _ -> "a number";
            case Shape.Ratio _ -> "a quotient";
            case Shape.Day _ -> "a date";
            case Shape.Text _ -> "a text";
            case Shape.Truth _ -> "yes or no";
        };
    }
}
