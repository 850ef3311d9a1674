// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column.compile;

import io.atrium.engine.decision.column.evaluate.ByCode;
import io.atrium.engine.decision.column.evaluate.ByRatio;
import io.atrium.engine.decision.column.evaluate.ByStart;
import io.atrium.engine.decision.column.evaluate.ByTruth;
import io.atrium.engine.decision.column.evaluate.Compare.Order;
import io.atrium.engine.decision.column.evaluate.ReadNumber;
import io.atrium.engine.decision.column.evaluate.RuleFilter;
import io.atrium.engine.decision.column.evaluate.Shape;
import io.atrium.engine.decision.column.evaluate.Step;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.lang.ast.BaseNode;
import org.kie.dmn.feel.lang.ast.RangeNode;
import org.kie.dmn.feel.lang.ast.UndefinedValueNode;
import org.kie.dmn.feel.lang.ast.UnaryTestListNode;
import org.kie.dmn.feel.lang.ast.UnaryTestNode;

/// The cells of one column of a decision table as look-ups (单元格查表). The row path fills them: one answer per cell and
/// distinct text, or per interval between the numbers that the cells name.
final class CompileCells {

    private static final int TEXTS_MAX = 20_000;
    private static final int NUMBERS_MAX = 4_096;

    private final FeelText feel;
    private final CompileExpression expressions;

    CompileCells(FeelText feel, CompileExpression expressions) {
        this.feel = feel;
        this.expressions = expressions;
    }

    List<RuleFilter> compile(Step input, List<FeelText.Cell> cells) {
        var filters = new ArrayList<RuleFilter>();
        var fixed = new ArrayList<FeelText.@Nullable Cell>(cells);
        for (int rule = 0; rule < cells.size(); rule++) {
            if (!feel.namesIn(cells.get(rule).tree()).isEmpty()) {
                filters.add(computed(input, cells.get(rule).tree(), rule, cells.size()));
                fixed.set(rule, null);
            }
        }
        filters.addFirst(lookUp(input, fixed));
        return filters;
    }

    private RuleFilter lookUp(Step input, List<FeelText.@Nullable Cell> cells) {
        return switch (input.shape()) {
            case Shape.Text(var texts) -> byCode(input, texts, cells);
            case Shape.Truth _ -> byTruth(input, cells);
            case Shape.Number(int scale, _, _) -> byStart(input, scale, cells);
            case Shape.Day _ -> byStart(input, 0, cells);
            case Shape.Ratio _ -> byRatio(input, cells);
        };
    }

    private RuleFilter byCode(Step input, Shape.Texts texts, List<FeelText.@Nullable Cell> cells) {
        if (texts.size() > TEXTS_MAX) {
            throw new NotCompiled("a decision table over more than " + TEXTS_MAX + " different texts");
        }
        return new ByCode(input, masks(cells, texts.size() + 1, code -> code == 0 ? null : texts.text(code)));
    }

    private RuleFilter byTruth(Step input, List<FeelText.@Nullable Cell> cells) {
        var masks = masks(cells, 2, side -> side == 1);
        return new ByTruth(input, side(masks, 1), side(masks, 0));
    }

    private static long[] side(long[][] masks, int side) {
        var words = new long[masks.length];
        for (int word = 0; word < words.length; word++) {
            words[word] = masks[word][side];
        }
        return words;
    }

    private RuleFilter byStart(Step input, int scale, List<FeelText.@Nullable Cell> cells) {
        var isDay = input.shape() instanceof Shape.Day;
        var starts = starts(input, scale, cells);
        IntFunction<Object> sample = interval -> {
            long value = starts.length == 0 ? 0 : interval == 0 ? starts[0] - 1 : starts[interval - 1];
            return isDay ? LocalDate.ofEpochDay(value) : BigDecimal.valueOf(value, scale);
        };
        return new ByStart(input, starts, masks(cells, starts.length + 1, sample)).merged();
    }

