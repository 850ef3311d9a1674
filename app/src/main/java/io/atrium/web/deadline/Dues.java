// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.deadline;

import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.component.Due;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Deadlines in words (期限).
@Component
public class Dues {

    private final BusinessClock clock;
    private final WorkingCalendar calendar;

    Dues(BusinessClock clock, WorkingCalendar calendar) {
        this.clock = clock;
        this.calendar = calendar;
    }

    public @Nullable Due at(@Nullable Instant moment) {
        if (moment == null) {
            return null;
        }
        return Due.of(moment, clock.instant(), calendar);
    }
}
