// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column.compile;

import io.atrium.engine.decision.column.evaluate.Add;
import io.atrium.engine.decision.column.evaluate.Both;
import io.atrium.engine.decision.column.evaluate.Compare.Order;
import io.atrium.engine.decision.column.evaluate.Divide;
import io.atrium.engine.decision.column.evaluate.Fixed;
import io.atrium.engine.decision.column.evaluate.Multiply;
import io.atrium.engine.decision.column.evaluate.Shape;
import io.atrium.engine.decision.column.evaluate.Step;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.function.Function;
import java.util.function.IntSupplier;
import org.kie.dmn.feel.lang.ast.BaseNode;
import org.kie.dmn.feel.lang.ast.BetweenNode;
import org.kie.dmn.feel.lang.ast.FunctionInvocationNode;
import org.kie.dmn.feel.lang.ast.IfExpressionNode;
import org.kie.dmn.feel.lang.ast.InfixOpNode;
import org.kie.dmn.feel.lang.ast.NameRefNode;
import org.kie.dmn.feel.lang.ast.NullNode;
import org.kie.dmn.feel.lang.ast.SignedUnaryNode;

/// A FEEL expression as steps (表达式编译): arithmetic, comparisons, and, or, not, if, min, max, sum, rounding. What reads a
/// single text becomes a look-up; what names no fact becomes a constant.
final class CompileExpression {

    private static final int RECIPROCAL_DIGITS_MAX = 9;

    private final FeelText feel;
    private final Function<String, Step> named;
    private final IntSupplier slots;
    private final Numbers numbers;
    private final CompileComparison comparison;
    private final CompileFunction function;
    private final CompileLookUp lookUp;

    /// @param named the step of a fact or a decision
    CompileExpression(FeelText feel, Function<String, Step> named, IntSupplier slots) {
        this.feel = feel;
        this.named = named;
        this.slots = slots;
        this.numbers = new Numbers(slots);
        this.comparison = new CompileComparison(slots, numbers);
        this.function = new CompileFunction(this, slots, numbers);
        this.lookUp = new CompileLookUp(feel, slots);
    }

    Numbers numbers() {
        return numbers;
    }

    CompileComparison comparison() {
        return comparison;
    }

    Step compile(BaseNode tree) {
        var names = feel.namesIn(tree);
        if (names.isEmpty()) {
            return constant(tree);
        }
        if (tree instanceof NameRefNode name) {
            return named.apply(name.getText());
        }
        if (names.size() == 1) {
            var only = names.iterator().next();
            var step = named.apply(only);
            if (step.shape() instanceof Shape.Text) {
                return lookUp.compile(tree, only, step);
            }
        }
        return compound(tree);
    }

    private Step compound(BaseNode tree) {
        return switch (tree) {
            case InfixOpNode infix -> infix(infix);
            case IfExpressionNode choice -> choice(choice);
            case FunctionInvocationNode call -> function.compile(call);
            case BetweenNode between -> between(between);
            case SignedUnaryNode signed -> signed(signed);
            default -> throw notCompiled(tree);
        };
    }

    static NotCompiled notCompiled(BaseNode tree) {
        return new NotCompiled(tree.getClass().getSimpleName().replace("Node", "") + ": " + tree.getText());
    }

    private Step constant(BaseNode tree) {
        var value = feel.evaluate(tree);
        if (value.hasFailed()) {
            throw new NotCompiled("an error in " + tree.getText());
        }
        return switch (value.value()) {
            case BigDecimal number -> numbers.fixed(number);
            case Boolean truth -> Fixed.truth(slots.getAsInt(), truth);
            case LocalDate day -> Fixed.day(slots.getAsInt(), day.toEpochDay());
            case String text -> Fixed.text(slots.getAsInt(), text);
            case null, default -> throw notCompiled(tree);
        };
    }