    /// Where the answers of the cells may change: at the numbers that they name. When a cell says anything else, at
    /// every number that occurs, if they are few.
    private long[] starts(Step input, int scale, List<FeelText.@Nullable Cell> cells) {
        try {
            return new CellCuts(feel)
                    .of(cells).stream()
                            .flatMap(cut -> Stream.of(Numbers.ceiling(cut, scale), Numbers.floor(cut, scale) + 1))
                            .distinct()
                            .sorted()
                            .mapToLong(Long::longValue)
                            .toArray();
        } catch (NotCompiled notOrdered) {
            if (!(input instanceof ReadNumber read)) {
                throw notOrdered;
            }
            return read.column().distinct(NUMBERS_MAX).orElseThrow(() -> notOrdered);
        }
    }

    private RuleFilter byRatio(Step input, List<FeelText.@Nullable Cell> cells) {
        var cuts = new CellCuts(feel).of(cells);
        var samples = new ArrayList<Object>();
        for (int cut = 0; cut < cuts.size(); cut++) {
            var value = cuts.get(cut);
            samples.add(cut == 0 ? value.subtract(BigDecimal.ONE) : between(cuts.get(cut - 1), value));
            samples.add(value);
        }
        samples.add(cuts.isEmpty() ? BigDecimal.ZERO : cuts.getLast().add(BigDecimal.ONE));
        return new ByRatio(input, cuts, masks(cells, samples.size(), samples::get));
    }

    private static BigDecimal between(BigDecimal low, BigDecimal high) {
        return low.add(high).multiply(new BigDecimal("0.5"));
    }

    /// By word, then by place: the rules that the value at the place is allowed by. A cell that is computed allows it.
    private long[][] masks(List<FeelText.@Nullable Cell> cells, int places, IntFunction<? extends @Nullable Object> valueAt) {
        var masks = new long[(cells.size() + 63) >> 6][Math.max(places, 1)];
        for (int place = 0; place < places; place++) {
            var value = valueAt.apply(place);
            for (int rule = 0; rule < cells.size(); rule++) {
                var cell = cells.get(rule);
                if (cell == null || feel.allows(cell, value)) {
                    masks[rule >> 6][place] |= 1L << rule;
                }
            }
        }
        return masks;
    }

    /// A cell that compares with another fact, such as `> needed`, becomes a condition of its own.
    private RuleFilter computed(Step input, BaseNode cell, int rule, int rules) {
        if (!(cell instanceof UnaryTestListNode list)
                || list.isNegated()
                || list.getElements().size() != 1
                || !(list.getElements().getFirst() instanceof UnaryTestNode test)
                || !(test.getValue() instanceof RangeNode range)) {
            throw new NotCompiled("a cell that reads another fact: " + cell.getText());
        }
        var all = new long[(rules + 63) >> 6];
        Arrays.fill(all, -1L);
        var others = all.clone();
        others[rule >> 6] &= ~(1L << rule);
        return new ByTruth(within(input, range), all, others);
    }

    /// `> x` is a range without an end.
    private Step within(Step input, RangeNode range) {
        var hasStart = !(range.getStart() instanceof UndefinedValueNode);
        var hasEnd = !(range.getEnd() instanceof UndefinedValueNode);
        if (hasStart && hasEnd) {
            throw new NotCompiled("a range that reads another fact: " + range.getText());
        }
        return hasStart
                ? compare(input, range.getLowerBound(), Order.MORE, Order.AT_LEAST, range.getStart())
                : compare(input, range.getUpperBound(), Order.LESS, Order.AT_MOST, range.getEnd());
    }

    private Step compare(Step input, RangeNode.IntervalBoundary bound, Order open, Order closed, BaseNode value) {
        var order = bound == RangeNode.IntervalBoundary.OPEN ? open : closed;
        return expressions.comparison().compile(input, order, expressions.compile(value));
    }
}
