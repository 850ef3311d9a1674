// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column.compile;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.feel.lang.ast.ASTNode;
import org.kie.dmn.feel.lang.ast.BaseNode;
import org.kie.dmn.feel.lang.ast.DashNode;
import org.kie.dmn.feel.lang.ast.ListNode;
import org.kie.dmn.feel.lang.ast.NullNode;
import org.kie.dmn.feel.lang.ast.RangeNode;
import org.kie.dmn.feel.lang.ast.UnaryTestListNode;
import org.kie.dmn.feel.lang.ast.UnaryTestNode;
import org.kie.dmn.feel.lang.ast.UndefinedValueNode;

/// The numbers or dates that cells compare with (分段点). A cell made of comparisons, ranges and lists of constants
/// answers
/// the same for all values between two of them; any other cell is not compiled.
final class CellCuts {

    private static final int CUTS_MAX = 5_000;

    private final FeelText feel;
    private final TreeSet<BigDecimal> found = new TreeSet<>(Comparator.naturalOrder());

    CellCuts(FeelText feel) {
        this.feel = feel;
    }

    /// Ascending; of dates their days since 1970-01-01.
    List<BigDecimal> of(List<FeelText.@Nullable Cell> cells) {
        for (var cell : cells) {
            if (cell != null) {
                collect(cell.tree());
            }
        }
        if (found.size() > CUTS_MAX) {
            throw new NotCompiled("more than " + CUTS_MAX + " numbers in one column of a decision table");
        }
        return List.copyOf(found);
    }

    private void collect(BaseNode tree) {
        switch (tree) {
            case UnaryTestListNode list -> list.getElements().forEach(this::collect);
            case UnaryTestNode test -> test(test);
            case RangeNode range -> {
                collect(range.getStart());
                collect(range.getEnd());
            }
            case ListNode list -> list.getElements().forEach(this::collect);
            case DashNode _, NullNode _, UndefinedValueNode _ -> {}
            default -> constant(tree);
        }
    }

    private void test(UnaryTestNode test) {
        switch (test.getOperator()) {
            case LT, LTE, GT, GTE, EQ, NE, IN -> collect(test.getValue());
            default -> throw notOrdered(test);
        }
    }

    private void constant(BaseNode tree) {
        if (readsTheValue(tree)) {
            throw notOrdered(tree);
        }
        switch (feel.evaluate(tree).value()) {
            case BigDecimal number -> found.add(number.stripTrailingZeros());
            case LocalDate day -> found.add(BigDecimal.valueOf(day.toEpochDay()).stripTrailingZeros());
            case null, default -> throw notOrdered(tree);
        }
    }

    /// `?` stands for the value of the cell.
    private static boolean readsTheValue(ASTNode tree) {
        if ("?".equals(tree.getText())) {
            return true;
        }
        for (var child : tree.getChildrenNode()) {
            if (child != null && readsTheValue(child)) {
                return true;
            }
        }
        return false;
    }

    private static NotCompiled notOrdered(BaseNode tree) {
        return new NotCompiled("a cell that is no comparison: " + tree.getText());
    }
}
