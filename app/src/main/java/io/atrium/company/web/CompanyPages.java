// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.web;

import io.atrium.company.Companies;
import io.atrium.company.CompanyFile;
import io.atrium.company.CompanyFilter;
import io.atrium.company.CompanyView;
import io.atrium.company.Consents;
import io.atrium.company.FactCatalogue;
import io.atrium.company.Stage;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.Crumb;
import io.atrium.web.ListQuery;
import io.atrium.web.PageView;
import io.atrium.web.RequestKeys;
import io.atrium.web.SeeOther;
import io.atrium.web.component.Column;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Field;
import io.atrium.web.component.Option;
import io.atrium.web.component.Table;
import io.atrium.web.sheet.Sheet;
import io.atrium.web.sheet.SheetAsk;
import io.atrium.web.sheet.SheetFormat;
import io.atrium.web.sheet.SheetRows;
import io.atrium.web.sheet.Sheets;
import io.atrium.web.text.Lang;
import io.atrium.web.text.Text;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// `/company`, the reader's own file; `/companies`, everybody whom the reader may see.
@Controller
class CompanyPages {

    private static final String ALL = "";

    private final Companies companies;
    private final Consents consents;
    private final RequestKeys keys;
    private final FactCatalogue catalogue;
    private final BusinessClock businessClock;
    private final InstantSource clock;
    private final Sheets sheets;

    CompanyPages(
            Companies companies,
            Consents consents,
            RequestKeys keys,
            FactCatalogue catalogue,
            BusinessClock businessClock,
            InstantSource clock,
            Sheets sheets) {
        this.companies = companies;
        this.consents = consents;
        this.keys = keys;
        this.catalogue = catalogue;
        this.businessClock = businessClock;
        this.clock = clock;
        this.sheets = sheets;
    }

