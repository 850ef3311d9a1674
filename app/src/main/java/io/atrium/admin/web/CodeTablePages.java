// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin.web;

import io.atrium.admin.CodeVersions;
import io.atrium.admin.CodesInForce;
import io.atrium.admin.Version;
import io.atrium.admin.VersionId;
import io.atrium.admin.VersionState;
import io.atrium.admin.Versions;
import io.atrium.admin.domain.CodeList;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.kernel.codes.CodeTable;
import io.atrium.web.Crumb;
import io.atrium.web.ListQuery;
import io.atrium.web.NavGroup;
import io.atrium.web.NavItem;
import io.atrium.web.PageView;
import io.atrium.web.RequestKeys;
import io.atrium.web.component.Tag;
import io.atrium.web.component.Tone;
import io.atrium.web.sheet.Sheet;
import io.atrium.web.sheet.SheetAsk;
import io.atrium.web.sheet.SheetFormat;
import io.atrium.web.sheet.SheetRows;
import io.atrium.web.sheet.Sheets;
import io.atrium.web.text.Text;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// `/code-tables`: what may be changed; `/code-tables/{name}`: the entries that count, their use, the versions, a
/// draft.
@Controller
class CodeTablePages {

    static final String PAGE = "/code-tables";

    private final CodeVersions versions;
    private final CodesInForce inForce;
    private final BusinessClock clock;
    private final RequestKeys keys;
    private final Sheets sheets;

    CodeTablePages(CodeVersions versions, CodesInForce inForce, BusinessClock clock, RequestKeys keys, Sheets sheets) {
        this.versions = versions;
        this.inForce = inForce;
        this.clock = clock;
        this.keys = keys;
        this.sheets = sheets;
    }

    @Bean
    static NavItem codeTablesNavItem() {
        return NavItem.needing(Permission.MANAGE_REFERENCE, NavGroup.SETTINGS, "admin.codes.title", PAGE, 61);
    }

    @GetMapping(PAGE)
    PageView tables(Actor actor, Text t) {
        actor.require(Permission.MANAGE_REFERENCE);
        var rows = inForce.tables().stream().map(table -> row(actor, table, t)).toList();
        return PageView.of("admin/code-tables", "admin.codes.title", CodeTablesPage.of(rows));
    }

    private CodeTablesPage.Row row(Actor actor, CodeTable table, Text t) {
        var all = versions.of(actor, table.name());
        var current = inForce.current(table);
        var number = all.stream()
                .filter(version -> version.state() == VersionState.PUBLISHED)
                .filter(version -> version.content().equals(current))
                .map(Version::number)
                .findFirst()
                .orElse(0);
        var draft = all.stream()
                .filter(Version::isOpen)
                .findFirst()
                .map(version -> VersionWords.tag(version.state()))
                .orElse(Tag.of(Tone.PLAIN, "admin.calendar.no-draft"));
        return new CodeTablesPage.Row(
                PAGE + "/" + table.name(),
                t.of(table.messageKey() + ".title"),
                t.of(table.messageKey() + ".lead"),
                current.entries().size(),
                String.valueOf(number),
                draft);
    }

    @GetMapping(PAGE + "/{name}")
    PageView table(Actor actor, Text t, ListQuery query, @PathVariable String name) {
        actor.require(Permission.MANAGE_REFERENCE);
        var table = find(name);
        var list = inForce.current(table);
        var views = new CodeViews(table, clock.today(), t);
        var rows = views.rows(list, _ -> null);
        var page = new CodeTablePage(
                t.of(table.messageKey() + ".lead"),
                table.shape().hasFigures(),
                CodeTablePage.table(table, rows.size(), false).exported(query),
                rows,
                views.unlisted(list),
                VersionList.of(
                        versions.of(actor, name), PAGE + "/" + name + "/drafts", CodeTablePages::path, keys::fresh));
        return PageView.of("admin/code-table", table.messageKey() + ".title", page)
                .under(Crumb.of("admin.codes.title", PAGE));
    }

    @GetMapping(PAGE + "/{name}/export")
    ResponseEntity<byte[]> export(Actor actor, Text t, ListQuery query, SheetFormat format, @PathVariable String name) {
        actor.require(Permission.MANAGE_REFERENCE);
        var table = find(name);
        return file(table, inForce.current(table), new SheetAsk(format, query, t));
    }

    /// The file that a draft takes in again: headings, code, words, figure, last day, and how often it is used.
    ResponseEntity<byte[]> file(CodeTable table, CodeList list, SheetAsk ask) {
        var rows = new CodeViews(table, clock.today(), ask.t()).rows(list, _ -> null);
        var sheet = Sheet.<CodeRow>named(table.messageKey() + ".title")
                .text("admin.codes.code", row -> row.entry().code())
                .text("admin.codes.zh", row -> row.entry().zh())
                .text("admin.codes.en", row -> row.entry().en());
        if (table.shape().hasFigures()) {
            sheet = sheet.number(
                    table.messageKey() + ".figure", row -> row.entry().number());
        }
        sheet = sheet.date("admin.codes.last-day", row -> row.entry().lastDay())
                .number(table.messageKey() + ".uses", CodeRow::uses);
        return sheets.answer(sheet, SheetRows.of(rows), ask);
    }

    @PostMapping(PAGE + "/{name}/drafts")
    ModelAndView draft(
            Actor actor,
            RequestKey key,
            @PathVariable String name,
            @RequestParam(required = false) @Nullable VersionId from) {
        actor.require(Permission.MANAGE_REFERENCE);
        find(name);
        return VersionSteps.answer(
                versions.draft(actor, key, new Versions.Draft(name, from)),
                CodeTablePages::path,
                "admin.calendar.flash.drafted");
    }

    CodeTable find(String name) {
        return inForce.table(name).orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }

    static String path(VersionId version) {
        return "/code-table-versions/" + version;
    }
}
