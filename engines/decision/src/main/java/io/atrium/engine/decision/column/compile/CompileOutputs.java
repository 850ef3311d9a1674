// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column.compile;

import io.atrium.engine.decision.column.evaluate.ComputedRule;
import io.atrium.engine.decision.column.evaluate.Fixed;
import io.atrium.engine.decision.column.evaluate.FirstRule;
import io.atrium.engine.decision.column.evaluate.MatchRules;
import io.atrium.engine.decision.column.evaluate.RememberedTable;
import io.atrium.engine.decision.column.evaluate.RememberedTable.Answer;
import io.atrium.engine.decision.column.evaluate.RememberedTable.State;
import io.atrium.engine.decision.column.evaluate.Shape;
import io.atrium.engine.decision.column.evaluate.Step;
import io.atrium.engine.decision.column.evaluate.SumOfRules;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.model.api.BuiltinAggregator;
import org.kie.dmn.model.api.DecisionTable;
import org.kie.dmn.model.api.HitPolicy;

/// What a decision table yields, by the rules that match (输出编译).
final class CompileOutputs {

    /// Decides the table for one row; null when a fact behind it is missing there.
    @FunctionalInterface
    interface RowPath {
        @Nullable Result decide(int row);
    }

    record Result(@Nullable Object value, boolean hasFailed) {}

    private static final int MASK_BITS = 64;

    private final FeelText feel;
    private final CompileExpression expressions;
    private final IntSupplier slots;

    CompileOutputs(FeelText feel, CompileExpression expressions, IntSupplier slots) {
        this.feel = feel;
        this.expressions = expressions;
        this.slots = slots;
    }

    /// @param isPlain nothing but the rules decides: no allowed values
    Step compile(DecisionTable table, MatchRules match, boolean isPlain, RowPath rowPath) {
        var outputs = outputs(table);
        var areFixed = outputs.stream().allMatch(Fixed.class::isInstance);
        var isUnique = table.getHitPolicy() == HitPolicy.UNIQUE;
        if (isPlain && (isUnique || table.getHitPolicy() == HitPolicy.FIRST)) {
            return areFixed && !isText(outputs)
                    ? first(table, match, outputs, isUnique)
                    : areFixed ? remembered(table, match, outputs, rowPath) : computed(match, outputs, isUnique);
        }
        if (areFixed) {
            return remembered(table, match, outputs, rowPath);
        }
        if (isPlain && table.getAggregation() == BuiltinAggregator.SUM && !hasDefault(table)) {
            return sum(match, outputs);
        }
        throw new NotCompiled("computed outputs of a " + table.getHitPolicy().value() + " table");
    }

    /// By rule, all of one shape; the default comes last.
    private List<Step> outputs(DecisionTable table) {
        var outputs = new ArrayList<Step>();
        for (var rule : table.getRule()) {
            outputs.add(output(rule.getOutputEntry().getFirst().getText()));
        }
        if (hasDefault(table)) {
            outputs.add(output(table.getOutput().getFirst().getDefaultOutputEntry().getText()));
        }
        var kind = outputs.getFirst().shape().getClass();
        if (!outputs.stream().allMatch(output -> output.shape().getClass() == kind)) {
            throw new NotCompiled("outputs of several kinds in one table");
        }
        if (!(outputs.getFirst().shape() instanceof Shape.Number)) {
            return outputs;
        }
        int scale = outputs.stream().mapToInt(Numbers::scale).max().orElse(0);
        return outputs.stream().map(output -> scaled(output, scale)).toList();
    }

    private Step scaled(Step output, int scale) {
        return output instanceof Fixed fixed
                ? Fixed.number(slots.getAsInt(), unscaled(fixed, scale), scale)
                : expressions.numbers().withScale(output, scale);
    }

    private static long unscaled(Fixed fixed, int scale) {
        return Numbers.unscaled(BigDecimal.valueOf(fixed.value(), Numbers.scale(fixed)), scale);
    }

    private Step output(String text) {
        return expressions.compile(feel.expression(text));
    }

    private static boolean hasDefault(DecisionTable table) {
        return table.getOutput().getFirst().getDefaultOutputEntry() != null;
    }

    private static boolean isText(List<Step> outputs) {
        return outputs.getFirst().shape() instanceof Shape.Text;
    }

    private Step first(DecisionTable table, MatchRules match, List<Step> outputs, boolean isUnique) {
        var values = outputs.stream().mapToLong(output -> ((Fixed) output).value()).toArray();
        int defaultOutput = hasDefault(table) ? values.length - 1 : FirstRule.NO_DEFAULT;
        return new FirstRule(slots.getAsInt(), shape(outputs), match, values, defaultOutput, isUnique);
    }

