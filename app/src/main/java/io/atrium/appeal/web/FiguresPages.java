// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal.web;

import io.atrium.appeal.AppealFilter;
import io.atrium.appeal.AppealFilter.View;
import io.atrium.appeal.FigureCases;
import io.atrium.appeal.Figures;
import io.atrium.appeal.Figures.By;
import io.atrium.appeal.Figures.Line;
import io.atrium.appeal.Rules;
import io.atrium.company.FactCatalogue;
import io.atrium.identity.OrganisationNames;
import io.atrium.kernel.BasisPoints;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.Crumb;
import io.atrium.web.ListQuery;
import io.atrium.web.NavGroup;
import io.atrium.web.NavItem;
import io.atrium.web.PageView;
import io.atrium.web.component.Field;
import io.atrium.web.component.FieldKind;
import io.atrium.web.component.Tab;
import io.atrium.web.text.Text;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.util.UriComponentsBuilder;

/// `/appeals/figures`: response, resolution, satisfaction and what stands beside them, by category, unit, building or
/// district.
@Controller
class FiguresPages {

    static final String PATH = "/appeals/figures";
    private static final int DAYS = 90;
    private static final int FULL = 10_000;

    /// Stands in a link for the group of those that have none.
    static final String NONE = "NONE";

    /// A share of two counts: the list of each is a click away, and of those that are missing from it.
    ///
    /// @param rest the whole without the part; null where nobody asks for it
    private record Share(
            FigureCases part, FigureCases whole, @Nullable FigureCases rest) {}

    private static final List<Share> SHARES = List.of(
            new Share(FigureCases.CONTACTED_IN_TIME, FigureCases.CONTACT_DUE, FigureCases.CONTACTED_LATE),
            new Share(FigureCases.RESOLVED, FigureCases.JUDGED, FigureCases.UNRESOLVED),
            new Share(FigureCases.SATISFIED, FigureCases.JUDGED, FigureCases.UNSATISFIED),
            new Share(FigureCases.FINISHED_IN_TIME, FigureCases.FINISH_DUE, FigureCases.FINISHED_LATE),
            new Share(FigureCases.REPEATED, FigureCases.TAKEN_IN, null));

    private final Figures figures;
    private final Rules rules;
    private final OrganisationNames names;
    private final FactCatalogue facts;
    private final BusinessClock clock;

    FiguresPages(Figures figures, Rules rules, OrganisationNames names, FactCatalogue facts, BusinessClock clock) {
        this.figures = figures;
        this.rules = rules;
        this.names = names;
        this.facts = facts;
        this.clock = clock;
    }

    @Bean
    static NavItem appealFiguresNavItem() {
        return new NavItem(
                NavGroup.NEEDS,
                "appeal.nav.figures",
                PATH,
                20,
                viewer -> viewer.filter(Figures::mayRead).isPresent());
    }

    /// The days that are looked at, both included.
    private record Period(LocalDate from, LocalDate until) {

        AppealFilter filter() {
            return AppealFilter.raised(
                    from.atStartOfDay(BusinessClock.ZONE).toInstant(),
                    until.plusDays(1).atStartOfDay(BusinessClock.ZONE).toInstant());
        }
    }

    @GetMapping(PATH)
    PageView show(Actor actor, ListQuery query, Text t) {
        var by = Arrays.stream(By.values())
                .filter(each -> each.name().equals(query.filter("by")))
                .findFirst()
                .orElse(By.CATEGORY);
        var today = clock.today();
        var period =
                new Period(day(query.filter("from"), today.minusDays(DAYS - 1L)), day(query.filter("until"), today));
        var lines = figures.of(actor, period.filter(), by).stream()
                .map(line -> line(line, by, period, t))
                .toList();
        var page = new FiguresPage(
                query,
                List.of(
                        Field.of(FieldKind.DATE, "from", "appeal.filter.from")
                                .value(period.from().toString()),
                        Field.of(FieldKind.DATE, "until", "appeal.filter.until")
                                .value(period.until().toString())),
                Arrays.stream(By.values())
                        .map(each -> Tab.of(t.of("appeal.figures.by", each), href(each, period), each == by))
                        .toList(),
                heads(t),
                lines,
                definitions(t));
        return PageView.of("appeal/figures", "appeal.figures.title", page)
                .under(Crumb.of("insight.nav.home", "/"), Crumb.of("appeal.nav.list", "/appeals"));
    }

