// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.read;

import io.atrium.engine.decision.fact.FactSet;
import io.atrium.engine.decision.fact.FactType;
import io.atrium.engine.decision.fact.FactValue;
import io.atrium.engine.decision.policy.Example;
import io.atrium.engine.decision.problem.Problems;
import java.io.StringReader;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/// Writes examples into `examples.yaml` behind those that are there; everything else stays letter for letter.
public final class ExamplesText {

    private static final String PLAIN = "[A-Za-z0-9_.-]+";

    private final FactSet base;
    private final LocalDate day;
    private final String indent;

    private ExamplesText(FactSet base, LocalDate day, String indent) {
        this.base = base;
        this.day = day;
        this.indent = indent;
    }

    /// @param yaml a file that [ExamplesFile] reads without a problem
    /// @param types of the facts that the package asks for
    public static String with(String yaml, Map<String, FactType> types, List<Example> more) {
        if (more.isEmpty()) {
            return yaml;
        }
        var list = list(yaml);
        boolean isFlow = list.getFlowStyle() == DumperOptions.FlowStyle.FLOW;
        var indent = isFlow ? "  " : " ".repeat(list.getStartMark().getColumn());
        var common = ExamplesFile.common(yaml, types, new Problems());
        var text = new ExamplesText(common.facts(), common.day(), indent);
        var written = more.stream().map(text::entry).collect(Collectors.joining());
        int end = at(yaml, list.getEndMark().getIndex());
        if (!isFlow) {
            var before = yaml.substring(0, end).stripTrailing();
            return before + "\n" + written + yaml.substring(end).stripLeading();
        }
        int start = at(yaml, list.getStartMark().getIndex());
        var former = list.getValue().stream()
                .map(item -> indent + "- " + part(yaml, item) + "\n")
                .collect(Collectors.joining());
        return yaml.substring(0, start).stripTrailing() + "\n" + former + written
                + yaml.substring(end).stripLeading();
    }

    /// The examples alone, as they would stand in a file whose common facts are these.
    public static String of(String yaml, Map<String, FactType> types, List<Example> examples) {
        var common = ExamplesFile.common(yaml, types, new Problems());
        var text = new ExamplesText(common.facts(), common.day(), "  ");
        return examples.stream().map(text::entry).collect(Collectors.joining());
    }

    private static SequenceNode list(String yaml) {
        if (new Yaml().compose(new StringReader(yaml)) instanceof MappingNode root) {
            for (var entry : root.getValue()) {
                if (entry.getKeyNode() instanceof ScalarNode key
                        && key.getValue().equals("examples")
                        && entry.getValueNode() instanceof SequenceNode list) {
                    return list;
                }
            }
        }
        throw new IllegalArgumentException("a file of examples without a list of them");
    }

    private static String part(String yaml, Node node) {
        return yaml.substring(
                at(yaml, node.getStartMark().getIndex()),
                at(yaml, node.getEndMark().getIndex()));
    }

    /// Marks count characters of Unicode, strings count halves of them.
    private static int at(String yaml, int codePoints) {
        return yaml.offsetByCodePoints(0, codePoints);
    }

    private String entry(Example example) {
        var lines = new ArrayList<String>();
        lines.add("- name: " + quoted(example.name()));
        if (!example.asOf().equals(day)) {
            lines.add("  as_of: " + example.asOf());
        }
        var changed = changed(example.facts());
        if (!changed.isEmpty()) {
            lines.add("  facts: {" + String.join(", ", changed) + "}");
        }
        lines.add("  expect: {" + String.join(", ", expected(example)) + "}");
        return lines.stream().map(line -> indent + line + "\n").collect(Collectors.joining());
    }

    private List<String> changed(FactSet facts) {
        var keys = new TreeSet<>(facts.keys());
        keys.addAll(base.keys());
        var changed = new ArrayList<String>();
        for (var key : keys) {
            var value = facts.find(key);
            if (value.isEmpty()) {
                changed.add(key + ": null");
            } else if (!value.map(fact -> fact.value()).equals(base.find(key).map(fact -> fact.value()))) {
                changed.add(key + ": " + scalar(value.get().value()));
            }
        }
        return changed;
    }

    private static String scalar(FactValue value) {
        return value.type() == FactType.TEXT ? quoted(value.text()) : value.text();
    }

    private static List<String> expected(Example example) {
        var parts = new ArrayList<String>();
        parts.add("outcome: " + example.outcome());
        if (!example.conditions().isEmpty()) {
            parts.add("conditions: "
                    + example.conditions().entrySet().stream()
                            .map(one -> one.getKey() + ": " + one.getValue())
                            .collect(Collectors.joining(", ", "{", "}")));
        }
        example.amountYuan().ifPresent(amount -> parts.add("amount: \"" + amount + "\""));
        return parts;
    }

    /// What could be taken for anything else stands in quotes.
    private static String quoted(String text) {
        if (text.matches(PLAIN) && text.matches("[A-Za-z].*") && !text.matches("(?i)true|false|null|yes|no|on|off")) {
            return text;
        }
        return "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"").replaceAll("\\s", " ") + "\"";
    }
}
