// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.company.Companies;
import io.atrium.company.FactCatalogue;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Permission;
import io.atrium.policy.Entitlements;
import io.atrium.policy.Grants;
import io.atrium.policy.PolicyId;
import io.atrium.web.Crumb;
import io.atrium.web.NavGroup;
import io.atrium.web.NavItem;
import io.atrium.web.PageView;
import io.atrium.web.text.Text;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/// "What am I entitled to" (我能享受什么): the firm's own page, and the same page of any firm for those who may see it.
@Controller
class EntitlementPages {

    private static final String OWN = "/entitlements";

    private final Entitlements entitlements;
    private final Grants grants;
    private final Companies companies;
    private final FactCatalogue catalogue;

    EntitlementPages(Entitlements entitlements, Grants grants, Companies companies, FactCatalogue catalogue) {
        this.entitlements = entitlements;
        this.grants = grants;
        this.companies = companies;
        this.catalogue = catalogue;
    }

    @Bean
    static NavItem entitlementsNavItem() {
        return new NavItem(
                NavGroup.BENEFITS,
                "policy.nav.entitlements",
                OWN,
                10,
                viewer -> viewer.filter(actor -> actor.kind() == OrgKind.FIRM && actor.may(Permission.READ_ENTITLEMENT))
                        .isPresent());
    }

    @GetMapping(OWN)
    PageView own(Actor actor, Text t) {
        actor.require(Permission.READ_ENTITLEMENT);
        return list(actor, actor.organisation(), OWN, t).under(Crumb.of("insight.nav.home", "/"));
    }

    @GetMapping("/companies/{firm}/entitlements")
    PageView ofFirm(Actor actor, @PathVariable OrgId firm, Text t) {
        return list(actor, firm, base(firm), t)
                .under(
                        Crumb.of("insight.nav.home", "/"),
                        Crumb.of("policy.crumb", "/companies/" + firm, name(actor, firm)));
    }

    @GetMapping(OWN + "/{policy}")
    PageView ownWhy(Actor actor, @PathVariable PolicyId policy, Text t) {
        actor.require(Permission.READ_ENTITLEMENT);
        return why(actor, actor.organisation(), policy, t)
                .under(Crumb.of("insight.nav.home", "/"), Crumb.of("policy.entitlements.own", OWN));
    }

    @GetMapping("/companies/{firm}/entitlements/{policy}")
    PageView firmWhy(Actor actor, @PathVariable OrgId firm, @PathVariable PolicyId policy, Text t) {
        return why(actor, firm, policy, t)
                .under(
                        Crumb.of("insight.nav.home", "/"),
                        Crumb.of("policy.entitlements.title", base(firm), name(actor, firm)));
    }

    private PageView list(Actor actor, OrgId firm, String base, Text t) {
        var scope = actor.scope(Permission.READ_ENTITLEMENT);
        if (!scope.sees(firm)) {
            throw notFound();
        }
        var views = new EntitlementViews(t, catalogue);
        var page = views.list(entitlements.list(scope, firm), grants.list(scope, firm), base);
        return PageView.of("policy/entitlements", "policy.entitlements.title", page, name(actor, firm));
    }

    private PageView why(Actor actor, OrgId firm, PolicyId policy, Text t) {
        var scope = actor.scope(Permission.READ_ENTITLEMENT);
        var found = entitlements.find(scope, firm, policy).orElseThrow(EntitlementPages::notFound);
        var page = new EntitlementViews(t, catalogue)
                .why(found, entitlements.history(scope, firm, policy), grants.list(scope, firm));
        var title = new PolicyWords(t, catalogue).of(found.policy().header().title());
        return PageView.of("policy/entitlement", "policy.entitlement.title", page, title);
    }

    private String name(Actor actor, OrgId firm) {
        if (firm.equals(actor.organisation())) {
            return actor.organisationName();
        }
        return companies
                .find(actor.scope(Permission.READ_COMPANY), firm)
                .map(company -> company.nameZh())
                .orElse(firm.value());
    }

    private static String base(OrgId firm) {
        return "/companies/" + firm + OWN;
    }

    private static RefusedException notFound() {
        return new RefusedException(CommonRefusal.NOT_FOUND);
    }
}
