// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin.web;

import io.atrium.admin.CalendarVersions;
import io.atrium.admin.Version;
import io.atrium.admin.domain.CalendarEdit;
import io.atrium.admin.domain.CalendarEdit.AddHoliday;
import io.atrium.admin.domain.CalendarEdit.AddWorkday;
import io.atrium.admin.domain.CalendarEdit.Cite;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.calendar.CalendarSource;
import io.atrium.kernel.calendar.CalendarYear;
import io.atrium.kernel.calendar.Holiday;
import io.atrium.web.component.Field;
import io.atrium.web.component.FieldError;
import io.atrium.web.component.FieldKind;
import io.atrium.web.component.Form;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// The forms of a calendar draft, and what was typed into them.
final class CalendarForms {

    private static final int NAME_LENGTH_MAX = 60;
    private static final int SOURCE_LENGTH_MAX = 200;

    private CalendarForms() {}

    /// Which edit was asked for, or what is wrong with the answers.
    record Typed(@Nullable CalendarEdit edit, List<FieldError> errors) {}

    static Form holiday(String version, RequestKey key) {
        return Form.to(
                        version + "/holidays",
                        "admin.calendar.holiday.add",
                        Field.text("nameZh", "admin.calendar.holiday.name-zh"),
                        Field.text("nameEn", "admin.calendar.holiday.name-en"),
                        Field.of(FieldKind.DATE, "first", "admin.calendar.holiday.first")
                                .small(),
                        Field.of(FieldKind.DATE, "last", "admin.calendar.holiday.last")
                                .small())
                .keyed(key);
    }

    static Form workday(String version, RequestKey key) {
        return Form.to(
                        version + "/workdays",
                        "admin.calendar.workday.add",
                        Field.of(FieldKind.DATE, "day", "admin.calendar.workday.day")
                                .hint("admin.calendar.workday.hint")
                                .small())
                .keyed(key);
    }

    static Form source(Version<CalendarYear> version, RequestKey key) {
        var source = version.content().source();
        return Form.to(
                        CalendarPages.path(version.id()) + "/source",
                        "admin.calendar.source.save",
                        Field.text("issuer", "admin.calendar.source.issuer").value(source.issuer()),
                        Field.text("title", "admin.calendar.source.title").value(source.title()),
                        Field.text("number", "admin.calendar.source.number").value(source.number()),
                        Field.of(FieldKind.DATE, "dated", "admin.calendar.source.dated")
                                .value(source.dated().toString())
                                .small())
                .seen(CalendarVersions.sourceOf(version))
                .keyed(key);
    }

    static Typed holiday(Map<String, String> typed) {
        var errors = new ArrayList<FieldError>();
        var nameZh = text("nameZh", typed, NAME_LENGTH_MAX, errors);
        var nameEn = text("nameEn", typed, NAME_LENGTH_MAX, errors);
        var first = VersionSteps.day("first", typed, errors);
        var last = VersionSteps.day("last", typed, errors);
        if (first != null && last != null && last.isBefore(first)) {
            errors.add(FieldError.of("last", "admin.calendar.wrong.ENDS_BEFORE_IT_BEGINS"));
        }
        return errors.isEmpty() && first != null && last != null
                ? new Typed(new AddHoliday(new Holiday(nameZh, nameEn, first, last)), errors)
                : new Typed(null, errors);
    }

    static Typed workday(Map<String, String> typed) {
        var errors = new ArrayList<FieldError>();
        var day = VersionSteps.day("day", typed, errors);
        return new Typed(day == null ? null : new AddWorkday(day), errors);
    }

    static Typed source(Map<String, String> typed) {
        var errors = new ArrayList<FieldError>();
        var issuer = text("issuer", typed, SOURCE_LENGTH_MAX, errors);
        var title = text("title", typed, SOURCE_LENGTH_MAX, errors);
        var number = text("number", typed, SOURCE_LENGTH_MAX, errors);
        var dated = VersionSteps.day("dated", typed, errors);
        return errors.isEmpty() && dated != null
                ? new Typed(new Cite(new CalendarSource(issuer, title, number, dated)), errors)
                : new Typed(null, errors);
    }

    private static String text(String name, Map<String, String> typed, int lengthMax, List<FieldError> errors) {
        var value = typed.getOrDefault(name, "").strip();
        if (value.isEmpty() || value.length() > lengthMax) {
            errors.add(FieldError.of(name, "admin.calendar.wrong.text", lengthMax));
        }
        return value;
    }
}
