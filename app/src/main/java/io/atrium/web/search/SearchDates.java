// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.search;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads a date as people write it (日期写法): `2026-11-23`, `2026/11/23`, `20261123`, `2026年11月23日`, `11月23日`,
/// `23 Nov`, `23 November 2026`, `Nov 23, 2026`. Without a year it is the one nearest to today.
final class SearchDates {

    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final String MONTH = "(" + String.join("|", MONTHS) + ")[a-z]*\\.?";

    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-/.](\\d{1,2})[-/.](\\d{1,2})");
    private static final Pattern DIGITS = Pattern.compile("(20\\d{2})(\\d{2})(\\d{2})");
    private static final Pattern CHINESE =
            Pattern.compile("(?:(\\d{4})\\s*年\\s*)?(\\d{1,2})\\s*月\\s*(\\d{1,2})\\s*[日号]?");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})\\s+" + MONTH + "(?:,?\\s+(\\d{4}))?");
    private static final Pattern MONTH_FIRST = Pattern.compile(MONTH + "\\s+(\\d{1,2})(?:,?\\s+(\\d{4}))?");

    private SearchDates() {}

    static Optional<LocalDate> find(String typed, LocalDate today) {
        var text = typed.strip().toLowerCase(Locale.ROOT);
        return first(YEAR_FIRST, text)
                .or(() -> first(DIGITS, text))
                .flatMap(m -> date(m.group(1), Integer.parseInt(m.group(2)), m.group(3), today))
                .or(() -> first(CHINESE, text)
                        .flatMap(m -> date(m.group(1), Integer.parseInt(m.group(2)), m.group(3), today)))
                .or(() -> first(DAY_FIRST, text).flatMap(m -> date(m.group(3), month(m.group(2)), m.group(1), today)))
                .or(() ->
                        first(MONTH_FIRST, text).flatMap(m -> date(m.group(3), month(m.group(1)), m.group(2), today)));
    }

    private static Optional<MatchResult> first(Pattern pattern, String text) {
        var matcher = pattern.matcher(text);
        return matcher.matches() ? Optional.of(matcher.toMatchResult()) : Optional.empty();
    }

    private static int month(String name) {
        return MONTHS.indexOf(name.substring(0, 3)) + 1;
    }

    private static Optional<LocalDate> date(@Nullable String year, int month, String day, LocalDate today) {
        try {
            if (year != null) {
                return Optional.of(LocalDate.of(Integer.parseInt(year), month, Integer.parseInt(day)));
            }
            var thisYear = LocalDate.of(today.getYear(), month, Integer.parseInt(day));
            return Optional.of(nearest(thisYear, today));
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }

    private static LocalDate nearest(LocalDate thisYear, LocalDate today) {
        var away = thisYear.toEpochDay() - today.toEpochDay();
        int half = 183;
        return away > half ? thisYear.minusYears(1) : away < -half ? thisYear.plusYears(1) : thisYear;
    }
}
