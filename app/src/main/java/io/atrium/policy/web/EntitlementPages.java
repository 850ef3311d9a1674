// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.company.Companies;
import io.atrium.company.FactCatalogue;
import io.atrium.files.pdf.OfficialSheets;
import io.atrium.files.pdf.SheetDraft;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Fen;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.policy.DecisionId;
import io.atrium.policy.Entitlement;
import io.atrium.policy.Entitlements;
import io.atrium.policy.GrantLists;
import io.atrium.policy.GrantView;
import io.atrium.policy.Grants;
import io.atrium.policy.PolicyId;
import io.atrium.policy.domain.GrantState;
import io.atrium.web.Crumb;
import io.atrium.web.Flash;
import io.atrium.web.NavGroup;
import io.atrium.web.NavItem;
import io.atrium.web.PageView;
import io.atrium.web.RequestKeys;
import io.atrium.web.SeeOther;
import io.atrium.web.component.Form;
import io.atrium.web.concern.Concern;
import io.atrium.web.text.Lang;
import io.atrium.web.text.Text;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;

/// "What am I entitled to" (我能享受什么): the firm's own page, and the same page of any firm for those who may see it.
@Controller
class EntitlementPages {

    private static final String OWN = "/entitlements";

    private final Entitlements entitlements;
    private final Grants grants;
    private final GrantLists lists;
    private final Companies companies;
    private final ApplyLinks apply;
    private final FactCatalogue catalogue;
    private final OfficialSheets sheets;
    private final BusinessClock clock;
    private final RequestKeys keys;

    EntitlementPages(
            Entitlements entitlements,
            Grants grants,
            GrantLists lists,
            Companies companies,
            ApplyLinks apply,
            FactCatalogue catalogue,
            OfficialSheets sheets,
            BusinessClock clock,
            RequestKeys keys) {
        this.entitlements = entitlements;
        this.grants = grants;
        this.lists = lists;
        this.companies = companies;
        this.apply = apply;
        this.catalogue = catalogue;
        this.sheets = sheets;
        this.clock = clock;
        this.keys = keys;
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
    ModelAndView own(Actor actor, Text t) {
        actor.require(Permission.READ_ENTITLEMENT);
        if (actor.kind() != OrgKind.FIRM) {
            return SeeOther.to("/entitlement-survey"); // a body is entitled to nothing; it looks across firms
        }
        return list(actor, actor.organisation(), OWN, t).under(Crumb.of("insight.nav.home", "/"));
    }

    @GetMapping("/companies/{firm}/entitlements")
    PageView ofFirm(Actor actor, @PathVariable OrgId firm, Text t) {
        return list(actor, firm, base(firm), t)
                .under(
                        Crumb.of("insight.nav.home", "/"),
                        Crumb.of("policy.crumb", "/companies/" + firm, name(actor, firm, t)));
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
                        Crumb.of("policy.entitlements.title", base(firm), name(actor, firm, t)));
    }

    @GetMapping(OWN + "/{policy}/decisions/{decision}")
    PageView ownThen(Actor actor, @PathVariable PolicyId policy, @PathVariable DecisionId decision, Text t) {
        actor.require(Permission.READ_ENTITLEMENT);
        return then(actor, new Asked(actor.organisation(), policy, OWN), decision, t)
                .under(Crumb.of("insight.nav.home", "/"), Crumb.of("policy.entitlements.own", OWN));
    }

    @GetMapping("/companies/{firm}/entitlements/{policy}/decisions/{decision}")
    PageView firmThen(
            Actor actor,
            @PathVariable OrgId firm,
            @PathVariable PolicyId policy,
            @PathVariable DecisionId decision,
            Text t) {
        return then(actor, new Asked(firm, policy, base(firm)), decision, t)
                .under(
                        Crumb.of("insight.nav.home", "/"),
                        Crumb.of("policy.entitlements.title", base(firm), name(actor, firm, t)));
    }

    @PostMapping(OWN + "/{policy}/decisions/{decision}/sheet")
    ModelAndView ownSheet(
            Actor actor, RequestKey key, @PathVariable PolicyId policy, @PathVariable DecisionId decision, Text t) {
        return sheet(actor, key, new Asked(actor.organisation(), policy, OWN), decision, t);
    }

    @PostMapping("/companies/{firm}/entitlements/{policy}/decisions/{decision}/sheet")
    ModelAndView firmSheet(
            Actor actor,
            RequestKey key,
            @PathVariable OrgId firm,
            @PathVariable PolicyId policy,
            @PathVariable DecisionId decision,
            Text t) {
        return sheet(actor, key, new Asked(firm, policy, base(firm)), decision, t);
    }

    /// @param list address of the firm's list
    private record Asked(OrgId firm, PolicyId policy, String list) {

        String base() {
            return list + "/" + policy;
        }
    }

