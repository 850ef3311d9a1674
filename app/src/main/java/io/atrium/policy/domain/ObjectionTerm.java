// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.domain;

import io.atrium.kernel.calendar.Deadline;
import io.atrium.kernel.calendar.DeadlineUnit;
import io.atrium.kernel.calendar.WorkingCalendar;
import java.time.Instant;

/// By when a department rules on an objection (异议裁定期限). The texts seen name no term; this one is the platform's own,
/// and is said to be so wherever it is shown.
public final class ObjectionTerm {

    public static final int WORKING_DAYS = 5;

    private ObjectionTerm() {}

    public static Instant ruleBy(Instant objectedAt, WorkingCalendar calendar) {
        return new Deadline(WORKING_DAYS, DeadlineUnit.WORKING_DAY).dueAfter(objectedAt, calendar);
    }
}
