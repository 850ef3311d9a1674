// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.component;

import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.web.text.Text;
import java.time.Instant;

/// A deadline in words (期限): the moment, and how many working days are left.
public record Due(Instant at, int workingDaysLeft, boolean isPassed) {

    public static Due of(Instant due, Instant now, WorkingCalendar calendar) {
        int left = calendar.workingDaysBetween(calendar.dayOf(now), calendar.dayOf(due));
        return new Due(due, Math.max(0, left), now.isAfter(due));
    }

    public Tone tone() {
        return isPassed ? Tone.BAD : workingDaysLeft <= 1 ? Tone.WAIT : Tone.INFO;
    }

    /// Whether the words speak of working days (工作日), so that they lead to the calendar.
    public boolean countsWorkingDays() {
        return !isPassed && workingDaysLeft > 0;
    }

    /// `还剩 3 个工作日`, `today`, `overdue`.
    public String left(Text t) {
        return isPassed ? t.of("web.due.passed") : t.of("web.due.left", workingDaysLeft);
    }
}