    private PageView list(Actor actor, OrgId firm, String base, Text t) {
        var scope = actor.scope(Permission.READ_ENTITLEMENT);
        if (!scope.sees(firm)) {
            throw notFound();
        }
        var isOwn = firm.equals(actor.organisation());
        var ofFirm = grants.list(scope, firm);
        var page = new EntitlementViews(t, catalogue)
                .list(
                        new FirmTogether(entitlements.list(scope, firm), had(actor, ofFirm)),
                        ofFirm,
                        base,
                        isOwn ? null : "/companies/" + firm + "/missing",
                        apply.of(actor, firm));
        return PageView.of("policy/entitlements", "policy.entitlements.title", page, name(actor, firm, t));
    }

    private PageView why(Actor actor, OrgId firm, PolicyId policy, Text t) {
        var found = entitlements
                .find(actor.scope(Permission.READ_ENTITLEMENT), firm, policy)
                .orElseThrow(EntitlementPages::notFound);
        var list = firm.equals(actor.organisation()) ? OWN : base(firm);
        return view(found, page(actor, new Asked(firm, policy, list), found, t), t);
    }

    /// The answer as it was, with the version and the facts of then.
    private PageView then(Actor actor, Asked asked, DecisionId decision, Text t) {
        var found = found(actor, asked, decision);
        return view(found, page(actor, asked, found, t), t);
    }

    private ModelAndView sheet(Actor actor, RequestKey key, Asked asked, DecisionId decision, Text t) {
        var found = found(actor, asked, decision);
        var draft = new SheetDraft(
                "policy-decision",
                Permission.READ_ENTITLEMENT,
                new SheetDraft.Holder(asked.firm(), name(actor, asked.firm(), t)),
                decision.value(),
                t.of("policy.sheet.title", title(found, t)),
                "policy/decision-sheet",
                page(actor, asked, found, t));
        return SeeOther.to(sheets.issue(actor, key, draft, t).href()).saying(Flash.done("policy.sheet.issued"));
    }

    private Entitlement found(Actor actor, Asked asked, DecisionId decision) {
        return entitlements.history(actor.scope(Permission.READ_ENTITLEMENT), asked.firm(), asked.policy()).stream()
                .filter(answer -> answer.stored().id().equals(decision))
                .findFirst()
                .orElseThrow(EntitlementPages::notFound);
    }

    private PageView view(Entitlement found, EntitlementPage page, Text t) {
        return PageView.of("policy/entitlement", "policy.entitlement.title", page, title(found, t));
    }

    private String title(Entitlement found, Text t) {
        return new PolicyWords(t, catalogue).of(found.policy().header().title());
    }

    private EntitlementPage page(Actor actor, Asked asked, Entitlement shown, Text t) {
        var scope = actor.scope(Permission.READ_ENTITLEMENT);
        var ofFirm = grants.list(scope, asked.firm());
        var ofPolicy = ofFirm.stream()
                .filter(grant -> grant.policy().equals(asked.policy()))
                .toList();
        var today = new FirmTogether(entitlements.list(scope, asked.firm()), had(actor, ofFirm));
        var isToday = today.entitlements().stream()
                .anyMatch(found -> found.stored().id().equals(shown.stored().id()));
        var sheet = Form.to(asked.base() + "/decisions/" + shown.stored().id() + "/sheet", "policy.sheet.issue")
                .keyed(keys.fresh());
        var links = new EntitlementPage.Links(
                "/policies/" + asked.policy(),
                asked.list() + "/simulation",
                sheet,
                isToday ? apply.of(actor, asked.firm()).apply(shown) : null,
                actor.scope(Permission.RAISE_APPEAL).sees(asked.firm()) ? Concern.appealHref(asked.base()) : null);
        var history = entitlements.history(scope, asked.firm(), asked.policy());
        return new WhyViews(t, catalogue)
                .page(
                        shown,
                        new WhyViews.Around(
                                history, ofPolicy, isToday ? today : today.only(shown), asked.base(), links));
    }

    /// What a firm was granted from the pools of this year, by policy.
    private Map<PolicyId, Fen> had(Actor actor, List<GrantView> grants) {
        return grants.stream()
                .filter(grant -> grant.state() == GrantState.GRANTED)
                .filter(grant -> lists.find(actor, grant.list())
                        .filter(list -> list.budgetYear() == clock.today().getYear())
                        .isPresent())
                .collect(Collectors.toMap(GrantView::policy, GrantView::amount, Fen::plus));
    }

    private String name(Actor actor, OrgId firm, Text t) {
        return companies
                .find(actor.scope(Permission.READ_COMPANY), firm)
                .map(company -> t.lang() == Lang.EN && company.nameEn() != null ? company.nameEn() : company.nameZh())
                .orElseGet(() -> firm.equals(actor.organisation()) ? actor.organisationName() : firm.value());
    }

    private static String base(OrgId firm) {
        return "/companies/" + firm + OWN;
    }

    private static RefusedException notFound() {
        return new RefusedException(CommonRefusal.NOT_FOUND);
    }
}
