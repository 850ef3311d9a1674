// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.web;

import io.atrium.company.CompanyFile;
import io.atrium.company.CompanyView;
import io.atrium.company.ConsentView;
import io.atrium.company.Consents;
import io.atrium.company.FactCatalogue;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.Crumb;
import io.atrium.web.ListQuery;
import io.atrium.web.PageView;
import io.atrium.web.component.Column;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Tab;
import io.atrium.web.component.Table;
import io.atrium.web.sheet.Sheet;
import io.atrium.web.sheet.SheetAsk;
import io.atrium.web.sheet.SheetFormat;
import io.atrium.web.sheet.SheetRows;
import io.atrium.web.sheet.Sheets;
import io.atrium.web.text.Text;
import java.util.List;
import java.util.Map;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// `/consented-firms`: for a bank, the firms that let it read their facts, and those facts.
@Controller
class ConsentedFirmPages {

    static final String PATH = "/consented-firms";
    private static final String TITLE = "company.consented.title";

    private final Consents consents;
    private final FactCatalogue catalogue;
    private final FirmNames names;
    private final BusinessClock clock;
    private final Sheets sheets;

    ConsentedFirmPages(
            Consents consents, FactCatalogue catalogue, FirmNames names, BusinessClock clock, Sheets sheets) {
        this.consents = consents;
        this.catalogue = catalogue;
        this.names = names;
        this.clock = clock;
        this.sheets = sheets;
    }

    @GetMapping(PATH)
    PageView list(Actor actor, Text t, ListQuery query) {
        actor.require(Permission.READ_CONSENTED);
        return switch (query.filter("show")) {
            case "changed" -> consents(actor, t, query, consents.changed(actor));
            case "ending" -> consents(actor, t, query, consents.ending(actor));
            default -> firms(actor, t, query);
        };
    }

    private PageView firms(Actor actor, Text t, ListQuery query) {
        var table = Table.of(
                        TITLE,
                        Empty.nothingYet("company.consented.empty"),
                        0,
                        Column.text("company.list.name"),
                        Column.text("company.list.code"),
                        Column.text("company.list.district"),
                        Column.text("company.list.industry"))
                .paged(query, consents.countFirms(actor))
                .exported(query);
        var rows = consents.firms(actor, query.page(), query.size()).stream()
                .map(company -> row(company, t))
                .toList();
        return PageView.of(
                "company/consented-list", TITLE, new ConsentedFirmPage.Listing(tabs(actor, t, query), table, rows));
    }

    /// Consents that changed or end; those that hold lead to the firm's file.
    private PageView consents(Actor actor, Text t, ListQuery query, List<ConsentView> shown) {
        var firms = names.of(shown, t);
        var views = new ConsentViews(catalogue, clock.today(), t);
        var rows = shown.stream()
                .map(consent -> new ConsentedFirmPage.ConsentRow(
                        firms.getOrDefault(consent.firm(), ""),
                        consent.holdsOn(clock.today()) ? PATH + "/" + consent.firm() : null,
                        views.row(consent, false)))
                .toList();
        return PageView.of(
                "company/consent-changes",
                TITLE,
                new ConsentedFirmPage.Changes(tabs(actor, t, query), ConsentViews.changes(rows.size()), rows));
    }

    private List<Tab> tabs(Actor actor, Text t, ListQuery query) {
        var chosen = query.filter("show");
        var changed = t.of("company.desk.consent.changed", Consents.CHANGED_DAYS);
        var ending = t.of("company.desk.consent.ending", Consents.ENDING_DAYS);
        return List.of(
                Tab.of(
                                t.of("company.consented.tab.firms"),
                                PATH,
                                !List.of("changed", "ending").contains(chosen))
                        .counting(consents.countFirms(actor)),
                Tab.of(changed, PATH + "?show=changed", chosen.equals("changed"))
                        .counting(consents.changed(actor).size()),
                Tab.of(ending, PATH + "?show=ending", chosen.equals("ending"))
                        .counting(consents.ending(actor).size()));
    }

    @GetMapping(PATH + "/export")
    ResponseEntity<byte[]> export(Actor actor, Text t, ListQuery query, SheetFormat format) {
        actor.require(Permission.READ_CONSENTED);
        var words = new FactText(t);
        var sheet = Sheet.<CompanyView>named(TITLE)
                .text("company.list.name", company -> CompanyPages.name(company, t))
                .text("company.list.code", CompanyView::unifiedCode)
                .text("company.list.district", CompanyView::district)
                .text("company.list.industry", company -> CompanyFileView.industry(catalogue, company, words));
        var rows = SheetRows.paged(consents.countFirms(actor), (page, size) -> consents.firms(actor, page, size));
        return sheets.answer(sheet, rows, new SheetAsk(format, query, t));
    }

    @GetMapping(PATH + "/{firm}")
    PageView file(Actor actor, Text t, @PathVariable OrgId firm) {
        actor.require(Permission.READ_CONSENTED);
        var file = consents.file(actor, firm).orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
        return PageView.of(
                        "company/consented", "company.file.title", page(file, t), CompanyPages.name(file.company(), t))
                .under(Crumb.of(TITLE, PATH));
    }

    private ConsentedFirmPage.File page(CompanyFile file, Text t) {
        var view = new CompanyFileView(catalogue, file, t, new Audience(t, Map.of()));
        return new ConsentedFirmPage.File(
                t.of("company.consented.as-of", file.company().unifiedCode(), file.validOn()), view.groups());
    }

    private ConsentedFirmPage.Row row(CompanyView company, Text t) {
        var words = new FactText(t);
        return new ConsentedFirmPage.Row(
                PATH + "/" + company.id(),
                CompanyPages.name(company, t),
                company.unifiedCode(),
                CompanyFileView.district(catalogue, company, words),
                CompanyFileView.industry(catalogue, company, words));
    }
}
