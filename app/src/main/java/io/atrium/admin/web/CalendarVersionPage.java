// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin.web;

import io.atrium.admin.MovedDeadline;
import io.atrium.admin.domain.DayChange;
import io.atrium.web.component.Form;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// What `/calendar-versions/{id}` shows: the draft or version, how it differs from what counts now, and which deadlines
/// would move.
///
/// @param forms null once nothing may be changed any more
public record CalendarVersionPage(
        VersionHead head,
        CalendarDays days,
        List<Change> changes,
        List<Moved> moved,
        String movedSummary,
        @Nullable Forms forms) {

    public record Forms(Form holiday, Form workday, Form source) {}

    public record Change(LocalDate day, String before, String after, boolean counts) {}

    public record Moved(String text, String href, Instant before, Instant after) {}

    static List<Change> changes(List<DayChange> changes) {
        return changes.stream()
                .map(change -> new Change(
                        change.day(),
                        "admin.calendar.day." + change.before(),
                        "admin.calendar.day." + change.after(),
                        change.countsOtherwise()))
                .toList();
    }

    static List<Moved> moved(List<MovedDeadline> deadlines) {
        return deadlines.stream()
                .map(moved -> new Moved(
                        moved.deadline().text(),
                        moved.deadline().href(),
                        moved.deadline().dueAt(),
                        moved.dueAt()))
                .toList();
    }
}