    private Step infix(InfixOpNode infix) {
        return switch (infix.getOperator()) {
            case AND -> new Both(slots.getAsInt(), truth(infix.getLeft()), truth(infix.getRight()), false);
            case OR -> new Both(slots.getAsInt(), truth(infix.getLeft()), truth(infix.getRight()), true);
            case LT -> compare(infix, Order.LESS);
            case LTE -> compare(infix, Order.AT_MOST);
            case GT -> compare(infix, Order.MORE);
            case GTE -> compare(infix, Order.AT_LEAST);
            case EQ -> compare(infix, Order.EQUAL);
            case NE -> compare(infix, Order.UNEQUAL);
            case ADD -> add(number(infix.getLeft()), number(infix.getRight()), false);
            case SUB -> add(number(infix.getLeft()), number(infix.getRight()), true);
            case MULT -> new Multiply(slots.getAsInt(), number(infix.getLeft()), number(infix.getRight()));
            case DIV -> divide(number(infix.getLeft()), number(infix.getRight()));
            case POW -> throw notCompiled(infix);
        };
    }

    private Step compare(InfixOpNode infix, Order order) {
        if (infix.getLeft() instanceof NullNode || infix.getRight() instanceof NullNode) {
            throw notCompiled(infix);
        }
        return comparison.compile(compile(infix.getLeft()), order, compile(infix.getRight()));
    }

    private Step between(BetweenNode between) {
        var value = compile(between.getValue());
        return new Both(
                slots.getAsInt(),
                comparison.compile(value, Order.AT_LEAST, compile(between.getStart())),
                comparison.compile(value, Order.AT_MOST, compile(between.getEnd())),
                false);
    }

    private Step signed(SignedUnaryNode signed) {
        var value = number(signed.getExpression());
        return signed.getSign() == SignedUnaryNode.Sign.NEGATIVE ? negative(value) : value;
    }

    Step negative(Step value) {
        return new Multiply(slots.getAsInt(), value, Fixed.number(slots.getAsInt(), -1, 0));
    }

    Step add(Step left, Step right, boolean subtracts) {
        int scale = Math.max(Numbers.scale(left), Numbers.scale(right));
        return new Add(slots.getAsInt(), numbers.withScale(left, scale), numbers.withScale(right, scale), subtracts);
    }

    /// Dividing by 4 or by 100 is multiplying by 0.25 or 0.01; any other quotient is kept as two numbers.
    private Step divide(Step dividend, Step divisor) {
        if (divisor instanceof Fixed fixed && fixed.value() != 0) {
            var factor = reciprocal(BigDecimal.valueOf(fixed.value(), Numbers.scale(divisor)));
            if (factor.signum() != 0) {
                return new Multiply(slots.getAsInt(), dividend, numbers.fixed(factor));
            }
        }
        return new Divide(slots.getAsInt(), dividend, divisor);
    }

    /// Zero when the reciprocal is no short decimal.
    private static BigDecimal reciprocal(BigDecimal number) {
        try {
            var exact = BigDecimal.ONE.divide(number);
            return exact.scale() <= RECIPROCAL_DIGITS_MAX ? exact : BigDecimal.ZERO;
        } catch (ArithmeticException _) {
            return BigDecimal.ZERO;
        }
    }

    private Step choice(IfExpressionNode choice) {
        var condition = truth(choice.getCondition());
        return new CompileChoice(slots, numbers)
                .compile(condition, compile(choice.getThenExpression()), compile(choice.getElseExpression()));
    }

    Step number(BaseNode tree) {
        var step = compile(tree);
        if (step.shape() instanceof Shape.Number) {
            return step;
        }
        throw new NotCompiled("arithmetic with " + tree.getText());
    }

    Step truth(BaseNode tree) {
        var step = compile(tree);
        if (step.shape() instanceof Shape.Truth) {
            return step;
        }
        throw new NotCompiled("as a condition: " + tree.getText());
    }
}
