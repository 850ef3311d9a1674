// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin.web;

import io.atrium.admin.Version;
import io.atrium.admin.VersionState;
import io.atrium.kernel.calendar.CalendarYear;
import io.atrium.web.ListQuery;
import io.atrium.web.component.Column;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tag;
import io.atrium.web.component.Tone;
import java.time.LocalDate;
import java.util.List;

/// What `/calendars` shows.
public record CalendarYearsPage(Table table, List<Row> rows) {

    /// @param version number of the version in force; 0 is the shipped file
    public record Row(String year, Tag state, int workingDays, String source, int version, Tag draft) {}

    static CalendarYearsPage of(List<Row> rows, ListQuery query) {
        var table = Table.of(
                        "admin.calendar.years",
                        Empty.nothingYet("admin.calendar.years.none"),
                        rows.size(),
                        Column.text("admin.calendar.year"),
                        Column.text("admin.calendar.basis"),
                        Column.number("admin.calendar.working-days"),
                        Column.text("admin.calendar.source"),
                        Column.number("admin.calendar.version"),
                        Column.text("admin.calendar.open"))
                .exported(query);
        return new CalendarYearsPage(table, rows);
    }

    static Row row(CalendarYear year, List<Version<CalendarYear>> versions) {
        int number = versions.stream()
                .filter(version -> version.state() == VersionState.PUBLISHED)
                .filter(version -> version.content().equals(year))
                .mapToInt(Version::number)
                .max()
                .orElse(0);
        var draft = versions.stream().filter(Version::isOpen).findFirst();
        return new Row(
                String.valueOf(year.year()),
                year.assumed()
                        ? Tag.of(Tone.WAIT, "admin.calendar.assumed")
                        : Tag.of(Tone.GOOD, "admin.calendar.announced"),
                workingDays(year),
                year.source().title(),
                number,
                draft.map(version -> VersionWords.tag(version.state()))
                        .orElse(Tag.of(Tone.PLAIN, "admin.calendar.no-draft")));
    }

    static int workingDays(CalendarYear year) {
        return (int) LocalDate.of(year.year(), 1, 1)
                .datesUntil(LocalDate.of(year.year() + 1, 1, 1))
                .filter(year::isWorkingDay)
                .count();
    }
}