    private static LocalDate day(String typed, LocalDate otherwise) {
        try {
            return typed.isEmpty() ? otherwise : LocalDate.parse(typed);
        } catch (DateTimeParseException _) {
            return otherwise;
        }
    }

    private static String href(By by, Period period) {
        return UriComponentsBuilder.fromPath(PATH)
                .queryParam("by", by)
                .queryParam("from", period.from())
                .queryParam("until", period.until())
                .toUriString();
    }

    private static List<FiguresPage.Cell> heads(Text t) {
        var heads = new ArrayList<FiguresPage.Cell>();
        heads.add(head(FigureCases.TAKEN_IN, t));
        SHARES.forEach(share -> heads.add(head(share.part(), t)));
        heads.add(new FiguresPage.Cell(t.of("appeal.figures.median"), ""));
        return heads;
    }

    private static FiguresPage.Cell head(FigureCases cases, Text t) {
        return new FiguresPage.Cell(t.of("appeal.figures.rate", cases), "");
    }

    private static List<FiguresPage.Cell> definitions(Text t) {
        var all = new ArrayList<FiguresPage.Cell>();
        all.add(definition("TAKEN_IN", t));
        SHARES.forEach(share -> all.add(definition(share.part().name(), t)));
        all.add(new FiguresPage.Cell(t.of("appeal.figures.median"), t.of("appeal.figures.median.definition")));
        return all;
    }

    private static FiguresPage.Cell definition(String name, Text t) {
        return new FiguresPage.Cell(
                t.of("appeal.figures.rate." + name), t.of("appeal.figures.rate." + name + ".definition"));
    }

    private FiguresPage.Line line(Line line, By by, Period period, Text t) {
        var lists = new Lists(line, by, period, t);
        var numbers = new ArrayList<FiguresPage.Number>();
        numbers.add(FiguresPage.Number.of(lists.count(FigureCases.TAKEN_IN)));
        SHARES.forEach(share -> numbers.add(share(lists, share)));
        var median = line.medianDays();
        numbers.add(FiguresPage.Number.of(
                median == null
                        ? FiguresPage.Link.none()
                        : lists.link(
                                FigureCases.ANSWERED,
                                t.number(BigDecimal.valueOf(median).setScale(1, RoundingMode.HALF_UP)))));
        return new FiguresPage.Line(group(line, by, t), line.group() == null, numbers);
    }

    private static FiguresPage.Number share(Lists lists, Share share) {
        int part = lists.line().count(share.part());
        int whole = lists.line().count(share.whole());
        if (whole == 0) {
            return FiguresPage.Number.of(FiguresPage.Link.none());
        }
        var value = lists.t().percent(new BasisPoints(Math.toIntExact(Math.round((double) part * FULL / whole))));
        var rest = share.rest();
        return new FiguresPage.Number(
                lists.link(share.part(), value),
                lists.count(share.part()),
                lists.count(share.whole()),
                rest == null || lists.line().count(rest) == 0
                        ? null
                        : lists.link(
                                rest,
                                lists.t()
                                        .of(
                                                "appeal.figures.rest." + rest,
                                                lists.line().count(rest))));
    }

    /// Links from the numbers of a line to the appeals that they count.
    private record Lists(Line line, By by, Period period, Text t) {

        FiguresPage.Link count(FigureCases cases) {
            return link(cases, t.number(line.count(cases)));
        }

        FiguresPage.Link link(FigureCases cases, String text) {
            return new FiguresPage.Link(text, list(line, by, period, cases));
        }
    }

    private static String list(Line line, By by, Period period, FigureCases cases) {
        var address = UriComponentsBuilder.fromPath("/appeals")
                .queryParam("view", View.ALL)
                .queryParam("figure", cases)
                .queryParam("from", period.from())
                .queryParam("until", period.until());
        var group = line.group();
        if (group != null) {
            address.queryParam(by.name().toLowerCase(Locale.ROOT), group.isEmpty() ? NONE : group);
        }
        return address.encode().toUriString();
    }

    private String group(Line line, By by, Text t) {
        var group = line.group();
        if (group == null) {
            return t.of("appeal.figures.sum");
        }
        if (group.isEmpty()) {
            return t.of("appeal.figures.none." + by);
        }
        return switch (by) {
            case CATEGORY -> AppealWords.of(t, rules).category(group);
            case UNIT -> names.of(t, new OrgId(group));
            case BUILDING -> group;
            case DISTRICT ->
                facts.find("registered_district")
                        .map(fact -> fact.word(group, t.lang()))
                        .orElse(group);
        };
    }
}
