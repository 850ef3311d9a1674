// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.engine.decision.edit.DecisionText;
import io.atrium.engine.decision.edit.DecisionText.Expression;
import io.atrium.engine.decision.edit.DecisionText.Nothing;
import io.atrium.engine.decision.edit.DecisionText.Table;
import io.atrium.engine.decision.edit.ModelText;
import io.atrium.engine.decision.edit.TableText;
import io.atrium.engine.decision.edit.TableText.Column;
import io.atrium.engine.decision.edit.TableText.Rule;
import io.atrium.engine.decision.fact.FactType;
import io.atrium.kernel.RequestKey;
import io.atrium.policy.PolicyDraft;
import io.atrium.policy.PolicyDrafts;
import io.atrium.web.component.Field;
import io.atrium.web.component.Form;
import io.atrium.web.component.Option;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Decisions as the fields of a plain form, and what was typed into them. Rules and columns count from 1.
final class TableForms {

    /// Rules shown at once: a request carries no more than a thousand answers.
    static final int RULES_SHOWN = 50;

    static final String WHOLE = "whole";
    static final String HIT_POLICY = "hit";
    static final String TYPE = "type";
    static final String REQUIRES = "requires";

    private static final String SPLIT = "[\\s,，、;；]+";
    private static final int RULES_MAX = 500;
    private static final int INPUTS_MAX = 30;

    static final List<Option> HIT_POLICIES = options("UNIQUE", "ANY", "FIRST", "PRIORITY", "COLLECT", "RULE ORDER");
    static final List<Option> TYPES = options("", "boolean", "number", "string", "date");

    private TableForms() {}

    private static List<Option> options(String... values) {
        return Arrays.stream(values)
                .map(value -> Option.key(
                        value, "policy.table.option." + (value.isEmpty() ? "none" : value.replace(' ', '-'))))
                .toList();
    }

    /// One more decision.
    static Form more(PolicyDraft draft, RequestKey key) {
        return Form.to(
                        PolicyDraftForms.path(draft) + "/tables",
                        "policy.table.more.submit",
                        Field.text("name", "policy.table.more.name").hint("policy.table.more.name.hint"),
                        Field.select(
                                "kind",
                                "policy.table.more.kind",
                                List.of(
                                        Option.key("table", "policy.model.table"),
                                        Option.key("expression", "policy.model.expression"))),
                        Field.select(TYPE, "policy.table.result", TYPES.subList(1, TYPES.size())))
                .seen(PolicyDrafts.contentOf(draft))
                .keyed(key);
    }

    /// The model with what was asked for; empty when it cannot be called so.
    static Optional<String> added(String model, String name, Map<String, String> typed) {
        var type = typed.getOrDefault(TYPE, "");
        return ModelText.read(model)
                .filter(read -> read.isFree(name) && FactType.ofFeel(type).isPresent())
                .map(read -> read.withNew(name, type, "table".equals(typed.get("kind"))));
    }

    static String cell(int rule, int column) {
        return "cell-" + rule + "-" + column;
    }

    static String rule(int rule) {
        return "rule-" + rule;
    }

    static String column(int column, String part) {
        return "column-" + column + "-" + part;
    }

    /// The first rule of the window in which a rule is shown.
    static int windowOf(int rule) {
        return rule < 1 ? 1 : (rule - 1) / RULES_SHOWN * RULES_SHOWN + 1;
    }

    /// The decision with what was typed; what the form did not show stays.
    static DecisionText typed(DecisionText stored, Map<String, String> typed) {
        var requires = typed.containsKey(REQUIRES)
                ? Stream.of(typed.get(REQUIRES).strip().split(SPLIT))
                        .filter(name -> !name.isEmpty())
                        .distinct()
                        .toList()
                : stored.requires();
        var logic = switch (stored.logic()) {
            case Expression(var text) ->
                new Expression(typed.getOrDefault(WHOLE, text).replace("\r\n", "\n"));
            case Table(var table) -> new Table(table(table, typed));
            case Nothing _
            when !typed.getOrDefault(WHOLE, "").isBlank() -> new Expression(typed.getOrDefault(WHOLE, ""));
            case Nothing nothing -> nothing;
        };
        return new DecisionText(stored.name(), typed.getOrDefault(TYPE, stored.type()), requires, logic);
    }

