// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.domain;

import io.atrium.engine.decision.fact.FactValue;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// How texts of policies write a figure (数值写法): `5`, `100,000`, `10 万`, `5%`, `2023 年 9 月 1 日`.
final class FigureText {

    private static final BigDecimal TEN_THOUSAND = new BigDecimal("10000");
    private static final DateTimeFormatter CHINESE = DateTimeFormatter.ofPattern("yyyy 年 M 月 d 日", Locale.CHINA);
    private static final DateTimeFormatter ENGLISH = DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH);

    private FigureText() {}

    /// The text with the old figure replaced; nothing unless it stands there exactly once.
    static Optional<String> moved(String text, FactValue from, FactValue to) {
        for (var way : ways(from, to).entrySet()) {
            var matcher = pattern(way.getKey()).matcher(text);
            if (matcher.find()) {
                var first = matcher.toMatchResult();
                return matcher.find()
                        ? Optional.empty()
                        : Optional.of(text.substring(0, first.start()) + way.getValue() + text.substring(first.end()));
            }
        }
        return Optional.empty();
    }

    /// The character that follows a figure in a Chinese text: `人` in `员工不少于 5 人`.
    static Optional<String> unitAfter(String text, FactValue figure) {
        return ways(figure, figure).keySet().stream()
                .map(way -> pattern(way).matcher(text))
                .filter(Matcher::find)
                .map(found -> text.substring(found.end()).strip())
                .filter(rest -> !rest.isEmpty())
                .map(rest -> rest.substring(0, 1))
                .findFirst();
    }

    /// @param unit what must follow; empty when anything may
    static boolean says(String text, FactValue figure, String unit) {
        return ways(figure, figure).keySet().stream()
                .anyMatch(way -> pattern(way)
                        .matcher(text)
                        .results()
                        .anyMatch(found -> text.substring(found.end()).strip().startsWith(unit)));
    }

    private static Pattern pattern(String way) {
        var unit = way.matches(".*\\d") ? "(?![\\d]|[.,]\\d|\\s*[万亿%])" : "";
        return Pattern.compile("(?<![\\d.,])" + Pattern.quote(way) + unit);
    }

    /// The old way of writing, and the new one for it; the longest first.
    private static Map<String, String> ways(FactValue from, FactValue to) {
        var ways = new LinkedHashMap<String, String>();
        if (from instanceof FactValue.Day(var before) && to instanceof FactValue.Day(var after)) {
            ways.put(CHINESE.format(before), CHINESE.format(after));
            ways.put(
                    CHINESE.format(before).replace(" ", ""),
                    CHINESE.format(after).replace(" ", ""));
            ways.put(ENGLISH.format(before), ENGLISH.format(after));
            ways.put(before.toString(), after.toString());
        } else if (from instanceof FactValue.Quantity(var before) && to instanceof FactValue.Quantity(var after)) {
            for (var gap : new String[] {" ", ""}) {
                ways.put(tenThousands(before) + gap + "万", tenThousands(after) + gap + "万");
            }
            if (before.compareTo(BigDecimal.ONE) <= 0) {
                ways.put(plain(before.movePointRight(2)) + "%", plain(after.movePointRight(2)) + "%");
            }
            ways.put(grouped(before), grouped(after));
            ways.put(plain(before), plain(after));
        }
        return ways;
    }

    private static String tenThousands(BigDecimal number) {
        return plain(number.divide(TEN_THOUSAND, 6, RoundingMode.HALF_UP));
    }

    private static String grouped(BigDecimal number) {
        var format = NumberFormat.getNumberInstance(Locale.ENGLISH);
        format.setMaximumFractionDigits(6);
        return format.format(number);
    }

    private static String plain(BigDecimal number) {
        return number.stripTrailingZeros().toPlainString();
    }
}
