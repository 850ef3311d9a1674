// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.read;

import io.atrium.engine.decision.policy.Together;
import io.atrium.engine.decision.problem.ProblemCode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.function.Function;

/// Reads how a policy goes together with others.
final class TogetherReader {

    private static final int RULES_MAX = 10;
    private static final int FEN_DIGITS = 2;
    private static final BigDecimal YUAN_MAX = new BigDecimal("1000000000000");

    private TogetherReader() {}

    static Together read(YamlEntry root) {
        return root.find("together").map(TogetherReader::rules).orElse(Together.NOTHING);
    }

    private static Together rules(YamlEntry entry) {
        entry.allowOnly("order", "take_higher", "caps", "pool");
        return new Together(
                entry.find("order")
                        .map(order -> order.wholeNumber(1, Together.LAST - 1))
                        .orElse(Together.LAST),
                list(entry, "take_higher", TogetherReader::group),
                list(entry, "caps", TogetherReader::cap),
                entry.find("pool").map(TogetherReader::pool).orElse(null));
    }

    private static <T> List<T> list(YamlEntry entry, String key, Function<YamlEntry, T> reader) {
        var items = entry.find(key).map(YamlEntry::items).orElse(List.of());
        if (items.size() > RULES_MAX) {
            entry.problem(ProblemCode.LIMIT_EXCEEDED, "more than " + RULES_MAX + " under " + key, "keep what binds");
            return List.of();
        }
        return items.stream().map(reader).toList();
    }

    private static Together.Group group(YamlEntry entry) {
        entry.allowOnly("group", "clause");
        return new Together.Group(name(entry.get("group")), entry.get("clause").text());
    }

    private static Together.Cap cap(YamlEntry entry) {
        entry.allowOnly("name", "yuan", "clause");
        return new Together.Cap(
                name(entry.get("name")),
                fen(entry.get("yuan")),
                entry.get("clause").text());
    }

    private static Together.Pool pool(YamlEntry entry) {
        entry.allowOnly("name", "yuan", "order", "clause");
        return new Together.Pool(
                name(entry.get("name")),
                fen(entry.get("yuan")),
                entry.get("order").choice(Together.Pool.Order.class),
                entry.get("clause").text());
    }

    private static String name(YamlEntry entry) {
        var name = entry.text();
        if (!name.matches("[a-z0-9][a-z0-9-]{0,79}")) {
            entry.problem(ProblemCode.VALUE_WRONG, "'" + name + "' is no name", "write it in a-z, 0-9 and -");
        }
        return name;
    }

    private static long fen(YamlEntry entry) {
        var yuan = entry.number();
        if (yuan.signum() <= 0 || yuan.compareTo(YUAN_MAX) > 0) {
            entry.problem(ProblemCode.VALUE_WRONG, "an amount of " + yuan, "write yuan above 0");
            return 0;
        }
        return yuan.setScale(FEN_DIGITS, RoundingMode.DOWN).unscaledValue().longValueExact();
    }
}
