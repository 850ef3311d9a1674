// SPDX-License-Identifier: Apache-2.0
package io.atrium.files.web;

import io.atrium.files.pdf.IssuedSheet;
import io.atrium.files.pdf.OfficialSheets;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.web.Crumb;
import io.atrium.web.ListQuery;
import io.atrium.web.NavGroup;
import io.atrium.web.NavItem;
import io.atrium.web.PageView;
import io.atrium.web.component.Column;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Fact;
import io.atrium.web.component.Table;
import io.atrium.web.sheet.Sheet;
import io.atrium.web.sheet.SheetAsk;
import io.atrium.web.sheet.SheetFormat;
import io.atrium.web.sheet.SheetRows;
import io.atrium.web.sheet.Sheets;
import io.atrium.web.text.Text;
import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// `/sheets`: the official sheets that the reader may read, each with its file.
@Controller
class SheetPages {

    private static final Crumb HOME = Crumb.of("insight.nav.home", "/");

    private final OfficialSheets sheets;
    private final WorkingCalendar calendar;
    private final Sheets exports;

    SheetPages(OfficialSheets sheets, WorkingCalendar calendar, Sheets exports) {
        this.exports = exports;
        this.sheets = sheets;
        this.calendar = calendar;
    }

    @Bean
    static NavItem sheetsNavItem() {
        return new NavItem(
                NavGroup.COMPANY,
                "files.sheets.title",
                "/sheets",
                90,
                viewer -> viewer.filter(actor -> actor.may(Permission.READ_COMPANY))
                        .isPresent());
    }

    @Bean
    static NavItem checkNavItem() {
        return new NavItem(NavGroup.BENEFITS, "files.check.title", "/check", 90, viewer -> viewer.isEmpty());
    }

    @GetMapping("/sheets")
    PageView list(Actor actor, ListQuery query, Text t) {
        var rows = sheets.list(actor).stream().map(sheet -> row(sheet, t)).toList();
        var table = Table.of(
                        "files.sheets.caption",
                        Empty.nothingYet("files.sheets.none"),
                        rows.size(),
                        Column.text("files.sheet.number.label"),
                        Column.text("files.sheet.kind"),
                        Column.text("files.sheet.title"),
                        Column.text("files.sheet.holder"),
                        Column.text("files.sheet.date"))
                .exported(query);
        return PageView.of("files/sheets", "files.sheets.title", new SheetsPage(table, rows))
                .under(HOME);
    }

    @GetMapping("/sheets/export")
    ResponseEntity<byte[]> export(Actor actor, ListQuery query, SheetFormat format, Text t) {
        var sheet = Sheet.<IssuedSheet>named("files.sheets.caption")
                .text("files.sheet.number.label", one -> t.of("files.sheet.number", one.number(), one.version()))
                .text("files.sheet.kind", one -> t.of("sheet.kind." + one.kind()))
                .text("files.sheet.title", IssuedSheet::title)
                .text("files.sheet.holder", IssuedSheet::organisationName)
                .date("files.sheet.date", one -> calendar.dayOf(one.issuedAt()))
                .text("files.sheet.code", IssuedSheet::code);
        return exports.answer(sheet, SheetRows.of(sheets.list(actor)), new SheetAsk(format, query, t));
    }

    private SheetsPage.Row row(IssuedSheet sheet, Text t) {
        return new SheetsPage.Row(
                sheet.href(),
                t.of("files.sheet.number", sheet.number(), sheet.version()),
                t.of("sheet.kind." + sheet.kind()),
                sheet.title(),
                sheet.organisationName(),
                t.dateShort(calendar.dayOf(sheet.issuedAt())));
    }

    @GetMapping("/sheets/{id}")
    PageView show(Actor actor, @PathVariable String id, Text t) {
        var sheet = find(actor, id);
        var about = List.of(
                Fact.of(t.of("files.sheet.kind"), t.of("sheet.kind." + sheet.kind())),
                Fact.of(t.of("files.sheet.holder"), sheet.organisationName()),
                Fact.of(t.of("files.sheet.number.label"), t.of("files.sheet.number", sheet.number(), sheet.version())),
                Fact.of(t.of("files.sheet.date"), t.date(calendar.dayOf(sheet.issuedAt()))),
                Fact.of(t.of("files.sheet.by"), sheet.issuedBy()),
                Fact.of(t.of("files.sheet.code"), sheet.code()).linked("/check/" + sheet.code()),
                Fact.of(t.of("files.sheet.hash"), sheet.sha256()));
        return PageView.of(
                        "files/issued",
                        "files.sheet.page-title",
                        new IssuedSheetPage(sheet.href() + "/file", size(sheet), about),
                        sheet.title())
                .under(HOME, Crumb.of("files.sheets.title", "/sheets"));
    }

    private static long size(IssuedSheet sheet) {
        return Math.ceilDiv(sheet.sizeBytes(), 1024);
    }

    @GetMapping("/sheets/{id}/file")
    ResponseEntity<byte[]> file(Actor actor, @PathVariable String id) {
        var sheet = find(actor, id);
        var attachment =
                ContentDisposition.attachment().filename(sheet.fileName()).build();
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_PDF)
                .header(HttpHeaders.CONTENT_DISPOSITION, attachment.toString())
                .body(sheets.read(sheet));
    }

    private IssuedSheet find(Actor actor, String id) {
        return sheets.find(actor, id).orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }
}
