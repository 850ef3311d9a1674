// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.edit;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/// A decision table as text (决策表). Rules and columns count from 0; columns are inputs first, then outputs.
public record TableText(String hitPolicy, List<Column> inputs, List<Column> outputs, List<Rule> rules) {

    /// What a cell says that takes any value.
    public static final String ANY = "-";

    /// @param id empty when it is new
    /// @param text what the column reads, or the name of what it yields
    /// @param values of an input the values it can have, of an output the value when no rule holds; may be empty
    public record Column(String id, String text, String type, String values) {}

    /// @param id empty when it is new
    public record Rule(String id, List<String> cells) {}

    public int columns() {
        return inputs.size() + outputs.size();
    }

    /// With an empty rule after another, or before the first for -1.
    public TableText withRuleAfter(int rule) {
        var cells = new ArrayList<String>();
        inputs.forEach(_ -> cells.add(ANY));
        outputs.forEach(_ -> cells.add(""));
        return withRules(list -> list.add(rule + 1, new Rule("", List.copyOf(cells))));
    }

    public TableText withoutRule(int rule) {
        return withRules(list -> list.remove(rule));
    }

    /// A rule one place up (-1) or down (1); at the ends nothing happens.
    public TableText moved(int rule, int by) {
        int to = rule + by;
        return to < 0 || to >= rules.size() ? this : withRules(list -> list.add(to, list.remove(rule)));
    }

    /// With one more column of inputs, at their end, that takes any value.
    public TableText withInput() {
        var more = new ArrayList<>(inputs);
        more.add(new Column("", "", "", ""));
        return new TableText(hitPolicy, more, outputs, cells(cells -> {
            cells.add(inputs.size(), ANY);
            return cells;
        }));
    }

    /// Without one input.
    public TableText withoutInput(int column) {
        var fewer = new ArrayList<>(inputs);
        fewer.remove(column);
        return new TableText(hitPolicy, fewer, outputs, cells(cells -> {
            cells.remove(column);
            return cells;
        }));
    }

    private List<Rule> cells(UnaryOperator<List<String>> change) {
        return rules.stream()
                .map(rule -> new Rule(rule.id(), List.copyOf(change.apply(new ArrayList<>(rule.cells())))))
                .toList();
    }

    private interface Change {
        void to(List<Rule> rules);
    }

    private TableText withRules(Change change) {
        var changed = new ArrayList<>(rules);
        change.to(changed);
        return new TableText(hitPolicy, inputs, outputs, List.copyOf(changed));
    }
}
