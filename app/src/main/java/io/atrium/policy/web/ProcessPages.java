// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.company.FactCatalogue;
import io.atrium.engine.decision.policy.ProcessBefore;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.policy.ApplicationFilter;
import io.atrium.policy.ApplicationSight;
import io.atrium.policy.ProcessMetric;
import io.atrium.policy.ProcessMetrics;
import io.atrium.web.Crumb;
import io.atrium.web.ListQuery;
import io.atrium.web.NavGroup;
import io.atrium.web.NavItem;
import io.atrium.web.PageView;
import io.atrium.web.component.Column;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Table;
import io.atrium.web.sheet.Sheet;
import io.atrium.web.sheet.SheetAsk;
import io.atrium.web.sheet.SheetFormat;
import io.atrium.web.sheet.SheetRows;
import io.atrium.web.sheet.Sheets;
import io.atrium.web.text.Text;
import java.math.BigDecimal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// `/policy-metrics`: what each policy costs a firm, before and now.
@Controller
class ProcessPages {

    private static final String PATH = "/policy-metrics";

    private final ProcessMetrics metrics;
    private final FactCatalogue catalogue;
    private final BusinessClock clock;
    private final Sheets sheets;

    ProcessPages(ProcessMetrics metrics, FactCatalogue catalogue, BusinessClock clock, Sheets sheets) {
        this.metrics = metrics;
        this.catalogue = catalogue;
        this.clock = clock;
        this.sheets = sheets;
    }

    @Bean
    static NavItem processNavItem() {
        return new NavItem(
                NavGroup.BENEFITS,
                "policy.nav.metrics",
                PATH,
                18,
                viewer -> viewer.filter(ProcessPages::mayRead).isPresent());
    }

    private static boolean mayRead(Actor actor) {
        return actor.kind() != OrgKind.FIRM && actor.may(Permission.READ_ENTITLEMENT);
    }

    @GetMapping(PATH)
    PageView list(Actor actor, ListQuery query, Text t) {
        require(actor);
        var found = metrics.list();
        var views = new ProcessViews(new PolicyWords(t, catalogue));
        var rows = found.stream().map(metric -> row(actor, metric, views, t)).toList();
        var page = new ProcessPage(
                views.definitions(),
                views.chart(found).orElse(null),
                table(rows.size()).exported(query),
                rows,
                t.of("policy.process.as-of", clock.instant()));
        return PageView.of("policy/process", "policy.process.title", page).under(Crumb.of("insight.nav.home", "/"));
    }

    @GetMapping(PATH + "/export")
    ResponseEntity<byte[]> export(Actor actor, ListQuery query, SheetFormat format, Text t) {
        require(actor);
        var words = new PolicyWords(t, catalogue);
        var sheet = Sheet.<ProcessMetric>named("policy.process.title")
                .text(
                        "policy.list.policy",
                        metric -> words.of(metric.policy().header().title()))
                .number("policy.process.column.cases", now(ProcessMetric.Measured::cases))
                .number("policy.process.column.steps-before", before(ProcessBefore::steps))
                .number("policy.process.column.steps", now(ProcessMetric.Measured::steps))
                .number("policy.process.column.days-before", before(ProcessBefore::workingDays))
                .number("policy.process.column.decision", now(ProcessMetric.Measured::daysToDecision))
                .number("policy.process.column.payment", now(ProcessMetric.Measured::daysToPayment))
                .number("policy.process.column.documents-before", before(ProcessBefore::documents))
                .number("policy.process.column.uploaded", now(ProcessMetric.Measured::uploaded))
                .number("policy.process.column.kept", now(ProcessMetric.Measured::kept))
                .number("policy.process.column.visits-before", before(ProcessBefore::visits))
                .text("policy.process.column.source", metric -> new ProcessViews(words).source(metric.before()));
        return sheets.answer(sheet, SheetRows.of(metrics.list()), new SheetAsk(format, query, t));
    }

    private static Function<ProcessMetric, @Nullable Number> now(
            Function<ProcessMetric.Measured, @Nullable Number> figure) {
        return metric -> metric.now() == null ? null : figure.apply(metric.now());
    }

    private static Function<ProcessMetric, @Nullable Number> before(Function<ProcessBefore, @Nullable Number> figure) {
        return metric -> metric.before() == null ? null : figure.apply(metric.before());
    }

    private static void require(Actor actor) {
        if (!mayRead(actor)) {
            throw new RefusedException(
                    Refusal.of(CommonRefusal.NOT_ALLOWED, "permission", Permission.READ_ENTITLEMENT.name()));
        }
    }

    private static ProcessPage.Row row(Actor actor, ProcessMetric metric, ProcessViews views, Text t) {
        var before = metric.before();
        var now = metric.now();
        return new ProcessPage.Row(
                new PolicyViews(views.words()).title(metric.policy()),
                "/policies/" + metric.policy().id(),
                now == null ? t.number(0) : t.number(now.cases()),
                now == null ? null : casesHref(actor, metric),
                pair(views, before == null ? null : before.steps(), now == null ? null : now.steps()),
                pair(views, before == null ? null : before.workingDays(), now == null ? null : ProcessViews.days(now)),
                views.figure(now == null ? null : now.daysToDecision()),
                pair(views, before == null ? null : before.documents(), now == null ? null : now.uploaded()),
                views.figure(now == null ? null : now.kept()),
                pair(views, before == null ? null : before.visits(), now == null ? null : BigDecimal.ZERO),
                views.source(before));
    }

    private static ProcessPage.Pair pair(ProcessViews views, @Nullable Integer before, @Nullable BigDecimal now) {
        return new ProcessPage.Pair(views.figure(before), views.figure(now));
    }

    /// The cases that prove the number, where the reader may see cases at all.
    private static @Nullable String casesHref(Actor actor, ProcessMetric metric) {
        if (metric.policy().header().isGrantedByList()) {
            return "/grant-lists";
        }
        return ApplicationSight.of(actor).seesAny()
                ? "/applications?policy=" + metric.policy().id() + "&state=" + ApplicationFilter.DECIDED
                : null;
    }

    private static Table table(int rows) {
        return Table.of(
                "policy.process.table",
                Empty.nothingYet("policy.process.empty"),
                rows,
                Column.text("policy.list.policy"),
                Column.number("policy.process.column.cases"),
                Column.number("policy.process.column.steps-both"),
                Column.number("policy.process.column.days-both"),
                Column.number("policy.process.column.decision"),
                Column.number("policy.process.column.documents-both"),
                Column.number("policy.process.column.kept"),
                Column.number("policy.process.column.visits-both"));
    }
}
