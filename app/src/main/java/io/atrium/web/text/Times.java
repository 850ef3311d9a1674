// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.text;

import io.atrium.kernel.clock.BusinessClock;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/// Dates, moments and durations. Moments are told in the time of Shanghai.
final class Times {

    private record Formats(
            DateTimeFormatter date, DateTimeFormatter dateShort, DateTimeFormatter moment, DateTimeFormatter exact) {}

    private static final Formats CHINESE =
            formats(Lang.ZH, "yyyy-MM-dd (EEE)", "yyyy-MM-dd", "yyyy-MM-dd HH:mm (EEE)", "yyyy-MM-dd HH:mm:ss");
    private static final Formats ENGLISH =
            formats(Lang.EN, "EEE d MMM yyyy", "d MMM yyyy", "EEE d MMM yyyy, HH:mm", "d MMM yyyy, HH:mm:ss");

    private final Text text;
    private final Formats formats;

    Times(Text text) {
        this.text = text;
        formats = text.lang() == Lang.ZH ? CHINESE : ENGLISH;
    }

    String date(LocalDate date) {
        return formats.date().format(date);
    }

    String dateShort(LocalDate date) {
        return formats.dateShort().format(date);
    }

    String dateTime(Instant moment) {
        return formats.moment().format(moment);
    }

    String dateTimeShort(Instant moment) {
        return formats.exact().format(moment);
    }

    String duration(Duration duration) {
        if (duration.toDays() > 0) {
            return two("web.unit.days", duration.toDays(), "web.unit.hours", duration.toHoursPart());
        }
        if (duration.toHours() > 0) {
            return two("web.unit.hours", duration.toHours(), "web.unit.minutes", duration.toMinutesPart());
        }
        if (duration.toMinutes() > 0) {
            return two("web.unit.minutes", duration.toMinutes(), "web.unit.seconds", duration.toSecondsPart());
        }
        return duration.toSeconds() > 0
                ? text.of("web.unit.seconds", tenthsOfSeconds(duration))
                : text.of("web.unit.millis", duration.toMillis());
    }

    private static BigDecimal tenthsOfSeconds(Duration duration) {
        return BigDecimal.valueOf(duration.toMillis(), 3).setScale(1, RoundingMode.HALF_UP);
    }

    private String two(String largeKey, long large, String smallKey, long small) {
        var largePart = text.of(largeKey, large);
        return small == 0 ? largePart : largePart + " " + text.of(smallKey, small);
    }

    private static Formats formats(Lang lang, String date, String dateShort, String moment, String exact) {
        return new Formats(
                formatter(lang, date), formatter(lang, dateShort), formatter(lang, moment), formatter(lang, exact));
    }

    private static DateTimeFormatter formatter(Lang lang, String pattern) {
        return DateTimeFormatter.ofPattern(pattern, lang.locale()).withZone(BusinessClock.ZONE);
    }
}
