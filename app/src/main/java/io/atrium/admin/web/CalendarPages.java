// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin.web;

import io.atrium.admin.CalendarInForce;
import io.atrium.admin.CalendarVersions;
import io.atrium.admin.VersionId;
import io.atrium.admin.Versions;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.web.Crumb;
import io.atrium.web.ListQuery;
import io.atrium.web.NavGroup;
import io.atrium.web.NavItem;
import io.atrium.web.PageView;
import io.atrium.web.RequestKeys;
import io.atrium.web.sheet.Sheet;
import io.atrium.web.sheet.SheetAsk;
import io.atrium.web.sheet.SheetFormat;
import io.atrium.web.sheet.SheetRows;
import io.atrium.web.sheet.Sheets;
import io.atrium.web.text.Text;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// `/calendars`: the years of the working calendar; `/calendars/{year}`: the days of a year, its versions, a new draft.
@Controller
class CalendarPages {

    static final String PAGE = "/calendars";

    private final CalendarVersions versions;
    private final CalendarInForce inForce;
    private final WorkingCalendar calendar;
    private final RequestKeys keys;
    private final Sheets sheets;

    CalendarPages(
            CalendarVersions versions,
            CalendarInForce inForce,
            WorkingCalendar calendar,
            RequestKeys keys,
            Sheets sheets) {
        this.sheets = sheets;
        this.versions = versions;
        this.inForce = inForce;
        this.calendar = calendar;
        this.keys = keys;
    }

    @Bean
    static NavItem calendarsNavItem() {
        return NavItem.needing(Permission.MANAGE_REFERENCE, NavGroup.SETTINGS, "admin.calendar.title", PAGE, 60);
    }

    @GetMapping(PAGE)
    PageView years(Actor actor, ListQuery query) {
        return PageView.of("admin/calendars", "admin.calendar.title", CalendarYearsPage.of(rows(actor), query));
    }

    @GetMapping(PAGE + "/export")
    ResponseEntity<byte[]> export(Actor actor, ListQuery query, SheetFormat format, Text t) {
        var sheet = Sheet.<CalendarYearsPage.Row>named("admin.calendar.years")
                .text("admin.calendar.year", CalendarYearsPage.Row::year)
                .text("admin.calendar.basis", row -> t.of(row.state().key()))
                .number("admin.calendar.working-days", CalendarYearsPage.Row::workingDays)
                .text("admin.calendar.source", CalendarYearsPage.Row::source)
                .number("admin.calendar.version", CalendarYearsPage.Row::version)
                .text("admin.calendar.open", row -> t.of(row.draft().key()));
        return sheets.answer(sheet, SheetRows.of(rows(actor)), new SheetAsk(format, query, t));
    }

    private List<CalendarYearsPage.Row> rows(Actor actor) {
        actor.require(Permission.MANAGE_REFERENCE);
        return calendar.years().reversed().stream()
                .map(year -> CalendarYearsPage.row(year, versions.of(actor, String.valueOf(year.year()))))
                .toList();
    }

    @GetMapping(PAGE + "/{year}")
    PageView year(Actor actor, @PathVariable int year) {
        actor.require(Permission.MANAGE_REFERENCE);
        var content = inForce.year(year).orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
        var page = new CalendarYearPage(
                CalendarDays.of(content),
                VersionList.of(
                        versions.of(actor, String.valueOf(year)),
                        PAGE + "/" + year + "/drafts",
                        CalendarPages::path,
                        keys::fresh));
        return PageView.of("admin/calendar", "admin.calendar.year.title", page, String.valueOf(year))
                .under(Crumb.of("admin.calendar.title", PAGE));
    }

    @PostMapping(PAGE + "/{year}/drafts")
    ModelAndView draft(
            Actor actor,
            RequestKey key,
            @PathVariable int year,
            @RequestParam(required = false) @Nullable VersionId from) {
        var draft = new Versions.Draft(String.valueOf(year), from);
        return VersionSteps.answer(
                versions.draft(actor, key, draft), CalendarPages::path, "admin.calendar.flash.drafted");
    }

    static String path(VersionId version) {
        return "/calendar-versions/" + version;
    }
}
