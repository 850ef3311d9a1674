// SPDX-License-Identifier: Apache-2.0
package io.atrium.company.web;

import io.atrium.company.Companies;
import io.atrium.company.CompanyFile;
import io.atrium.company.CompanyFilter;
import io.atrium.company.CompanyView;
import io.atrium.company.FactCatalogue;
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
import io.atrium.web.SeeOther;
import io.atrium.web.component.Column;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Field;
import io.atrium.web.component.Option;
import io.atrium.web.component.Table;
import io.atrium.web.text.Lang;
import io.atrium.web.text.Text;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
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
    private final FactCatalogue catalogue;
    private final BusinessClock businessClock;
    private final InstantSource clock;

    CompanyPages(Companies companies, FactCatalogue catalogue, BusinessClock businessClock, InstantSource clock) {
        this.companies = companies;
        this.catalogue = catalogue;
        this.businessClock = businessClock;
        this.clock = clock;
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
                .map(file -> page(file, t, "/entitlements"))
                .orElseGet(() -> PageView.of("company/none", "company.file.heading", actor.organisationName()));
    }

    @GetMapping("/companies/{firm}")
    PageView file(
            Actor actor,
            Text t,
            @PathVariable OrgId firm,
            @RequestParam(name = "valid-on", required = false) @DateTimeFormat(iso = DateTimeFormat.ISO.DATE) @Nullable
                    LocalDate validOn) {
        var file = file(actor, firm, validOn).orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
        return page(file, t, "/companies/" + firm.value() + "/entitlements")
                .under(Crumb.of("company.list.title", "/companies"));
    }

    @GetMapping("/companies")
    PageView list(Actor actor, Text t, ListQuery query) {
        actor.require(Permission.READ_COMPANY);
        var scope = actor.scope(Permission.READ_COMPANY);
        var filter = new CompanyFilter(given(query, "text"), given(query, "district"), null);
        int total = companies.count(scope, filter);
        var rows = companies.list(scope, filter, query.page(), query.size()).stream()
                .map(company -> row(company, t))
                .toList();
        var page = new CompanyListPage(
                query, filters(companies.districts(scope)), table(actor).paged(query, total), rows);
        return PageView.of("company/list", "company.list.title", page);
    }

    private Optional<CompanyFile> file(Actor actor, OrgId firm, @Nullable LocalDate validOn) {
        return companies.file(actor, firm, validOn == null ? businessClock.today() : validOn, clock.instant());
    }

    private PageView page(CompanyFile file, Text t, String entitlementsHref) {
        return PageView.of(
                "company/file",
                "company.file.title",
                new CompanyFileView(catalogue, file, t).page(entitlementsHref),
                name(file.company(), t));
    }

    private CompanyListPage.Row row(CompanyView company, Text t) {
        var words = new FactText(t);
        var founded = company.registeredOn();
        return new CompanyListPage.Row(
                "/companies/" + company.id().value(),
                name(company, t),
                company.unifiedCode(),
                company.district() == null ? words.unknown() : company.district(),
                CompanyFileView.industry(catalogue, company, words),
                CompanyFileView.residence(company.inCommunity()),
                founded == null ? words.unknown() : t.dateShort(founded));
    }

    private static String name(CompanyView company, Text t) {
        return t.lang() == Lang.EN && company.nameEn() != null ? company.nameEn() : company.nameZh();
    }

    private static List<Field> filters(List<String> districts) {
        var options = Stream.concat(
                Stream.of(Option.key(ALL, "company.list.filter.all")),
                districts.stream().map(district -> Option.literal(district, district)));
        return List.of(
                Field.text("text", "company.list.filter.text"),
                Field.select("district", "company.list.filter.district", options.toList()));
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
