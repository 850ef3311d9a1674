// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column.compile;

import io.atrium.engine.decision.column.evaluate.Extreme;
import io.atrium.engine.decision.column.evaluate.Fixed;
import io.atrium.engine.decision.column.evaluate.Negate;
import io.atrium.engine.decision.column.evaluate.Round;
import io.atrium.engine.decision.column.evaluate.Shape;
import io.atrium.engine.decision.column.evaluate.Step;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.BinaryOperator;
import java.util.function.IntSupplier;
import org.kie.dmn.feel.lang.ast.BaseNode;
import org.kie.dmn.feel.lang.ast.FunctionInvocationNode;
import org.kie.dmn.feel.lang.ast.ListNode;

/// The functions that amounts and conditions are made of (函数编译): not, min, max, sum, abs and the roundings.
final class CompileFunction {

    private final CompileExpression expressions;
    private final IntSupplier slots;
    private final Numbers numbers;

    CompileFunction(CompileExpression expressions, IntSupplier slots, Numbers numbers) {
        this.expressions = expressions;
        this.slots = slots;
        this.numbers = numbers;
    }

    Step compile(FunctionInvocationNode call) {
        var arguments = call.getParams().getElements();
        return switch (call.getName().getText()) {
            case "not" -> new Negate(slots.getAsInt(), expressions.truth(single(call, arguments)));
            case "min" -> folded(arguments, (left, right) -> extreme(left, right, false));
            case "max" -> folded(arguments, (left, right) -> extreme(left, right, true));
            case "sum" -> folded(arguments, (left, right) -> expressions.add(left, right, false));
            case "abs" -> abs(expressions.number(single(call, arguments)));
            case "floor" -> round(call, arguments, RoundingMode.FLOOR);
            case "ceiling" -> round(call, arguments, RoundingMode.CEILING);
            case "round up" -> round(call, arguments, RoundingMode.UP);
            case "round down" -> round(call, arguments, RoundingMode.DOWN);
            case "round half up" -> round(call, arguments, RoundingMode.HALF_UP);
            case "round half down" -> round(call, arguments, RoundingMode.HALF_DOWN);
            case "decimal" -> round(call, arguments, RoundingMode.HALF_EVEN);
            default -> throw CompileExpression.notCompiled(call);
        };
    }

    private static BaseNode single(FunctionInvocationNode call, List<BaseNode> arguments) {
        if (arguments.size() != 1) {
            throw CompileExpression.notCompiled(call);
        }
        return arguments.getFirst();
    }

    private Step folded(List<BaseNode> arguments, BinaryOperator<Step> combine) {
        var items = arguments.size() == 1 && arguments.getFirst() instanceof ListNode list
                ? list.getElements()
                : arguments;
        return items.stream()
                .map(expressions::number)
                .reduce(combine)
                .orElseThrow(() -> new NotCompiled("a function of nothing"));
    }

    private Step extreme(Step left, Step right, boolean isGreatest) {
        int scale = Math.max(Numbers.scale(left), Numbers.scale(right));
        return new Extreme(
                slots.getAsInt(), numbers.withScale(left, scale), numbers.withScale(right, scale), isGreatest);
    }

    private Step abs(Step value) {
        return extreme(value, expressions.negative(value), true);
    }

    private Step round(FunctionInvocationNode call, List<BaseNode> arguments, RoundingMode mode) {
        var number = expressions.number(arguments.getFirst());
        int digits = arguments.size() == 1 ? 0 : digits(call, expressions.compile(arguments.get(1)));
        return Numbers.scale(number) <= digits ? number : new Round(slots.getAsInt(), number, digits, mode);
    }

    private static int digits(FunctionInvocationNode call, Step step) {
        if (step instanceof Fixed fixed
                && step.shape() instanceof Shape.Number(int scale, _, _)
                && scale == 0
                && fixed.value() >= 0
                && fixed.value() <= Numbers.SCALE_MAX) {
            return (int) fixed.value();
        }
        throw CompileExpression.notCompiled(call);
    }
}
