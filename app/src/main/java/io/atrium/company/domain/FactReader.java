// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.domain;

import io.atrium.company.FactDefinition;
import io.atrium.company.FactType;
import io.atrium.company.ImportProblem;
import io.atrium.company.UnifiedCode;
import io.atrium.kernel.Typed;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/// Reads what people and registries write (全角、千分位、是否、年月日) into the one form that a fact is kept in.
public final class FactReader {
    public static final int TEXT_LENGTH_MAX = 200;
    public static final int LIST_ITEMS_MAX = 20;
    /// Ten trillion: more than any firm's yuan or heads, less than what would overflow fen in a long.
    public static final BigDecimal NUMBER_MAX = new BigDecimal("10000000000000");
    public static final int NUMBER_DECIMALS_MAX = 6;
    public static final int MONEY_DECIMALS_MAX = 2;

    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,20}(\\.\\d{1,20})?");
    private static final Pattern GROUPED = Pattern.compile("-?\\d{1,3}(,\\d{3})+(\\.\\d+)?");
    private static final Pattern DATE = Pattern.compile("(\\d{4})[-/.年](\\d{1,2})[-/.月](\\d{1,2})日?");
    private static final Pattern COMPACT_DATE = Pattern.compile("(\\d{4})(\\d{2})(\\d{2})");
    private static final Pattern LIST_SEPARATOR = Pattern.compile("[;；、|]");
    private static final Map<String, Boolean> BOOLEANS = Map.of(
            "是", true, "true", true, "yes", true, "y", true, "1", true, "否", false, "false", false, "no", false, "n",
            false, "0", false);

    private FactReader() {}

    public static FactReading read(FactDefinition fact, String typed) {
        var text = typed.strip();
        if (text.isEmpty()) {
            return new FactReading.Blank();
        }
        return switch (fact.type()) {
            case TEXT -> fact.key().equals("unified_code") ? code(text) : text(fact, text);
            case NUMBER, MONEY -> number(fact, Typed.halfWidth(text));
            case BOOLEAN -> bool(Typed.halfWidth(text));
            case DATE -> date(Typed.halfWidth(text));
            case LIST -> list(fact, text);
        };
    }

    /// A date outside the catalogue, such as the day of a row's data.
    public static FactReading readDate(String typed) {
        return typed.isBlank() ? new FactReading.Blank() : date(Typed.halfWidth(typed));
    }

    private static FactReading code(String text) {
        var code = UnifiedCode.normalise(text);
        if (!UnifiedCode.isWellFormed(code)) {
            return unreadable(ImportProblem.CODE_MALFORMED);
        }
        return UnifiedCode.isValid(code) ? read(code) : unreadable(ImportProblem.CODE_CHECK_CHARACTER);
    }

    private static FactReading text(FactDefinition fact, String text) {
        if (text.length() > TEXT_LENGTH_MAX) {
            return unreadable(ImportProblem.TEXT_TOO_LONG);
        }
        return fact.choiceNamed(text)
                .<FactReading>map(value -> read(value.value()))
                .orElseGet(() -> fact.isCoded() ? unreadable(ImportProblem.VALUE_NOT_ALLOWED) : read(text));
    }

    private static FactReading number(FactDefinition fact, String text) {
        if (GROUPED.matcher(text).matches()) {
            text = text.replace(",", "");
        }
        if (!NUMBER.matcher(text).matches()) {
            return unreadable(ImportProblem.NUMBER_MALFORMED);
        }
        var number = new BigDecimal(text);
        if (number.signum() < 0 || number.compareTo(NUMBER_MAX) > 0) {
            return unreadable(ImportProblem.NUMBER_OUT_OF_RANGE);
        }
        int decimals = fact.type() == FactType.MONEY ? MONEY_DECIMALS_MAX : NUMBER_DECIMALS_MAX;
        return number.stripTrailingZeros().scale() > decimals
                ? unreadable(ImportProblem.TOO_MANY_DECIMALS)
                : read(plain(number));
    }

    private static FactReading bool(String text) {
        var value = BOOLEANS.get(text.toLowerCase(Locale.ROOT));
        return value == null ? unreadable(ImportProblem.BOOLEAN_MALFORMED) : read(value);
    }

    private static FactReading date(String text) {
        for (var form : List.of(DATE, COMPACT_DATE)) {
            var match = form.matcher(text);
            if (match.matches()) {
                return day(
                        Integer.parseInt(match.group(1)),
                        Integer.parseInt(match.group(2)),
                        Integer.parseInt(match.group(3)));
            }
        }
        return unreadable(ImportProblem.DATE_MALFORMED);
    }

    private static FactReading day(int year, int month, int day) {
        try {
            return read(LocalDate.of(year, month, day));
        } catch (DateTimeException notADay) {
            return unreadable(ImportProblem.DATE_MALFORMED);
        }
    }

    private static FactReading list(FactDefinition fact, String text) {
        var items = Arrays.stream(LIST_SEPARATOR.split(text))
                .map(String::strip)
                .filter(s -> !s.isEmpty())
                .toList();
        if (items.size() > LIST_ITEMS_MAX) {
            return unreadable(ImportProblem.TOO_MANY_ITEMS);
        }
        var read = items.stream().map(item -> text(fact, item)).distinct().toList();
        return read.stream()
                .filter(FactReading.Unreadable.class::isInstance)
                .findFirst()
                .orElseGet(() -> read(read.stream()
                        .map(item -> ((FactReading.Read) item).value())
                        .toList()));
    }

    private static FactReading read(Object value) {
        return new FactReading.Read(value);
    }

    private static FactReading unreadable(ImportProblem problem) {
        return new FactReading.Unreadable(problem);
    }

    private static BigDecimal plain(BigDecimal number) {
        var stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
