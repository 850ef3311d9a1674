// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.Bills;
import io.atrium.compute.lease.HandOverTerm;
import io.atrium.compute.lease.LeaseId;
import io.atrium.compute.lease.LeaseState;
import io.atrium.compute.lease.LeaseView;
import io.atrium.compute.lease.Leases;
import io.atrium.files.pdf.OfficialSheets;
import io.atrium.files.pdf.SheetDraft;
import io.atrium.identity.OrganisationNames;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.web.Crumb;
import io.atrium.web.ListQuery;
import io.atrium.web.NavGroup;
import io.atrium.web.NavItem;
import io.atrium.web.PageView;
import io.atrium.web.RequestKeys;
import io.atrium.web.SeeOther;
import io.atrium.web.component.Due;
import io.atrium.web.component.Fact;
import io.atrium.web.component.Form;
import io.atrium.web.deadline.Dues;
import io.atrium.web.text.Text;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/// `/leases`: what firms rent by the term, as firm, provider and operator see it, and the contract on paper.
@Controller
class LeasePages {

    private final Leases leases;
    private final Bills bills;
    private final OrganisationNames names;
    private final Dues dues;
    private final HandOverTerm handOverTerm;
    private final OfficialSheets sheets;
    private final RequestKeys keys;

    LeasePages(
            Leases leases,
            Bills bills,
            OrganisationNames names,
            Dues dues,
            HandOverTerm handOverTerm,
            OfficialSheets sheets,
            RequestKeys keys) {
        this.leases = leases;
        this.bills = bills;
        this.names = names;
        this.dues = dues;
        this.handOverTerm = handOverTerm;
        this.sheets = sheets;
        this.keys = keys;
    }

    @Bean
    static NavItem leasesNavItem() {
        return NavItem.needing(Permission.READ_JOB, NavGroup.COMPUTE, "compute.nav.leases", "/leases", 15);
    }

    @GetMapping("/leases")
    PageView list(Actor actor, ListQuery query, Text t) {
        actor.require(Permission.READ_JOB);
        var scope = actor.scope(Permission.READ_JOB);
        var views = new LeaseViews(t);
        var rows = leases.list(scope, query.offset(), query.size()).stream()
                .map(lease -> views.row(lease, names.of(t, other(actor, lease))))
                .toList();
        var page = new LeasePage.Listed(
                LeaseViews.table().paged(query, leases.count(scope)).exported(query),
                rows,
                actor.may(Permission.RENT_GPUS));
        return PageView.of("compute/leases", "compute.leases.title", page).under(Crumb.of("insight.nav.home", "/"));
    }

    private static OrgId other(Actor actor, LeaseView lease) {
        return actor.organisation().equals(lease.firm()) ? lease.provider() : lease.firm();
    }

    @GetMapping("/leases/{id}")
    PageView show(Actor actor, @PathVariable LeaseId id, Text t) {
        return view(actor, t, visible(actor, id), null);
    }

    @PostMapping("/leases/{id}/sheet")
    SeeOther sheet(Actor actor, RequestKey key, @PathVariable LeaseId id, Text t) {
        var lease = visible(actor, id);
        if (lease.signed() == null) {
            throw new RefusedException(CommonRefusal.NOT_FOUND);
        }
        var views = new LeaseViews(t);
        var firm = names.of(t, lease.firm());
        var draft = new SheetDraft(
                "compute-lease",
                Permission.READ_JOB,
                new SheetDraft.Holder(lease.firm(), firm),
                id.value(),
                t.of("compute.lease.title", lease.thing().name()),
                "compute/lease-sheet",
                new LeasePage.Sheet(
                        views.contract(lease, firm, names.of(t, lease.provider())),
                        views.money(lease.terms()),
                        views.declarations(lease),
                        views.rules(lease.terms())));
        return SeeOther.to(sheets.issue(actor, key, draft, t).href());
    }

    /// @param refused a form of this page that was refused
    PageView view(Actor actor, Text t, LeaseView lease, @Nullable Form refused) {
        var views = new LeaseViews(t);
        var details = leases.details(lease.id());
        var firm = names.of(t, lease.firm());
        var provider = names.of(t, lease.provider());
        var due = due(lease);
        var isParty = actor.organisation().equals(lease.firm())
                || actor.organisation().equals(lease.provider());
        var page = new LeasePage(
                LeaseViews.tag(lease.state()),
                due,
                views.steps(lease),
                views.next(lease, firm, provider, details.jobsOnNodes(), due),
                contract(views, lease, firm, provider),
                views.money(lease.terms()),
                views.declarations(lease),
                views.rules(lease.terms()),
                views.periods(
                        lease,
                        details.periods(),
                        bills.ofLease(actor, lease.id().value())),
                details.nodes(),
                isParty ? lease.access() : null,
                views.timeline(details.events()),
                new LeaseSight(actor, lease, keys).steps(refused));
        return PageView.of(
                        "compute/lease",
                        "compute.lease.title",
                        page,
                        lease.thing().name())
                .under(Crumb.of("insight.nav.home", "/"), Crumb.of("compute.nav.leases", "/leases"));
    }

    private List<Fact> contract(LeaseViews views, LeaseView lease, String firm, String provider) {
        var facts = views.contract(lease, firm, provider);
        return lease.state() == LeaseState.SIGNED
                ? Stream.concat(facts.stream(), Stream.of(views.handOverBy(handOverTerm, lease)))
                        .toList()
                : facts;
    }

    private @Nullable Due due(LeaseView lease) {
        if (lease.state() == LeaseState.REQUESTED) {
            return dues.at(lease.requested().signBy());
        }
        if (lease.state() == LeaseState.SIGNED) {
            return dues.at(handOverTerm.lastMoment(lease));
        }
        return null;
    }

    LeaseView visible(Actor actor, LeaseId id) {
        actor.require(Permission.READ_JOB);
        return leases.find(actor.scope(Permission.READ_JOB), id)
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }
}
