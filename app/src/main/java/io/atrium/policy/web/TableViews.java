// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.engine.decision.edit.DecisionText;
import io.atrium.engine.decision.edit.DecisionText.Expression;
import io.atrium.engine.decision.edit.DecisionText.Nothing;
import io.atrium.engine.decision.edit.DecisionText.Table;
import io.atrium.engine.decision.edit.TableText;
import io.atrium.engine.decision.edit.TableText.Column;
import io.atrium.engine.decision.problem.Cell;
import io.atrium.policy.PolicyDraft;
import io.atrium.policy.web.PolicyDraftPage.ProblemRow;
import io.atrium.policy.web.PolicyTablePage.Choice;
import io.atrium.policy.web.PolicyTablePage.Head;
import io.atrium.policy.web.PolicyTablePage.Rule;
import io.atrium.web.component.FieldError;
import io.atrium.web.component.Form;
import io.atrium.web.text.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Makes the plain form of one decision.
final class TableViews {

    private final PolicyDraft draft;
    private final DecisionText decision;
    private final Text t;
    private final List<FieldError> here = new ArrayList<>();
    private final Map<String, String> errors = new HashMap<>();
    private int elsewhere;

    /// @param problems of the whole package
    TableViews(PolicyDraft draft, DecisionText decision, List<ProblemRow> problems, Text t) {
        this.draft = draft;
        this.decision = decision;
        this.t = t;
        problems.forEach(this::sort);
    }

    private void sort(ProblemRow problem) {
        Cell cell = problem.cell();
        if (cell == null || !cell.table().equals(decision.name())) {
            elsewhere++;
            return;
        }
        var field = ProblemPlaces.field(cell);
        var said = t.of("policy.table.problem", problem.title(), problem.what(), problem.how());
        errors.merge(field, said, (one, other) -> one + " " + other);
        here.add(FieldError.of(
                field, "policy.table.problem.at", problem.where(), problem.title(), problem.what(), problem.how()));
    }

    List<FieldError> errors() {
        return List.copyOf(here);
    }

    PolicyTablePage page(Form form, int from) {
        var table = decision.logic() instanceof Table(var found) ? found : null;
        int first = table == null
                ? 1
                : TableForms.windowOf(Math.min(from, Math.max(1, table.rules().size())));
        return new PolicyTablePage(
                PolicyDraftViews.tag(draft),
                new PolicyDraftViews(t).tabs(draft, "model"),
                form,
                PolicyDraftViews.mayEdit(draft),
                new Choice(TableForms.TYPE, decision.type(), TableForms.TYPES),
                cell(TableForms.REQUIRES, t.of("policy.table.requires"), String.join(", ", decision.requires())),
                table == null ? null : new Choice(TableForms.HIT_POLICY, table.hitPolicy(), TableForms.HIT_POLICIES),
                expression(),
                table == null ? List.of() : heads(table),
                table == null ? List.of() : rules(table, first),
                errors.get(TableForms.WHOLE),
                table == null || first == 1 ? null : window(first - TableForms.RULES_SHOWN),
                table == null || first + TableForms.RULES_SHOWN > table.rules().size()
                        ? null
                        : window(first + TableForms.RULES_SHOWN),
                elsewhere == 0 ? null : t.of("policy.table.elsewhere", elsewhere),
                PolicyDraftForms.path(draft));
    }

    private String window(int first) {
        return PolicyTablePages.path(draft, decision.name()) + "?from=" + first;
    }

    private PolicyTablePage.@Nullable Cell expression() {
        return switch (decision.logic()) {
            case Expression(var text) -> cell(TableForms.WHOLE, t.of("policy.table.expression"), text);
            case Nothing _ -> cell(TableForms.WHOLE, t.of("policy.table.expression"), "");
            case Table _ -> null;
        };
    }

    private PolicyTablePage.Cell cell(String name, String label, String value) {
        return new PolicyTablePage.Cell(name, label, value, errors.get(name));
    }

    private List<Head> heads(TableText table) {
        return IntStream.rangeClosed(1, table.columns())
                .mapToObj(number -> {
                    boolean isInput = number <= table.inputs().size();
                    var column = isInput
                            ? table.inputs().get(number - 1)
                            : table.outputs().get(number - 1 - table.inputs().size());
                    return head(number, isInput, column);
                })
                .toList();
    }

    private Head head(int number, boolean isInput, Column column) {
        return new Head(
                number,
                isInput,
                cell(
                        TableForms.column(number, "text"),
                        t.of(isInput ? "policy.table.reads" : "policy.table.yields", number),
                        column.text()),
                new Choice(TableForms.column(number, "type"), column.type(), TableForms.TYPES),
                cell(
                        TableForms.column(number, "values"),
                        t.of(isInput ? "policy.table.values" : "policy.table.otherwise"),
                        column.values()));
    }

    private List<Rule> rules(TableText table, int first) {
        int last = Math.min(first + TableForms.RULES_SHOWN - 1, table.rules().size());
        return IntStream.rangeClosed(first, last)
                .mapToObj(number -> new Rule(
                        number, cells(table, number), table.inputs().size(), errors.get(TableForms.rule(number))))
                .toList();
    }

    private List<PolicyTablePage.Cell> cells(TableText table, int number) {
        return IntStream.rangeClosed(1, table.columns())
                .mapToObj(column -> cell(
                        TableForms.cell(number, column),
                        t.of("policy.table.cell", number, name(table, column)),
                        table.rules().get(number - 1).cells().get(column - 1)))
                .toList();
    }

    private static String name(TableText table, int column) {
        return column <= table.inputs().size()
                ? table.inputs().get(column - 1).text()
                : table.outputs().get(column - 1 - table.inputs().size()).text();
    }
}
