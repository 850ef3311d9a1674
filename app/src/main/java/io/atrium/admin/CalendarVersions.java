// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin;

import io.atrium.admin.domain.CalendarEdit;
import io.atrium.kernel.calendar.CalendarYear;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.web.Seen;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/// Versions of the working calendar (工作日历版本), a year each.
@Component
public class CalendarVersions extends Versions<CalendarYear, CalendarEdit> {

    private final CalendarInForce inForce;

    CalendarVersions(CalendarInForce inForce, VersionFlow flow) {
        super(Subject.Kind.CALENDAR, CalendarYear.class, flow);
        this.inForce = inForce;
    }

    @Override
    protected Optional<CalendarYear> current(String name) {
        return name.matches("\\d{4}") ? inForce.year(Integer.parseInt(name)) : Optional.empty();
    }

    @Override
    protected Optional<CalendarYear> shipped(String name) {
        return WorkingCalendar.china().years().stream()
                .filter(year -> String.valueOf(year.year()).equals(name))
                .findFirst();
    }

    @Override
    protected Edited<CalendarYear> apply(Version<CalendarYear> draft, CalendarEdit edit) {
        return switch (CalendarEdit.apply(draft.content(), edit)) {
            case CalendarEdit.Outcome.Impossible(var problem) ->
                new Edited.Impossible<>(new RefusalOf(problem.name(), Map.of()));
            case CalendarEdit.Outcome.Changed(var changed) -> new Edited.Changed<>(changed);
        };
    }

    @Override
    public Seen contentOf(Version<CalendarYear> version) {
        var year = version.content();
        return Seen.of(year.source(), year.holidays(), year.adjustedWorkdays());
    }

    /// The mark of what a year is taken from.
    public static Seen sourceOf(Version<CalendarYear> version) {
        return Seen.of(version.content().source());
    }

    /// Of all edits only a citation replaces what was shown.
    @Override
    protected Seen shownFor(Version<CalendarYear> version, CalendarEdit edit) {
        return sourceOf(version);
    }

    @Override
    protected void applySoon() {
        inForce.applySoon();
    }
}
