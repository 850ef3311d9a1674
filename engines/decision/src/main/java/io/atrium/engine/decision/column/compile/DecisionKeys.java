// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column.compile;

import io.atrium.engine.decision.dmn.DmnModel;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kie.dmn.model.api.DecisionTable;
import org.kie.dmn.model.api.LiteralExpression;
import org.kie.dmn.model.api.UnaryTests;

/// What a decision says, written out with everything it rests on (决策指纹). Two decisions with one key come to the same
/// for
/// every firm of a snapshot, in whichever policies they stand, so they are worked out once.
public final class DecisionKeys {

    private final DmnModel model;
    private final Map<String, String> keys = new HashMap<>();

    public DecisionKeys(DmnModel model) {
        this.model = model;
    }

    public String of(String decision) {
        var known = keys.get(decision);
        if (known != null) {
            return known;
        }
        var outline = model.outline().decision(decision);
        var below = outline.requires().stream().map(this::required).collect(Collectors.joining(";"));
        var key = outline.type() + " " + logic(decision) + " {" + below + "}";
        keys.put(decision, key);
        return key;
    }

    private String required(String name) {
        var type = model.outline().inputs().get(name);
        return type == null ? name + "=" + of(name) : name + ":" + type;
    }

    private String logic(String decision) {
        return switch (model.logic(decision)) {
            case LiteralExpression literal -> literal.getText();
            case DecisionTable table -> table(table);
            default -> decision + "@" + System.identityHashCode(model);
        };
    }

    private static String table(DecisionTable table) {
        var text = new StringBuilder().append(table.getHitPolicy()).append(table.getAggregation());
        table.getInput()
                .forEach(input -> text.append("|")
                        .append(input.getInputExpression().getText())
                        .append(text(input.getInputValues())));
        table.getOutput()
                .forEach(output -> text.append("|")
                        .append(text(output.getOutputValues()))
                        .append(
                                output.getDefaultOutputEntry() == null
                                        ? ""
                                        : output.getDefaultOutputEntry().getText()));
        for (var rule : table.getRule()) {
            rule.getInputEntry().forEach(cell -> text.append("|").append(cell.getText()));
            rule.getOutputEntry().forEach(cell -> text.append("|").append(cell.getText()));
        }
        return text.toString();
    }

    private static String text(@Nullable UnaryTests tests) {
        return tests == null ? "" : "(" + tests.getText() + ")";
    }
}
