// SPDX-License-Identifier: Apache-2.0
package io.atrium.bench.policy;

import io.atrium.engine.decision.fact.FactType;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/// Writes a DMN model (模型文本).
final class ModelText {

    static final Map<String, FactType> FACTS = new TreeMap<>(Map.ofEntries(
            Map.entry("size", FactType.TEXT),
            Map.entry("registered_city", FactType.TEXT),
            Map.entry("registered_district", FactType.TEXT),
            Map.entry("industry", FactType.TEXT),
            Map.entry("employees", FactType.NUMBER),
            Map.entry("revenue", FactType.NUMBER),
            Map.entry("rd_spend", FactType.NUMBER),
            Map.entry("compute_contract_amount", FactType.NUMBER),
            Map.entry("total_costs", FactType.NUMBER),
            Map.entry("founded", FactType.DATE),
            Map.entry("high_tech_certificate", FactType.BOOLEAN),
            Map.entry("abnormal_operation_list", FactType.BOOLEAN),
            Map.entry("dishonesty_record_3y", FactType.BOOLEAN),
            Map.entry("start_up", FactType.BOOLEAN),
            Map.entry("in_community", FactType.BOOLEAN)));

    private final StringBuilder xml = new StringBuilder();
    private final List<String> facts;

    /// @param facts those that the model reads
    ModelText(String name, List<String> facts) {
        this.facts = facts;
        xml.append("""
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="%1$s" name="%1$s" namespace="urn:%1$s">
                """.formatted(name));
        for (var fact : facts) {
            xml.append("<inputData id='%1$s' name='%1$s'><variable name='%1$s' typeRef='%2$s'/></inputData>\n"
                    .formatted(
                            fact, Objects.requireNonNull(FACTS.get(fact), fact).feelName()));
        }
    }

    ModelText decision(String name, String type, String feel, String... decisions) {
        xml.append(head(name, type, feel, decisions))
                .append("<literalExpression><text>%s</text></literalExpression></decision>\n".formatted(escaped(feel)));
        return this;
    }

    /// @param hitPolicy with its attribute for the aggregation, if any
    /// @param rules cells, the output last
    ModelText table(String name, String hitPolicy, List<String> inputs, List<List<String>> rules) {
        xml.append(head(name, "number", String.join(" ", inputs))).append("<decisionTable %s>".formatted(hitPolicy));
        for (int input = 0; input < inputs.size(); input++) {
            xml.append("<input id='%s_i%d'><inputExpression><text>%s</text></inputExpression></input>"
                    .formatted(name, input, inputs.get(input)));
        }
        xml.append("<output id='%s_o' typeRef='number'/>".formatted(name));
        for (int rule = 0; rule < rules.size(); rule++) {
            xml.append("<rule id='%s_r%d'>".formatted(name, rule));
            var cells = rules.get(rule);
            for (int cell = 0; cell < cells.size(); cell++) {
                var element = cell < inputs.size() ? "inputEntry" : "outputEntry";
                xml.append("<%1$s id='%2$s_r%3$dc%4$d'><text>%5$s</text></%1$s>"
                        .formatted(element, name, rule, cell, escaped(cells.get(cell))));
            }
            xml.append("</rule>\n");
        }
        xml.append("</decisionTable></decision>\n");
        return this;
    }

    String end() {
        return xml + "</definitions>";
    }

    private String head(String name, String type, String feel, String... decisions) {
        var head = new StringBuilder(
                "<decision id='%1$s' name='%1$s'><variable name='%1$s' typeRef='%2$s'/>".formatted(name, type));
        facts.stream()
                .filter(feel::contains)
                .forEach(fact ->
                        head.append("<informationRequirement><requiredInput href='#%s'/></informationRequirement>"
                                .formatted(fact)));
        for (var decision : decisions) {
            head.append("<informationRequirement><requiredDecision href='#%s'/></informationRequirement>"
                    .formatted(decision));
        }
        return head.toString();
    }

    private static String escaped(String feel) {
        return feel.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
