// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.search;

import io.atrium.kernel.clock.BusinessClock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/// What is searched for (搜索词): words that must all occur, and the day they name when they are a date.
///
/// @param text as typed, trimmed, at most [#LENGTH_MAX] characters
/// @param day null unless the whole text is a date
public record SearchWords(String text, @Nullable LocalDate day) {

    public static final int LENGTH_MAX = 100;
    private static final int WORDS_MAX = 8;

    public static SearchWords of(String typed, LocalDate today) {
        var text = typed.strip().replaceAll("\\s+", " ");
        var kept = text.length() <= LENGTH_MAX ? text : text.substring(0, LENGTH_MAX);
        return new SearchWords(kept, SearchDates.find(kept, today).orElse(null));
    }

    /// One character of Chinese is a word already; a single letter or digit finds too much.
    public boolean isTooShort() {
        return text.isEmpty() || (text.length() == 1 && text.charAt(0) < 0x80);
    }

    public List<String> words() {
        return Arrays.stream(text.toLowerCase(Locale.ROOT).split(" "))
                .filter(word -> !word.isEmpty())
                .limit(WORDS_MAX)
                .toList();
    }

    /// The SQL condition: every word occurs in one of these columns.
    @SafeVarargs
    public final Condition in(Field<String>... columns) {
        return DSL.and(words().stream()
                .map(word -> DSL.or(Arrays.stream(columns)
                        .map(column -> column.containsIgnoreCase(word))
                        .toList()))
                .toList());
    }

    /// The SQL condition: a moment lies on the day that was asked for; never true without a day.
    public Condition on(Field<OffsetDateTime> moment) {
        if (day == null) {
            return DSL.falseCondition();
        }
        var from = day.atStartOfDay(BusinessClock.ZONE).toOffsetDateTime();
        return moment.ge(from)
                .and(moment.lt(day.plusDays(1).atStartOfDay(BusinessClock.ZONE).toOffsetDateTime()));
    }

    /// The same for a column of days.
    public Condition onDay(Field<LocalDate> date) {
        return day == null ? DSL.falseCondition() : date.eq(day);
    }

    /// Whether every word occurs in one of these texts: for what is not in the database.
    public boolean occurIn(String... texts) {
        var all = String.join("\n", texts).toLowerCase(Locale.ROOT);
        return words().stream().allMatch(all::contains);
    }
}
