// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin;

import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.deadline.DeadlineSource;
import io.atrium.web.deadline.OpenDeadline;
import io.atrium.web.text.Text;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// What falls due when the business clock is moved forward (推进预览).
@Component
public class ClockPreview {

    private static final int DEADLINES_MAX = 100;

    private final BusinessClock clock;
    private final WorkingCalendar calendar;
    private final List<DeadlineSource> sources;

    ClockPreview(BusinessClock clock, WorkingCalendar calendar, List<DeadlineSource> sources) {
        this.clock = clock;
        this.calendar = calendar;
        this.sources = sources;
    }

    /// The time after so many working days; empty where the calendar ends before.
    public Optional<Instant> target(int workingDays) {
        var day = clock.today();
        var target = calendar.plusWorkingDays(day, workingDays);
        return target.isAfter(calendar.lastDay())
                ? Optional.empty()
                : Optional.of(clock.instant().plus(Duration.ofDays(target.toEpochDay() - day.toEpochDay())));
    }

    /// Deadlines that pass until then, soonest first.
    public List<OpenDeadline> fallingDue(Instant until, Text t) {
        return sources.stream()
                .flatMap(source -> source.open(clock.instant(), DEADLINES_MAX, t).stream())
                .filter(open -> !open.dueAt().isAfter(until))
                .sorted(Comparator.comparing(OpenDeadline::dueAt))
                .limit(DEADLINES_MAX)
                .toList();
    }
}