    private static TableText table(TableText table, Map<String, String> typed) {
        return new TableText(
                typed.getOrDefault(HIT_POLICY, table.hitPolicy()),
                columns(table.inputs(), 1, typed),
                columns(table.outputs(), table.inputs().size() + 1, typed),
                IntStream.range(0, table.rules().size())
                        .mapToObj(at -> rule(table.rules().get(at), at + 1, typed))
                        .toList());
    }

    private static List<Column> columns(List<Column> columns, int first, Map<String, String> typed) {
        return IntStream.range(0, columns.size())
                .mapToObj(at -> {
                    var column = columns.get(at);
                    return new Column(
                            column.id(),
                            typed.getOrDefault(column(first + at, "text"), column.text()),
                            typed.getOrDefault(column(first + at, "type"), column.type()),
                            typed.getOrDefault(column(first + at, "values"), column.values()));
                })
                .toList();
    }

    private static Rule rule(Rule rule, int number, Map<String, String> typed) {
        var cells = new ArrayList<String>();
        for (int column = 1; column <= rule.cells().size(); column++) {
            cells.add(typed.getOrDefault(cell(number, column), rule.cells().get(column - 1)));
        }
        return new Rule(rule.id(), cells);
    }

    /// What a button asks for besides saving, such as `rule-add:3`; anything that does not fit does nothing.
    static DecisionText moved(DecisionText decision, String button) {
        if (!(decision.logic() instanceof Table(var table))) {
            return decision;
        }
        var parts = button.split(":", 2);
        int number = parts.length < 2 || !parts[1].matches("\\d{1,3}") ? 0 : Integer.parseInt(parts[1]);
        boolean isRule = number >= 1 && number <= table.rules().size();
        boolean isInput = number >= 1 && number <= table.inputs().size();
        var changed = switch (parts[0]) {
            case "rule-add" ->
                number <= table.rules().size() && table.rules().size() < RULES_MAX
                        ? table.withRuleAfter(number - 1)
                        : table;
            case "rule-remove" -> isRule ? table.withoutRule(number - 1) : table;
            case "rule-up" -> isRule ? table.moved(number - 1, -1) : table;
            case "rule-down" -> isRule ? table.moved(number - 1, 1) : table;
            case "input-add" -> table.inputs().size() < INPUTS_MAX ? table.withInput() : table;
            case "input-remove" -> isInput && table.inputs().size() > 1 ? table.withoutInput(number - 1) : table;
            default -> table;
        };
        return decision.with(new Table(changed));
    }

    /// Where the reader goes on after pressing a button.
    static int target(String button) {
        var parts = button.split(":", 2);
        int number = parts.length < 2 || !parts[1].matches("\\d{1,3}") ? 0 : Integer.parseInt(parts[1]);
        return switch (parts[0]) {
            case "rule-add", "rule-down" -> number + 1;
            case "rule-up", "rule-remove" -> Math.max(1, number - 1);
            default -> 0;
        };
    }

    /// A table as lines, to be read beside another.
    static String words(DecisionText decision) {
        return switch (decision.logic()) {
            case Expression(var text) -> text;
            case Nothing _ -> "";
            case Table(var table) ->
                Stream.concat(
                                Stream.of(table.hitPolicy() + ": "
                                        + String.join(
                                                " | ",
                                                Stream.concat(table.inputs().stream(), table.outputs().stream())
                                                        .map(Column::text)
                                                        .toList())),
                                IntStream.range(0, table.rules().size())
                                        .mapToObj(at -> (at + 1) + ". "
                                                + String.join(
                                                        " | ",
                                                        table.rules().get(at).cells())))
                        .reduce((one, other) -> one + "\n" + other)
                        .orElse("");
        };
    }
}
