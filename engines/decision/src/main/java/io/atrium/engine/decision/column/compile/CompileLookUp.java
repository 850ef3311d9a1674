// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column.compile;

import io.atrium.engine.decision.column.evaluate.LookUp;
import io.atrium.engine.decision.column.evaluate.Shape;
import io.atrium.engine.decision.column.evaluate.Step;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntSupplier;
import org.kie.dmn.feel.lang.ast.BaseNode;

/// An expression over one text, worked out by the row path once for each distinct text (逐值预计算).
final class CompileLookUp {

    private static final int TEXTS_MAX = 100_000;

    private final FeelText feel;
    private final IntSupplier slots;

    CompileLookUp(FeelText feel, IntSupplier slots) {
        this.feel = feel;
        this.slots = slots;
    }

    Step compile(BaseNode tree, String name, Step text) {
        var texts = ((Shape.Text) text.shape()).texts();
        int prefix = Prefix.read(tree, name);
        if (texts.size() > TEXTS_MAX && prefix == Prefix.WHOLE) {
            throw new NotCompiled("more than " + TEXTS_MAX + " different texts in " + name);
        }
        var answers = new FeelText.Value[texts.size() + 1];
        var known = new HashMap<String, FeelText.Value>();
        for (int code = 1; code <= texts.size(); code++) {
            var value = texts.text(code);
            var part = prefix == Prefix.WHOLE || value.length() < prefix ? value : value.substring(0, prefix);
            answers[code] = known.computeIfAbsent(part, _ -> feel.evaluate(tree, name, value));
        }
        return lookUp(tree, text, answers, known);
    }

    private Step lookUp(BaseNode tree, Step text, FeelText.Value[] answers, Map<String, FeelText.Value> known) {
        var values = known.values().stream()
                .filter(answer -> !answer.hasFailed() && answer.value() != null)
                .map(FeelText.Value::value)
                .toList();
        if (values.stream().allMatch(Boolean.class::isInstance)) {
            return new LookUp(slots.getAsInt(), text, new Shape.Truth(), table(answers, 0));
        }
        if (values.stream().allMatch(BigDecimal.class::isInstance)) {
            return numbers(
                    text, answers, values.stream().map(BigDecimal.class::cast).toList());
        }
        throw CompileExpression.notCompiled(tree);
    }

    private Step numbers(Step text, FeelText.Value[] answers, List<BigDecimal> values) {
        int scale = values.stream().mapToInt(Numbers::scaleOf).max().orElse(0);
        var table = table(answers, scale);
        long min = Arrays.stream(table.values()).min().orElse(0);
        long max = Arrays.stream(table.values()).max().orElse(0);
        return new LookUp(slots.getAsInt(), text, Shape.number(scale, min, max), table);
    }

    private static LookUp.Table table(FeelText.Value[] answers, int scale) {
        var values = new long[Math.max(answers.length, 256)];
        var marks = new byte[values.length];
        var isAsked = new boolean[values.length];
        var asksAny = false;
        for (int code = 1; code < answers.length; code++) {
            switch (answers[code].hasFailed() ? null : answers[code].value()) {
                case Boolean truth -> marks[code] = (byte) (truth ? 1 : 0);
                case BigDecimal number -> values[code] = Numbers.unscaled(number, scale);
                case null, default -> {
                    isAsked[code] = true;
                    asksAny = true;
                }
            }
            if (marks[code] != 0) {
                values[code] = 1;
            }
        }
        return new LookUp.Table(values, marks, isAsked, asksAny);
    }
}