    @GetMapping("/company")
    ModelAndView own(
            Actor actor,
            Text t,
            @RequestParam(name = "valid-on", required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
                    LocalDate validOn) {
        actor.require(Permission.READ_COMPANY);
        if (actor.kind() != OrgKind.FIRM) {
            return SeeOther.to("/companies");
        }
        return file(actor, actor.organisation(), validOn)
                .<ModelAndView>map(file -> page(actor, file, t))
                .orElseGet(() -> SeeOther.to("/company/missing"));
    }

    @GetMapping("/companies/{firm}")
    PageView file(
            Actor actor,
            Text t,
            @PathVariable OrgId firm,
            @RequestParam(name = "valid-on", required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
                    LocalDate validOn) {
        var file = file(actor, firm, validOn).orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
        return page(actor, file, t).under(Crumb.of("company.list.title", "/companies"));
    }

    @GetMapping("/companies")
    PageView list(Actor actor, Text t, ListQuery query) {
        actor.require(Permission.READ_COMPANY);
        var scope = actor.scope(Permission.READ_COMPANY);
        var filter = filter(query, t);
        int total = companies.count(scope, filter);
        var rows = companies.list(scope, filter, query.page(), query.size()).stream()
                .map(company -> row(company, t))
                .toList();
        var page = new CompanyListPage(
                query,
                filters(companies.districts(scope), t),
                table(actor).paged(query, total).exported(query),
                rows);
        return PageView.of("company/list", "company.list.title", page);
    }

    @GetMapping("/companies/export")
    ResponseEntity<byte[]> export(Actor actor, Text t, ListQuery query, SheetFormat format) {
        actor.require(Permission.READ_COMPANY);
        var scope = actor.scope(Permission.READ_COMPANY);
        var filter = filter(query, t);
        var rows = SheetRows.paged(
                companies.count(scope, filter), (page, size) -> companies.list(scope, filter, page, size));
        return sheets.answer(sheet(t), rows, new SheetAsk(format, query, t));
    }

    private CompanyFilter filter(ListQuery query, Text t) {
        var today = businessClock.today();
        var stage = Arrays.stream(Stage.values())
                .filter(known -> known.name().equals(query.filter("stage")))
                .map(known -> catalogue.stageBounds().age(known, today))
                .findFirst();
        var residence = given(query, "resident");
        return new CompanyFilter(
                given(query, "text"),
                given(query, "district"),
                residence == null ? null : residence.equals("yes"),
                given(query, "industry"),
                stage.orElse(null),
                query.filter("stale").equals("yes") ? today : null,
                t.lang() == Lang.ZH ? CompanyFilter.Order.PINYIN : CompanyFilter.Order.ALPHABET);
    }

    private Sheet<CompanyView> sheet(Text t) {
        var words = new FactText(t);
        return Sheet.<CompanyView>named("company.list.title")
                .text("company.list.name", company -> name(company, t))
                .text("company.list.code", CompanyView::unifiedCode)
                .text("company.list.district", company -> CompanyFileView.district(catalogue, company, words))
                .text("company.list.industry", company -> CompanyFileView.industry(catalogue, company, words))
                .text(
                        "company.list.resident",
                        company -> t.of(
                                CompanyFileView.residence(company.inCommunity()).key()))
                .date("company.list.registered", CompanyView::registeredOn);
    }

    private Optional<CompanyFile> file(Actor actor, OrgId firm, @Nullable LocalDate validOn) {
        return companies.file(actor, firm, validOn == null ? businessClock.today() : validOn, clock.instant());
    }

    private PageView page(Actor actor, CompanyFile file, Text t) {
        var views = new ConsentViews(catalogue, businessClock.today(), t);
        var audience = new Audience(
                t, views.names(consents.readers(actor, file.company().id())));
        return PageView.of(
                "company/file",
                "company.file.title",
                new CompanyFileView(catalogue, file, t, audience).page(actor, keys.fresh()),
                name(file.company(), t));
    }

    private CompanyListPage.Row row(CompanyView company, Text t) {
        var words = new FactText(t);
        var founded = company.registeredOn();
        return new CompanyListPage.Row(
                "/companies/" + company.id().value(),
                name(company, t),
                company.unifiedCode(),
                CompanyFileView.district(catalogue, company, words),
                CompanyFileView.industry(catalogue, company, words),
                CompanyFileView.residence(company.inCommunity()),
                founded == null ? words.unknown() : t.dateShort(founded));
    }

    static String name(CompanyView company, Text t) {
        return t.lang() == Lang.EN && company.nameEn() != null ? company.nameEn() : company.nameZh();
    }

    private List<Field> filters(List<String> districts, Text t) {
        var words = new FactText(t);
        var industries = catalogue.find("industry").stream().flatMap(fact -> new FactField(fact, t).options().stream());
        return List.of(
                Field.text("text", "company.list.filter.text"),
                choice(
                        "district",
                        "company.list.filter.district",
                        districts.stream()
                                .map(name -> Option.literal(
                                        name, CompanyFileView.word(catalogue, "registered_district", name, words)))),
                choice("industry", "company.list.industry", industries),
                choice(
                        "stage",
                        "company.stage",
                        Arrays.stream(Stage.values()).map(stage -> Option.key(stage.name(), "company.stage." + stage))),
                choice(
                        "resident",
                        "company.list.resident",
                        Stream.of(
                                Option.key("yes", "company.badge.resident"),
                                Option.key("no", "company.badge.not-resident"))),
                choice("stale", "company.list.stale", Stream.of(Option.key("yes", "company.list.stale.yes"))));
    }

    private static Field choice(String name, String labelKey, Stream<Option> options) {
        return Field.select(
                name,
                labelKey,
                Stream.concat(Stream.of(Option.key(ALL, "company.list.filter.all")), options)
                        .toList());
    }

    private static Table table(Actor actor) {
        var empty = actor.may(Permission.IMPORT_REGISTRY)
                ? Empty.nothingYet("company.list.empty", "company.list.empty.action", "/registry-imports")
                : Empty.nothingYet("company.list.empty");
        return Table.of(
                "company.list.caption",
                empty,
                0,
                Column.text("company.list.name"),
                Column.text("company.list.code"),
                Column.text("company.list.district"),
                Column.text("company.list.industry"),
                Column.text("company.list.resident"),
                Column.text("company.list.registered"));
    }

    private static @Nullable String given(ListQuery query, String name) {
        return query.filter(name).isEmpty() ? null : query.filter(name);
    }
}
