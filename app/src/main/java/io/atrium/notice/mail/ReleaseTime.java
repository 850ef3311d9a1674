// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice.mail;

import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.notice.mail.MailChoice.Pace;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;

/// When a message may go out by mail (发送时间): at once or with the next digest, never in quiet hours — unless waiting so
/// long would be too late for its deadline, or its kind is urgent.
final class ReleaseTime {

    private ReleaseTime() {}

    /// What of a message decides.
    record Urgency(boolean isUrgent, @Nullable Instant dueAt) {

        boolean canWaitUntil(Instant moment) {
            return !isUrgent && (dueAt == null || dueAt.isAfter(moment));
        }
    }

    static Instant of(MailChoice choice, Urgency urgency, Instant now, WorkingCalendar calendar) {
        var asWished = wished(choice, now.atZone(BusinessClock.ZONE), calendar);
        var quiet = choice.quiet();
        var allowed = (quiet == null ? asWished : quiet.endAfter(asWished)).toInstant();
        return urgency.canWaitUntil(allowed) ? allowed : now;
    }

    private static ZonedDateTime wished(MailChoice choice, ZonedDateTime now, WorkingCalendar calendar) {
        if (choice.pace() != Pace.DAILY) {
            return now;
        }
        var hour = LocalTime.of(choice.digestHour(), 0);
        var day = now.toLocalTime().isBefore(hour)
                ? now.toLocalDate()
                : now.toLocalDate().plusDays(1);
        return (choice.workingDaysOnly() ? calendar.workingDayOnOrAfter(day) : day)
                .atTime(hour)
                .atZone(BusinessClock.ZONE);
    }
}
