// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice.mail;

import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Quiet hours (免打扰时段), whole hours of every day; `22` to `8` goes over midnight. The end itself is quiet no more.
public record QuietHours(int from, int to) {

    public QuietHours {
        if (from == to) {
            throw new IllegalArgumentException("quiet hours must end at another hour than they begin");
        }
    }

    /// Empty where these are no two different hours of the day.
    public static Optional<QuietHours> find(@Nullable Integer from, @Nullable Integer to) {
        if (from == null || to == null || !isHour(from) || !isHour(to) || from.equals(to)) {
            return Optional.empty();
        }
        return Optional.of(new QuietHours(from, to));
    }

    private static boolean isHour(int hour) {
        return hour >= 0 && hour < 24;
    }

    /// The moment itself outside quiet hours, else their end.
    ZonedDateTime endAfter(ZonedDateTime moment) {
        int hour = moment.getHour();
        boolean isQuiet = from < to ? hour >= from && hour < to : hour >= from || hour < to;
        if (!isQuiet) {
            return moment;
        }
        var end = moment.with(LocalTime.of(to, 0));
        return end.isAfter(moment) ? end : end.plusDays(1);
    }
}
