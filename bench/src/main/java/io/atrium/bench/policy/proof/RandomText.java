// SPDX-License-Identifier: Apache-2.0
package io.atrium.bench.policy.proof;

import io.atrium.engine.decision.fact.FactType;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Random FEEL: cells, conditions and amounts over six facts (随机 FEEL 文本).
final class RandomText {

    static final Map<String, FactType> FACTS = facts();

    private static final String[] TEXTS = {"\"软件\"", "\"制造\"", "\"零售\"", "\"\"", "\"a b\"", "\"A\""};
    private static final String[] ORDERS = {"<", "<=", ">", ">="};

    private final RandomGenerator random;

    RandomText(RandomGenerator random) {
        this.random = random;
    }

    private static Map<String, FactType> facts() {
        var facts = new LinkedHashMap<String, FactType>();
        facts.put("staff", FactType.NUMBER);
        facts.put("sales", FactType.NUMBER);
        facts.put("industry", FactType.TEXT);
        facts.put("district", FactType.TEXT);
        facts.put("founded", FactType.DATE);
        facts.put("certified", FactType.BOOLEAN);
        return facts;
    }

    String pick(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    int below(int bound) {
        return random.nextInt(bound);
    }

    String text() {
        return pick(TEXTS);
    }

    String number() {
        return switch (random.nextInt(5)) {
            case 0 -> String.valueOf(random.nextInt(12));
            case 1 -> "-" + random.nextInt(5);
            case 2 -> random.nextInt(20) + "." + random.nextInt(10);
            case 3 -> random.nextInt(20) + ".0" + random.nextInt(10) + "5";
            default -> "10";
        };
    }

    String day() {
        return "@\"20%02d-%02d-%02d\""
                .formatted(20 + random.nextInt(6), 1 + random.nextInt(12), 1 + random.nextInt(28));
    }

    /// A cell for a column of this type.
    String cell(FactType type) {
        if (chance(20)) {
            return "-";
        }
        return switch (type) {
            case NUMBER -> ordered(_ -> number());
            case DATE -> ordered(_ -> day());
            case TEXT ->
                switch (random.nextInt(4)) {
                    case 0 -> text() + "," + text();
                    case 1 -> "not(" + text() + ")";
                    case 2 -> "not(" + text() + "," + text() + ")";
                    default -> text();
                };
            case BOOLEAN -> pick("true", "false", "not(true)");
        };
    }

    private String ordered(IntFunction<String> value) {
        return switch (random.nextInt(8)) {
            case 0 -> value.apply(0);
            case 1 -> value.apply(0) + "," + value.apply(1);
            case 2 -> range(value);
            case 3 -> range(value) + "," + pick(ORDERS) + " " + value.apply(2);
            case 4 -> "not(" + value.apply(0) + ")";
            case 5 -> "not(" + range(value) + ")";
            default -> pick(ORDERS) + " " + value.apply(0);
        };
    }

    private String range(IntFunction<String> value) {
        var ends = ends(value);
        return pick("[", "(") + ends.getFirst() + ".." + ends.getLast() + pick("]", ")");
    }

    /// Two different values, the lesser first: what a range that runs backwards means, engines do not agree on.
    private static List<String> ends(IntFunction<String> value) {
        var one = value.apply(0);
        var other = one;
        while (order(one, other) == 0) {
            other = value.apply(1);
        }
        return order(one, other) < 0 ? List.of(one, other) : List.of(other, one);
    }

    private static int order(String one, String other) {
        return one.startsWith("@") ? one.compareTo(other) : new BigDecimal(one).compareTo(new BigDecimal(other));
    }

    /// A condition of bounded depth.
    String condition(int depth) {
        if (depth == 0) {
            return comparison();
        }
        return switch (random.nextInt(5)) {
            case 0 -> "not(" + condition(depth - 1) + ")";
            case 1 -> "(" + condition(depth - 1) + " and " + condition(depth - 1) + ")";
            case 2 -> "(" + condition(depth - 1) + " or " + condition(depth - 1) + ")";
            case 3 -> "(if " + condition(0) + " then " + condition(depth - 1) + " else " + condition(0) + ")";
            default -> comparison();
        };
    }

    private String comparison() {
        return switch (random.nextInt(11)) {
            case 0 -> "certified";
            case 1 -> "certified = " + pick("true", "false");
            case 2 -> "industry " + pick("=", "!=") + " " + text();
            case 3 -> "list contains([" + text() + "," + text() + "], industry)";
            case 4 -> "founded " + pick(ORDERS) + " " + day();
            case 5 -> "founded " + pick(ORDERS) + " as_of";
            case 6 -> "sales / staff " + pick(ORDERS) + " " + number();
            case 7 -> "(staff between " + String.join(" and ", ends(_ -> number())) + ")";
            case 8 -> "starts with(district, \"a\")";
            case 9 -> "(" + amount(1) + ") " + pick(ORDERS) + " " + number();
            default -> pick("staff", "sales") + " " + pick("<", "<=", ">", ">=", "=", "!=") + " " + number();
        };
    }

    /// A number of bounded depth.
    String amount(int depth) {
        if (depth == 0) {
            return pick("staff", "sales", number());
        }
        var left = amount(depth - 1);
        var right = amount(depth - 1);
        return switch (random.nextInt(12)) {
            case 0 -> "(" + left + " + " + right + ")";
            case 1 -> "(" + left + " - " + right + ")";
            case 2, 3 -> "(" + left + " * " + right + ")";
            case 4 -> "min(" + left + ", " + right + ")";
            case 5 -> "max(" + left + ", " + right + ")";
            case 6 -> "(if " + condition(0) + " then " + left + " else " + right + ")";
            case 7 -> "sum(" + list(left, right, number()) + ")";
            case 8 ->
                pick("round down", "round up", "round half up", "round half down", "decimal") + "(" + left + ", "
                        + random.nextInt(3) + ")";
            case 9 -> pick("floor", "ceiling", "abs") + "(" + left + ")";
            case 10 -> "(" + left + " / " + pick("4", "100", "0.5", "7", "staff") + ")";
            default -> "(-" + left + " + 100)";
        };
    }

    private String list(String... items) {
        var joined = IntStream.range(0, items.length).mapToObj(i -> items[i]).collect(Collectors.joining(", "));
        return chance(50) ? "[" + joined + "]" : joined;
    }
}
