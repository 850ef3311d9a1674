// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.share.FairShares;
import io.atrium.compute.share.TenantShare;
import io.atrium.identity.OrganisationNames;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Permission;
import io.atrium.web.Crumb;
import io.atrium.web.ListQuery;
import io.atrium.web.NavGroup;
import io.atrium.web.NavItem;
import io.atrium.web.PageView;
import io.atrium.web.component.Chart;
import io.atrium.web.component.Column;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Table;
import io.atrium.web.text.Text;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;

/// `/fair-share`: what a firm may have of the pools, what it has had, and who goes first. A firm sees itself and all
/// others as one sum; a provider every firm in its own pools; the operator and the auditor every firm.
@Controller
class FairSharePages {

    private final FairShares shares;
    private final OrganisationNames names;
    private final InstantSource clock;

    FairSharePages(FairShares shares, OrganisationNames names, InstantSource clock) {
        this.shares = shares;
        this.names = names;
        this.clock = clock;
    }

    @Bean
    static NavItem fairShareNavItem() {
        return NavItem.needing(Permission.READ_JOB, NavGroup.COMPUTE, "compute.nav.fair-share", "/fair-share", 25);
    }

    @GetMapping("/fair-share")
    PageView show(Actor actor, ListQuery query, Text t) {
        actor.require(Permission.READ_JOB);
        var page = actor.kind() == OrgKind.FIRM ? own(actor, t) : all(actor, query, t);
        return page.under(Crumb.of("insight.nav.home", "/"));
    }

    private PageView own(Actor actor, Text t) {
        var views = new FairShareViews(t);
        var own = shares.of(actor.organisation());
        var page = new OwnSharePage(
                views.told(own),
                views.next(own),
                views.borrowed(own),
                views.facts(own),
                charts(views.chart(own), views.borrowedChart(own)),
                actor.may(Permission.ASK_QUOTA),
                t.dateTimeShort(own.asOf()));
        return PageView.of("compute/fair-share", "compute.share.title", page);
    }

    private PageView all(Actor actor, ListQuery query, Text t) {
        var views = new FairShareViews(t);
        var found = shares.list(actor.scope(Permission.READ_JOB));
        var firms = names.of(t, found.stream().map(TenantShare::firm).toList());
        var listed = found.stream().skip(query.offset()).limit(query.size()).toList();
        var page = new TenantSharesPage(
                views.borrowed(found),
                charts(views.chart(found, firms), views.borrowedChart(found, firms)),
                table().paged(query, found.size()),
                listed.stream().map(each -> views.line(each, firms)).toList(),
                found.isEmpty() ? "" : views.fading(found.getFirst().standing(), clock.instant()),
                t.dateTimeShort(clock.instant()));
        return PageView.of("compute/tenant-shares", "compute.share.title.all", page);
    }

    private static List<Chart> charts(Optional<Chart> shares, Optional<Chart> borrowed) {
        return Stream.concat(shares.stream(), borrowed.stream()).toList();
    }

    private static Table table() {
        return Table.of(
                "compute.share.caption",
                Empty.nothingYet("compute.share.none"),
                0,
                Column.text("compute.job.firm"),
                Column.text("compute.share.turn"),
                Column.number("compute.share.share"),
                Column.number("compute.share.used"),
                Column.number("compute.share.claimed"),
                Column.number("compute.status.in-use"),
                Column.number("compute.quota.borrowed"),
                Column.number("compute.share.quota"),
                Column.number("compute.share.waiting"));
    }
}
