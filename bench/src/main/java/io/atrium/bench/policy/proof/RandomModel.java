// SPDX-License-Identifier: Apache-2.0
package io.atrium.bench.policy.proof;

import io.atrium.engine.decision.fact.FactType;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/// A random DMN model (随机模型): a decision table of any hit policy, two conditions and an amount.
///
/// @param xml DMN 1.5
record RandomModel(String xml) {

    static final List<String> CONDITIONS = List.of("by_table", "by_text");
    static final String AMOUNT = "amount";

    private static final int RULES_MAX = 9;
    private static final int MANY_RULES = 70;

    static RandomModel of(RandomGenerator random) {
        var text = new RandomText(random);
        var facts = new ArrayList<>(RandomText.FACTS.keySet());
        facts.add("as_of");
        var xml = new StringBuilder("""
                <?xml version="1.0" encoding="UTF-8"?>
                <definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" id="random" name="random" namespace="urn:random">
                """);
        for (var fact : facts) {
            var type = RandomText.FACTS.getOrDefault(fact, FactType.DATE).feelName();
            xml.append("<inputData id='%1$s' name='%1$s'><variable name='%1$s' typeRef='%2$s'/></inputData>%n"
                    .formatted(fact, type));
        }
        var table = new RandomTable(text);
        xml.append(table.xml(requires(facts, List.of())));
        xml.append(decision("by_table", "boolean", table.condition(), List.of(), List.of(RandomTable.NAME)));
        xml.append(decision("by_text", "boolean", text.condition(2), facts, List.of()));
        var usesTable = table.isNumber() && text.chance(60);
        var amount = usesTable ? "(" + text.amount(1) + ") + " + RandomTable.NAME : text.amount(2);
        xml.append(decision(AMOUNT, "number", amount, facts, usesTable ? List.of(RandomTable.NAME) : List.of()));
        return new RandomModel(xml.append("</definitions>").toString());
    }

    static int rules(RandomText text) {
        return text.chance(3) ? MANY_RULES : 1 + text.below(RULES_MAX);
    }

    static String requires(List<String> inputs, List<String> decisions) {
        var xml = new StringBuilder();
        inputs.forEach(name -> xml.append(
                "<informationRequirement><requiredInput href='#%s'/></informationRequirement>".formatted(name)));
        decisions.forEach(name -> xml.append(
                "<informationRequirement><requiredDecision href='#%s'/></informationRequirement>".formatted(name)));
        return xml.toString();
    }

    static String escaped(String feel) {
        return feel.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private static String decision(String name, String type, String feel, List<String> inputs, List<String> decisions) {
        var used = inputs.stream().filter(feel::contains).toList();
        return "<decision id='%1$s' name='%1$s'><variable name='%1$s' typeRef='%2$s'/>%3$s<literalExpression><text>%4$s</text></literalExpression></decision>%n"
                .formatted(name, type, requires(used, decisions), escaped(feel));
    }
}
