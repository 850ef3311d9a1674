// SPDX-License-Identifier: Apache-2.0
package io.atrium.cli;

import io.atrium.engine.decision.decide.AmountResult;
import io.atrium.engine.decision.decide.ConditionResult;
import io.atrium.engine.decision.decide.Decision;
import io.atrium.engine.decision.decide.FactUsed;
import io.atrium.engine.decision.policy.LocalText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// A decision as an indented tree for people, and as fields for programs.
final class DecisionText {

    private static final String INDENT = "  ";

    private final List<String> lines = new ArrayList<>();

    private DecisionText() {}

    static String of(Decision decision) {
        var text = new DecisionText();
        text.lines.add("%s %s on %s: %s"
                .formatted(decision.policy(), decision.version(), decision.asOf(), decision.outcome()));
        text.addCondition(decision.conditions(), INDENT);
        if (decision.amount() != null) text.addAmount(decision.amount());
        text.addList("missing", decision.missingFacts());
        text.addList("note", decision.notes());
        return String.join(System.lineSeparator(), text.lines);
    }

    static Map<String, @Nullable Object> forPrograms(Decision decision) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("policy", decision.policy());
        fields.put("version", decision.version());
        fields.put("as_of", decision.asOf());
        fields.put("outcome", decision.outcome());
        fields.put(
                "amount_fen",
                decision.amount() == null ? null : decision.amount().amountFen());
        fields.put("missing", decision.missingFacts());
        fields.put("notes", decision.notes());
        fields.put("conditions", condition(decision.conditions()));
        return fields;
    }

    private void addCondition(ConditionResult node, String indent) {
        var clause = node.clause() == null ? "" : "  [" + node.clause() + "]";
        var facts = node.facts().stream().map(DecisionText::fact).collect(Collectors.joining(", "));
        lines.add(indent + node.status() + "  " + words(node.label()) + clause + (facts.isEmpty() ? "" : "  " + facts));
        node.children().forEach(child -> addCondition(child, indent + INDENT));
    }

    private void addAmount(AmountResult amount) {
        for (var step : amount.steps()) {
            lines.add(INDENT + words(step.label()) + " = " + (step.value() == null ? "unknown" : step.value()));
        }
        amount.yuan().ifPresent(yuan -> lines.add(INDENT + amount.kind() + " ¥" + yuan));
    }

    private void addList(String name, List<?> values) {
        for (var value : values) lines.add(INDENT + name + ": " + value);
    }

    private static Map<String, @Nullable Object> condition(ConditionResult node) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("id", node.id());
        fields.put("status", node.status());
        fields.put("clause", node.clause());
        fields.put(
                "facts", node.facts().stream().collect(Collectors.toMap(FactUsed::key, FactUsed::value, (a, _) -> a)));
        fields.put("missing", node.missing());
        fields.put(
                "children",
                node.children().stream().map(DecisionText::condition).toList());
        return fields;
    }

    private static String fact(FactUsed fact) {
        return fact.key() + "=" + fact.value();
    }

    private static String words(LocalText text) {
        return Locale.getDefault().getLanguage().equals("zh") ? text.zh() : text.en();
    }
}
