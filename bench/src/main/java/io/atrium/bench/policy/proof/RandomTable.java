// SPDX-License-Identifier: Apache-2.0
package io.atrium.bench.policy.proof;

import io.atrium.engine.decision.fact.FactType;
import java.util.ArrayList;
import java.util.List;

/// A random decision table: hit policy, columns, cells, outputs (随机决策表).
final class RandomTable {

    static final String NAME = "tab";

    private static final List<String> SINGLE = List.of("UNIQUE", "FIRST", "ANY", "PRIORITY");
    private static final List<String> AGGREGATES = List.of("SUM", "MIN", "MAX", "COUNT");

    private final RandomText text;
    private final FactType output;
    private final String hitPolicy;
    private final String aggregate;

    RandomTable(RandomText text) {
        this.text = text;
        this.aggregate = text.chance(35) ? text.pick(AGGREGATES.toArray(String[]::new)) : "";
        this.hitPolicy = aggregate.isEmpty() ? text.pick(SINGLE.toArray(String[]::new)) : "COLLECT";
        this.output = !aggregate.isEmpty() || text.chance(50)
                ? FactType.NUMBER
                : text.chance(50) ? FactType.TEXT : FactType.BOOLEAN;
    }

    boolean isNumber() {
        return output == FactType.NUMBER;
    }

    /// A yes or no that rests on the table.
    String condition() {
        return switch (output) {
            case NUMBER -> NAME + " >= " + text.number();
            case TEXT -> NAME + " = " + text.text();
            default -> text.chance(50) ? NAME : "not(" + NAME + ")";
        };
    }

    String xml(String requires) {
        var columns = columns();
        var xml = new StringBuilder("<decision id='%1$s' name='%1$s'><variable name='%1$s' typeRef='%2$s'/>%3$s"
                .formatted(NAME, output.feelName(), requires));
        xml.append("<decisionTable hitPolicy='%s'%s>"
                .formatted(hitPolicy, aggregate.isEmpty() ? "" : " aggregation='" + aggregate + "'"));
        for (int column = 0; column < columns.size(); column++) {
            xml.append(input(column, columns.get(column)));
        }
        xml.append(outputs());
        int rules = RandomModel.rules(text);
        for (int rule = 0; rule < rules; rule++) {
            xml.append(rule(rule, columns));
        }
        return xml.append("</decisionTable></decision>\n").toString();
    }

    private List<String> columns() {
        var names = new ArrayList<>(RandomText.FACTS.keySet());
        names.add("sales / 2");
        if (text.chance(30)) {
            names.add("staff + sales");
        }
        var columns = new ArrayList<String>();
        int count = 1 + text.below(4);
        while (columns.size() < count) {
            columns.add(names.remove(text.below(names.size())));
        }
        return columns;
    }

    private static FactType type(String column) {
        return RandomText.FACTS.getOrDefault(column, FactType.NUMBER);
    }

    private static String input(int number, String column) {
        return "<input id='in%d'><inputExpression typeRef='%s'><text>%s</text></inputExpression></input>"
                .formatted(number, type(column).feelName(), column);
    }

    private String outputs() {
        var allowed = hitPolicy.equals("PRIORITY") ? "<outputValues><text>" + allowed() + "</text></outputValues>" : "";
        var otherwise = text.chance(30) && aggregate.isEmpty()
                ? "<defaultOutputEntry><text>" + plainOutput() + "</text></defaultOutputEntry>"
                : "";
        return "<output id='out' typeRef='%s'>%s%s</output>".formatted(output.feelName(), allowed, otherwise);
    }

    private String allowed() {
        return switch (output) {
            case NUMBER -> "10, 7.5, 3, 0";
            case TEXT -> "\"a b\", \"软件\", \"制造\", \"零售\", \"A\", \"\"";
            default -> "true, false";
        };
    }

    /// KIE counts different outputs, jDMN all of them: where COUNT counts, no two outputs are alike.
    private String rule(int number, List<String> columns) {
        var xml = new StringBuilder("<rule id='r%d'>".formatted(number));
        for (int column = 0; column < columns.size(); column++) {
            xml.append("<inputEntry id='r%dc%d'><text>%s</text></inputEntry>"
                    .formatted(number, column, RandomModel.escaped(cell(columns.get(column)))));
        }
        var output = isComputed() ? "sales * 0.3" : aggregate.equals("COUNT") ? String.valueOf(number) : plainOutput();
        return xml.append("<outputEntry id='r%do'><text>%s</text></outputEntry></rule>".formatted(number, output))
                .toString();
    }

    /// Now and then a cell reads another fact.
    private String cell(String column) {
        return column.equals("sales") && text.chance(10) ? text.pick(">", "<=") + " staff" : text.cell(type(column));
    }

    private boolean isComputed() {
        var canBe = isNumber() && !hitPolicy.equals("PRIORITY") && !hitPolicy.equals("ANY");
        return canBe && (aggregate.isEmpty() || aggregate.equals("SUM")) && text.chance(20);
    }

    private String plainOutput() {
        return switch (output) {
            case NUMBER -> text.pick("10", "7.5", "3", "0");
            case TEXT -> text.text();
            default -> text.pick("true", "false");
        };
    }
}
