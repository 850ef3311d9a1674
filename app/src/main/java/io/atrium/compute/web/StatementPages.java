// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.statement.Statement;
import io.atrium.compute.statement.StatementLine;
import io.atrium.compute.statement.StatementSection;
import io.atrium.compute.statement.Statements;
import io.atrium.files.pdf.OfficialSheets;
import io.atrium.files.pdf.SheetDraft;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Fen;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Role;
import io.atrium.web.Crumb;
import io.atrium.web.ListQuery;
import io.atrium.web.NavGroup;
import io.atrium.web.NavItem;
import io.atrium.web.PageView;
import io.atrium.web.RequestKeys;
import io.atrium.web.SeeOther;
import io.atrium.web.component.Column;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Form;
import io.atrium.web.component.Table;
import io.atrium.web.sheet.Sheet;
import io.atrium.web.sheet.SheetAsk;
import io.atrium.web.sheet.SheetFormat;
import io.atrium.web.sheet.SheetRows;
import io.atrium.web.sheet.Sheets;
import io.atrium.web.text.Text;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// `/statements` and `/statements/{month}`: what one's own organisation had, got, held, paid and has.
@Controller
class StatementPages {

    private final Statements statements;
    private final Sheets files;
    private final OfficialSheets sheets;
    private final RequestKeys keys;

    StatementPages(Statements statements, Sheets files, OfficialSheets sheets, RequestKeys keys) {
        this.statements = statements;
        this.files = files;
        this.sheets = sheets;
        this.keys = keys;
    }

    @Bean
    static NavItem statementsNavItem() {
        return NavItem.forRoles(
                NavGroup.MONEY,
                "compute.nav.statements",
                "/statements",
                30,
                Role.FIRM_OWNER,
                Role.FIRM_FINANCE,
                Role.PROVIDER_STAFF);
    }

    @GetMapping("/statements")
    PageView months(Actor actor, Text t) {
        actor.require(Permission.READ_LEDGER);
        var months = statements.months(actor.organisation());
        var rows = months.stream()
                .map(month -> new StatementPage.Month(
                        month.toString(), "/statements/" + month, month.equals(months.getFirst())))
                .toList();
        var table = Table.of(
                "compute.statement.months",
                Empty.nothingYet("compute.statement.months.none"),
                rows.size(),
                Column.text("compute.statement.month"),
                Column.text("compute.job.state"));
        return PageView.of("compute/statements", "compute.statement.months", new StatementPage.Months(table, rows))
                .under(Crumb.of("insight.nav.home", "/"));
    }

    @GetMapping("/statements/{month}")
    PageView show(Actor actor, @PathVariable String month, Text t) {
        var statement = statement(actor, month);
        var months = statements.months(actor.organisation());
        var at = months.indexOf(statement.month());
        var page = new StatementPage(
                statement.isRunning() ? t.dateTimeShort(statement.madeAt()) : null,
                href(months, at + 1),
                href(months, at - 1),
                views(actor, t).sections(statement),
                Form.to("/statements/" + statement.month() + "/sheet", "compute.statement.sheet")
                        .keyed(keys.fresh()));
        return PageView.of("compute/statement", "compute.statement.title", page, month)
                .under(Crumb.of("insight.nav.home", "/"), Crumb.of("compute.nav.statements", "/statements"));
    }

    @GetMapping("/statements/{month}/export")
    ResponseEntity<byte[]> export(
            Actor actor, @PathVariable String month, Text t, ListQuery query, SheetFormat format) {
        var statement = statement(actor, month);
        var lines = statement.sections().stream()
                .flatMap(section -> section.lines().stream().map(line -> new Line(section.kind(), line)))
                .toList();
        return files.answer(sheet(actor, t), SheetRows.of(lines), new SheetAsk(format, query, t));
    }

    @PostMapping("/statements/{month}/sheet")
    SeeOther sheet(Actor actor, RequestKey key, @PathVariable String month, Text t) {
        var statement = statement(actor, month);
        var draft = new SheetDraft(
                "monthly-statement",
                Permission.READ_LEDGER,
                new SheetDraft.Holder(actor.organisation(), actor.organisationName()),
                month,
                t.of("compute.statement.title", month),
                "compute/statement-sheet",
                new StatementPage.Sheet(views(actor, t).sections(statement)));
        return SeeOther.to(sheets.issue(actor, key, draft, t).href());
    }

    private Statement statement(Actor actor, String month) {
        actor.require(Permission.READ_LEDGER);
        try {
            var asked = YearMonth.parse(month);
            if (statements.months(actor.organisation()).contains(asked)) {
                return statements.of(actor.organisation(), asked);
            }
        } catch (DateTimeException _) {
            // no month has this name: not found, as below
        }
        throw new RefusedException(CommonRefusal.NOT_FOUND);
    }

    private record Line(StatementSection.Kind section, StatementLine line) {}

    private static Sheet<Line> sheet(Actor actor, Text t) {
        var views = views(actor, t);
        return Sheet.<Line>named("compute.nav.statements")
                .text("compute.statement.account", line -> t.of("compute.statement.section", line.section()))
                .moment("compute.statement.at", line -> line.line().entry().bookedAt())
                .text(
                        "compute.statement.kind",
                        line -> t.of("compute.statement.line", line.line().kind()))
                .text("compute.statement.what", line -> views.what(line.line()))
                .text("compute.statement.reference", line -> line.line().entry().reference())
                .money(
                        "compute.statement.posted",
                        line -> new Fen(line.line().entry().posted()))
                .money(
                        "compute.statement.held",
                        line -> new Fen(line.line().entry().held()))
                .money(
                        "compute.statement.balance",
                        line -> new Fen(line.line().after().posted()))
                .money(
                        "compute.statement.held-after",
                        line -> new Fen(line.line().after().held()));
    }

    private static StatementViews views(Actor actor, Text t) {
        return new StatementViews(t, actor.may(Permission.READ_JOB));
    }

    private static @Nullable String href(List<YearMonth> months, int index) {
        return index < 0 || index >= months.size() ? null : "/statements/" + months.get(index);
    }
}
