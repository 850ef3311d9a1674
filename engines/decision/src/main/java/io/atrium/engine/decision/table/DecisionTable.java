// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.table;

import io.atrium.engine.decision.problem.Cell;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A decision table (决策表).
///
/// @param decision the decision that it computes
/// @param hasDefault every output has a value for firms that no rule names
record DecisionTable(
        String decision,
        String hitPolicy,
        boolean hasDefault,
        List<Input> inputs,
        List<Output> outputs,
        List<Rule> rules) {

    /// @param allowed the values that the column can have, as unary tests; empty when any
    record Input(String id, String expression, String type, String allowed) {}

    record Output(String id, String name, String type) {}

    record Rule(String id, List<Entry> inputs, List<Entry> outputs) {}

    record Entry(String id, String text) {}

    /// At most one rule may give the result.
    boolean isSingleHit() {
        return List.of("UNIQUE", "ANY", "FIRST", "PRIORITY").contains(hitPolicy);
    }

    Cell whole() {
        return new Cell(decision, 0, 0, null);
    }

    Cell rule(int rule) {
        return new Cell(decision, rule + 1, 0, null);
    }

    Cell input(int rule, int column) {
        return new Cell(decision, rule + 1, column + 1, inputs.get(column).expression());
    }

    Cell output(int rule, int column) {
        return new Cell(
                decision,
                rule + 1,
                inputs.size() + column + 1,
                outputs.get(column).name());
    }

    /// The same with the types of columns that do not tell their own.
    DecisionTable withTypes(Map<String, String> types) {
        var typed = inputs.stream()
                .map(input -> input.type().isEmpty()
                        ? new Input(input.id(), input.expression(), typeOf(input, types), input.allowed())
                        : input)
                .toList();
        return new DecisionTable(decision, hitPolicy, hasDefault, typed, outputs, rules);
    }

    private static String typeOf(Input input, Map<String, String> types) {
        return types.getOrDefault(input.expression(), "");
    }

    /// The cell, rule or column with an XML id; of a rule, the longest cell that is quoted.
    Optional<Cell> find(String id, String quoting) {
        for (int column = 0; column < inputs.size(); column++) {
            if (inputs.get(column).id().equals(id)) {
                return Optional.of(
                        new Cell(decision, 0, column + 1, inputs.get(column).expression()));
            }
        }
        for (int rule = 0; rule < rules.size(); rule++) {
            var found = find(id, rule, quoting);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private Optional<Cell> find(String id, int rule, String quoting) {
        var one = rules.get(rule);
        if (one.id().equals(id)) {
            return Optional.of(quoted(rule, quoting));
        }
        for (int column = 0; column < one.inputs().size(); column++) {
            if (one.inputs().get(column).id().equals(id)) {
                return Optional.of(input(rule, column));
            }
        }
        for (int column = 0; column < one.outputs().size(); column++) {
            if (one.outputs().get(column).id().equals(id)) {
                return Optional.of(output(rule, column));
            }
        }
        return Optional.empty();
    }

    private Cell quoted(int rule, String quoting) {
        var found = rule(rule);
        int longest = 0;
        var one = rules.get(rule);
        for (int column = 0; column < inputs.size() + outputs.size(); column++) {
            var isInput = column < inputs.size();
            var entries = isInput ? one.inputs() : one.outputs();
            var at = isInput ? column : column - inputs.size();
            var text = at < entries.size() ? entries.get(at).text() : "";
            if (text.length() > longest && quoting.contains("'" + text + "'")) {
                longest = text.length();
                found = isInput ? input(rule, at) : output(rule, at);
            }
        }
        return found;
    }
}
