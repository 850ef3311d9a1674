// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.company.FactCatalogue;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.policy.AcceptGrant;
import io.atrium.policy.DeclineGrant;
import io.atrium.policy.GrantId;
import io.atrium.policy.GrantLists;
import io.atrium.policy.GrantOutcome;
import io.atrium.policy.GrantView;
import io.atrium.policy.Grants;
import io.atrium.policy.ObjectToGrant;
import io.atrium.policy.Policies;
import io.atrium.policy.RuleOnObjection;
import io.atrium.web.Crumb;
import io.atrium.web.Flash;
import io.atrium.web.PageView;
import io.atrium.web.RequestKeys;
import io.atrium.web.SeeOther;
import io.atrium.web.text.Text;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// `/grants/{id}`: the firm accepts or declines, the operator objects, the department rules.
@Controller
class GrantPages {

    private final Grants grants;
    private final GrantLists lists;
    private final Policies policies;
    private final FactCatalogue catalogue;
    private final BusinessClock clock;
    private final WorkingCalendar calendar;
    private final RequestKeys keys;

    GrantPages(
            Grants grants,
            GrantLists lists,
            Policies policies,
            FactCatalogue catalogue,
            BusinessClock clock,
            WorkingCalendar calendar,
            RequestKeys keys) {
        this.grants = grants;
        this.lists = lists;
        this.policies = policies;
        this.catalogue = catalogue;
        this.clock = clock;
        this.calendar = calendar;
        this.keys = keys;
    }

    @GetMapping("/grants/{grant}")
    PageView show(Actor actor, @PathVariable GrantId grant, Text t) {
        var found = find(actor, grant);
        var list = lists.find(actor, found.list());
        var version = list.map(known -> policies.find(known.policy(), known.version()))
                .orElseGet(() -> policies.find(found.policy()))
                .orElseThrow();
        var views = new GrantViews(t, catalogue, clock, calendar);
        var page = views.page(found, version, grants.steps(grant), new GrantForms(actor, keys));
        return PageView.of("policy/grant", "policy.grant.title", page, views.title(version), found.firmName())
                .under(Crumb.of("insight.nav.home", "/"), Crumb.of("policy.lists.title", "/grant-lists"));
    }

    @PostMapping("/grants/{grant}/acceptance")
    ModelAndView accept(Actor actor, RequestKey key, @PathVariable GrantId grant) {
        return answer(grant, grants.accept(actor, key, new AcceptGrant(grant)), "policy.grant.accepted-flash");
    }

    @PostMapping("/grants/{grant}/waiver")
    ModelAndView decline(Actor actor, RequestKey key, @PathVariable GrantId grant) {
        return answer(grant, grants.decline(actor, key, new DeclineGrant(grant)), "policy.grant.declined-flash");
    }

    @PostMapping("/grants/{grant}/objection")
    ModelAndView object(Actor actor, RequestKey key, @PathVariable GrantId grant, @RequestParam String reason) {
        var found = find(actor, grant);
        var command = new ObjectToGrant(found.list(), found.firm().value(), reason);
        return answer(grant, grants.object(actor, key, command), "policy.grant.objected-flash");
    }

    @PostMapping("/grants/{grant}/objection-ruling")
    ModelAndView rule(
            Actor actor,
            RequestKey key,
            @PathVariable GrantId grant,
            @RequestParam(defaultValue = "false") boolean upheld,
            @RequestParam String reason) {
        var command = new RuleOnObjection(grant, upheld, reason);
        return answer(grant, grants.rule(actor, key, command), "policy.grant.ruled-flash");
    }

    private static ModelAndView answer(GrantId grant, GrantOutcome outcome, String said) {
        return switch (outcome) {
            case GrantOutcome.Moved _, GrantOutcome.Granted _ ->
                SeeOther.to("/grants/" + grant).saying(Flash.done(said));
            case GrantOutcome.Refused refused -> throw new RefusedException(refused.refusal());
        };
    }

    private GrantView find(Actor actor, GrantId grant) {
        return grants.find(actor.scope(Permission.READ_ENTITLEMENT), grant)
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }
}
