// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column.compile;

import io.atrium.engine.decision.column.evaluate.MatchRules;
import io.atrium.engine.decision.column.evaluate.RuleFilter;
import io.atrium.engine.decision.column.evaluate.Step;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntSupplier;
import org.kie.dmn.model.api.DecisionTable;
import org.kie.dmn.model.api.HitPolicy;
import org.kie.dmn.model.api.InputClause;
import org.kie.dmn.model.api.OutputClause;

/// A decision table as masks of rules (决策表编译). The values allowed for an input count as one more rule.
final class CompileTable {

    private final FeelText feel;
    private final CompileExpression expressions;
    private final IntSupplier slots;

    CompileTable(FeelText feel, CompileExpression expressions, IntSupplier slots) {
        this.feel = feel;
        this.expressions = expressions;
        this.slots = slots;
    }

    /// @param remembered what the row path makes of the table
    Step compile(DecisionTable table, CompileOutputs.RowPath remembered) {
        if (table.getRule().isEmpty() || table.getOutput().size() != 1) {
            throw new NotCompiled("a decision table with " + table.getRule().size() + " rules and "
                    + table.getOutput().size() + " outputs");
        }
        var restricted =
                table.getInput().stream().filter(CompileTable::isRestricted).toList();
        int bits = table.getRule().size() + restricted.size();
        var filters = new ArrayList<RuleFilter>();
        for (int column = 0; column < table.getInput().size(); column++) {
            filters.addAll(filters(table, column, bits, restricted));
        }
        var match = new MatchRules(slots.getAsInt(), filters, bits);
        var isPlain = restricted.isEmpty() && !hasAllowedOutputs(table);
        return new CompileOutputs(feel, expressions, slots).compile(table, match, isPlain, remembered);
    }

    private List<RuleFilter> filters(DecisionTable table, int column, int bits, List<InputClause> restricted) {
        var clause = table.getInput().get(column);
        var input =
                expressions.compile(feel.expression(clause.getInputExpression().getText()));
        var cells = new ArrayList<FeelText.Cell>();
        for (int rule = 0; rule < bits; rule++) {
            cells.add(feel.cell("-"));
        }
        for (int rule = 0; rule < table.getRule().size(); rule++) {
            cells.set(
                    rule,
                    feel.cell(table.getRule()
                            .get(rule)
                            .getInputEntry()
                            .get(column)
                            .getText()));
        }
        if (restricted.contains(clause)) {
            cells.set(
                    table.getRule().size() + restricted.indexOf(clause),
                    feel.cell(clause.getInputValues().getText()));
        }
        return new CompileCells(feel, expressions).compile(input, cells);
    }

    private static boolean isRestricted(InputClause input) {
        return input.getInputValues() != null
                && !String.valueOf(input.getInputValues().getText()).isBlank();
    }

    /// PRIORITY and OUTPUT ORDER need them; elsewhere the row path says what they mean.
    private static boolean hasAllowedOutputs(DecisionTable table) {
        OutputClause output = table.getOutput().getFirst();
        return output.getOutputValues() != null
                || (table.getHitPolicy() != HitPolicy.FIRST
                        && table.getHitPolicy() != HitPolicy.UNIQUE
                        && table.getHitPolicy() != HitPolicy.COLLECT);
    }
}