    private Step computed(MatchRules match, List<Step> outputs, boolean isUnique) {
        checkComputed(outputs);
        return new ComputedRule(slots.getAsInt(), shape(outputs), match, outputs, isUnique);
    }

    private Step sum(MatchRules match, List<Step> outputs) {
        checkComputed(outputs);
        var shape = sumShape(outputs);
        if (shape.min().bitLength() >= Long.SIZE - 1 || shape.max().bitLength() >= Long.SIZE - 1) {
            throw new NotCompiled("a sum of too many digits");
        }
        return new SumOfRules(slots.getAsInt(), shape, match, outputs);
    }

    private static void checkComputed(List<Step> outputs) {
        if (outputs.size() > MASK_BITS || !(outputs.getFirst().shape() instanceof Shape.Number)) {
            throw new NotCompiled("computed outputs that are no numbers, or more than " + MASK_BITS);
        }
    }

    private static Shape shape(List<Step> outputs) {
        if (!(outputs.getFirst().shape() instanceof Shape.Number(int scale, _, _))) {
            return outputs.getFirst().shape();
        }
        var numbers = outputs.stream().map(output -> (Shape.Number) output.shape()).toList();
        return new Shape.Number(
                scale,
                numbers.stream().map(Shape.Number::min).min(Comparator.naturalOrder()).orElseThrow(),
                numbers.stream().map(Shape.Number::max).max(Comparator.naturalOrder()).orElseThrow());
    }

    private static Shape.Number sumShape(List<Step> outputs) {
        var min = BigInteger.ZERO;
        var max = BigInteger.ZERO;
        for (var output : outputs) {
            var shape = (Shape.Number) output.shape();
            min = min.add(shape.min().min(BigInteger.ZERO));
            max = max.add(shape.max().max(BigInteger.ZERO));
        }
        return new Shape.Number(Numbers.scale(outputs.getFirst()), min, max);
    }

    private Step remembered(DecisionTable table, MatchRules match, List<Step> outputs, RowPath rowPath) {
        var isList = table.getHitPolicy().isMultiHit() && table.getAggregation() == null;
        if (isList) {
            throw new NotCompiled("a decision table that yields a list");
        }
        if (table.getAggregation() == BuiltinAggregator.COUNT) {
            var shape = Shape.number(0, 0, outputs.size());
            return new RememberedTable(slots.getAsInt(), shape, match, row -> number(rowPath.decide(row), 0));
        }
        return switch (outputs.getFirst().shape()) {
            case Shape.Number(int scale, _, _) ->
                new RememberedTable(
                        slots.getAsInt(), sumShape(outputs), match, row -> number(rowPath.decide(row), scale));
            case Shape.Truth _ ->
                new RememberedTable(slots.getAsInt(), new Shape.Truth(), match, row -> truth(rowPath.decide(row)));
            case Shape.Text _ -> texts(match, outputs, rowPath);
            default -> throw new NotCompiled("a decision table that yields dates");
        };
    }

    private Step texts(MatchRules match, List<Step> outputs, RowPath rowPath) {
        var texts = outputs.stream()
                .map(output -> ((Shape.Text) output.shape()).texts().text(1))
                .distinct()
                .toList();
        var shape = new Shape.Text(Shape.Texts.of(texts));
        return new RememberedTable(slots.getAsInt(), shape, match, row -> text(rowPath.decide(row), texts));
    }

    private static @Nullable Answer number(@Nullable Result result, int scale) {
        if (result == null || !(result.value() instanceof BigDecimal number)) {
            return nothing(result);
        }
        var fits = Numbers.scaleOf(number) <= scale
                && number.setScale(scale).unscaledValue().bitLength() < Long.SIZE;
        return fits ? new Answer(State.KNOWN, Numbers.unscaled(number, scale)) : new Answer(State.ASKED, 0);
    }

    private static @Nullable Answer truth(@Nullable Result result) {
        return result != null && result.value() instanceof Boolean truth
                ? new Answer(State.KNOWN, truth ? 1 : 0)
                : nothing(result);
    }

    private static @Nullable Answer text(@Nullable Result result, List<String> texts) {
        if (result == null || !(result.value() instanceof String text)) {
            return nothing(result);
        }
        int code = texts.indexOf(text) + 1;
        return code > 0 ? new Answer(State.KNOWN, code) : new Answer(State.ASKED, 0);
    }

    private static @Nullable Answer nothing(@Nullable Result result) {
        if (result == null) {
            return null;
        }
        return result.value() != null
                ? new Answer(State.ASKED, 0)
                : new Answer(result.hasFailed() ? State.FAILED : State.NOTHING, 0);
    }
}
