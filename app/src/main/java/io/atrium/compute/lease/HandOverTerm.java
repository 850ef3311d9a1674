// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.lease;

import io.atrium.kernel.calendar.WorkingCalendar;
import java.time.Instant;
import org.springframework.stereotype.Component;

/// Until when a signed lease is handed over (交付期限): it is due on its first day, both sides are reminded on the day
/// after, and behind the last moment the lease is withdrawn with all its money.
@Component
public class HandOverTerm {

    /// Working days after the first day; an assumption of this product.
    public static final int WITHIN_WORKING_DAYS = 5;

    private final WorkingCalendar calendar;

    HandOverTerm(WorkingCalendar calendar) {
        this.calendar = calendar;
    }

    /// Close of business of the last day.
    public Instant lastMoment(LeaseView lease) {
        var start = lease.startsOn();
        return calendar.closing(calendar.plusWorkingDays(start, WITHIN_WORKING_DAYS));
    }
}
