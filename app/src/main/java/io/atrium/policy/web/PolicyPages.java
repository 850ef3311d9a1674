// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.company.FactCatalogue;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.policy.Policies;
import io.atrium.policy.PolicyId;
import io.atrium.policy.PolicyVersionView;
import io.atrium.policy.ProcessMetrics;
import io.atrium.policy.PublishedPolicy;
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
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/// `/policies`: the catalogue, open to everybody.
@Controller
class PolicyPages {

    private final Policies policies;
    private final ProcessMetrics metrics;
    private final FactCatalogue catalogue;
    private final BusinessClock clock;
    private final Sheets sheets;
    private final PolicyChange change;

    PolicyPages(
            Policies policies,
            ProcessMetrics metrics,
            FactCatalogue catalogue,
            BusinessClock clock,
            Sheets sheets,
            PolicyChange change) {
        this.policies = policies;
        this.metrics = metrics;
        this.catalogue = catalogue;
        this.clock = clock;
        this.sheets = sheets;
        this.change = change;
    }

    @Bean
    static NavItem policiesNavItem() {
        return NavItem.open(NavGroup.BENEFITS, "policy.nav.policies", "/policies", 20);
    }

    @GetMapping("/policies")
    PageView list(ListQuery query, Text t) {
        var views = new PolicyViews(new PolicyWords(t, catalogue));
        var search = new PolicySearch(policies.list(), query, views, clock.today());
        var rows = search.found();
        var shown = rows.stream()
                .skip(query.offset())
                .limit(query.size())
                .map(policy -> views.row(policy, clock.today()))
                .toList();
        var table = Table.of(
                        "policy.list.caption",
                        Empty.nothingYet("policy.list.none"),
                        rows.size(),
                        Column.text("policy.list.policy").sortedBy("title"),
                        Column.text("policy.list.status"),
                        Column.text("policy.list.mode"),
                        Column.text("policy.card.deadline").sortedBy("deadline"),
                        Column.text("policy.list.issuer").sortedBy("issuer"))
                .paged(query, rows.size())
                .exported(query);
        return PageView.of("policy/list", "policy.list.title", new PoliciesPage(query, search.filters(), table, shown))
                .under(Crumb.of("insight.nav.home", "/"));
    }

    @GetMapping("/policies/export")
    ResponseEntity<byte[]> export(ListQuery query, SheetFormat format, Text t) {
        var words = new PolicyWords(t, catalogue);
        var search = new PolicySearch(policies.list(), query, new PolicyViews(words), clock.today());
        var sheet = Sheet.<PublishedPolicy>named("policy.list.title")
                .text("policy.list.policy", policy -> words.of(policy.header().title()))
                .text("policy.list.benefit", policy -> words.of(policy.header().benefit()))
                .text(
                        "policy.list.status",
                        policy -> t.of("policy.status", policy.header().statusOn(clock.today())))
                .text(
                        "policy.list.mode",
                        policy -> t.of("policy.mode", policy.header().mode()))
                .date("policy.card.deadline", policy -> policy.header().period().to())
                .text("policy.list.issuer", policy -> words.of(policy.header().issuer()))
                .text(
                        "policy.about.number",
                        policy -> policy.header().document().number());
        return sheets.answer(sheet, SheetRows.of(search.found()), new SheetAsk(format, query, t));
    }

    @GetMapping("/policies/{policy}")
    PageView show(@Nullable Actor actor, @PathVariable PolicyId policy, Text t) {
        var found = policies.find(policy).orElseThrow(PolicyPages::notFound);
        return view(found, ways(actor, found), t)
                .under(Crumb.of("insight.nav.home", "/"), Crumb.of("policy.list.title", "/policies"));
    }

    @GetMapping("/policies/{policy}/versions/{version}")
    PageView version(@PathVariable PolicyId policy, @PathVariable String version, Text t) {
        var found = policies.find(policy, version).orElseThrow(PolicyPages::notFound);
        return view(found, PolicyPage.Ways.NONE, t).under(crumbs(found, t));
    }

    @GetMapping("/policies/{policy}/differences")
    PageView differences(
            @PathVariable PolicyId policy,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            Text t) {
        var current = policies.find(policy).orElseThrow(PolicyPages::notFound);
        var versions = policies.versions(policy);
        var earlier = from == null ? before(versions, current.version()) : from;
        var before = policies.find(policy, earlier).orElseThrow(PolicyPages::notFound);
        var after = policies.find(policy, to == null ? current.version() : to).orElseThrow(PolicyPages::notFound);
        var words = new PolicyWords(t, catalogue);
        return PageView.of(
                        "policy/differences",
                        "policy.difference.title",
                        new DifferenceViews(words, clock.today(), before, after).page(versions),
                        words.of(after.header().title()))
                .under(crumbs(after, t));
    }

    /// The version before this one; itself when there is none.
    private static String before(List<PolicyVersionView> versions, String current) {
        return versions.stream()
                .map(PolicyVersionView::version)
                .filter(version -> !version.equals(current))
                .max(Comparator.comparing((String version) -> version.compareTo(current) < 0)
                        .thenComparing(Comparator.naturalOrder()))
                .orElse(current);
    }

    private PolicyPage.Ways ways(@Nullable Actor actor, PublishedPolicy policy) {
        return new PolicyPage.Ways(
                answer(actor, policy.id()), simulation(actor, policy.id()), change.of(actor, policy));
    }

    /// Where a firm's own people read whether their firm qualifies.
    private static @Nullable String answer(@Nullable Actor actor, PolicyId policy) {
        return actor != null && actor.kind() == OrgKind.FIRM && actor.may(Permission.READ_ENTITLEMENT)
                ? "/entitlements/" + policy
                : null;
    }

    private static @Nullable String simulation(@Nullable Actor actor, PolicyId policy) {
        return actor != null && actor.may(Permission.WRITE_POLICY) ? WorkbenchAsk.PATH + "?source=" + policy : null;
    }

    private PageView view(PublishedPolicy found, PolicyPage.Ways ways, Text t) {
        var words = new PolicyWords(t, catalogue);
        var around = new PolicyViews.Around(
                policies.versions(found.id()),
                policies.list(),
                clock.today(),
                metrics.of(found).forEverybody(),
                ways);
        return PageView.of(
                "policy/policy",
                "policy.show.title",
                new PolicyViews(words).page(found, around),
                words.of(found.header().title()));
    }

    private Crumb[] crumbs(PublishedPolicy policy, Text t) {
        var title = new PolicyWords(t, catalogue).of(policy.header().title());
        return new Crumb[] {
            Crumb.of("insight.nav.home", "/"),
            Crumb.of("policy.list.title", "/policies"),
            Crumb.of("policy.show.title", "/policies/" + policy.id(), title)
        };
    }

    private static RefusedException notFound() {
        return new RefusedException(CommonRefusal.NOT_FOUND);
    }
}
