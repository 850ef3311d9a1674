// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin;

import io.atrium.identity.Audit;
import io.atrium.kernel.AtriumSettings;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.Requests;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// Moves the business clock forward (推进业务时钟), in the demo only, so that a publicity period of five working days
/// does not take a week to show.
@Component
public class ClockAdvances {

    public static final int WORKING_DAYS_MAX = 30;

    private final BusinessClock clock;
    private final WorkingCalendar calendar;
    private final AtriumSettings settings;
    private final Requests requests;
    private final Audit audit;

    ClockAdvances(
            BusinessClock clock, WorkingCalendar calendar, AtriumSettings settings, Requests requests, Audit audit) {
        this.clock = clock;
        this.calendar = calendar;
        this.settings = settings;
        this.requests = requests;
        this.audit = audit;
    }

    public sealed interface Outcome {
        record Advanced(Instant from, Instant to) implements Outcome {}

        record Refused(Refusal refusal) implements Outcome {}
    }

    private record Advance(int workingDays) {}

    /// Moves to the same time of day, `workingDays` working days later.
    @Transactional
    public Outcome advance(Actor actor, RequestKey key, int workingDays) {
        actor.require(Permission.ADVANCE_CLOCK);
        if (!settings.demo()) {
            return new Outcome.Refused(Refusal.of(AdminRefusal.CLOCK_NOT_ADVANCEABLE));
        }
        if (workingDays < 1 || workingDays > WORKING_DAYS_MAX) {
            return new Outcome.Refused(Refusal.of(AdminRefusal.CLOCK_ADVANCE_OUT_OF_RANGE, "max", WORKING_DAYS_MAX));
        }
        return requests.once(actor, key, new Advance(workingDays), Outcome.class, () -> advance(actor, workingDays));
    }

    private Outcome advance(Actor actor, int workingDays) {
        var from = clock.instant();
        var day = clock.today();
        var target = calendar.plusWorkingDays(day, workingDays);
        if (target.isAfter(calendar.lastDay())) {
            return new Outcome.Refused(Refusal.of(AdminRefusal.CALENDAR_ENDS, "day", day.toString()));
        }
        var to = clock.advance(Duration.ofDays(target.toEpochDay() - day.toEpochDay()));
        audit.record(actor, "admin.clock-advanced", "business-clock", Map.of("from", from, "to", to));
        return new Outcome.Advanced(from, to);
    }
}
