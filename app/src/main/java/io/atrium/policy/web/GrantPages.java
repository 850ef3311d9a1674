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
import io.atrium.policy.PolicyRefusal;
import io.atrium.policy.RuleOnObjection;
import io.atrium.web.Crumb;
import io.atrium.web.Flash;
import io.atrium.web.PageView;
import io.atrium.web.RequestKeys;
import io.atrium.web.SeeOther;
import io.atrium.web.text.Text;
import java.util.Map;
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
        return page(actor, find(actor, grant), t, new GrantForms(actor, keys));
    }

    private PageView page(Actor actor, GrantView grant, Text t, GrantForms forms) {
        var version = lists.find(actor, grant.list())
                .map(list -> policies.find(list.policy(), list.version()))
                .orElseGet(() -> policies.find(grant.policy()))
                .orElseThrow();
        var views = new GrantViews(t, catalogue, clock, calendar);
        var page = views.page(grant, version, grants.steps(grant.id()), forms);
        return PageView.of("policy/grant", "policy.grant.title", page, views.title(version), grant.firmName())
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
    ModelAndView object(
            Actor actor,
            RequestKey key,
            @PathVariable GrantId grant,
            @RequestParam(defaultValue = "") String reason,
            Text t) {
        var found = find(actor, grant);
        var command = new ObjectToGrant(found.list(), found.firm().value(), reason);
        var outcome = grants.object(actor, key, command);
        return outcome instanceof GrantOutcome.Refused refused && isAnswerable(refused)
                ? page(
                                actor,
                                found,
                                t,
                                new GrantForms(actor, keys).refused(refused.refusal(), Map.of("reason", reason)))
                        .refused()
                : answer(grant, outcome, "policy.grant.objected-flash");
    }

    @PostMapping("/grants/{grant}/objection-ruling")
    ModelAndView rule(
            Actor actor,
            RequestKey key,
            @PathVariable GrantId grant,
            @RequestParam(defaultValue = "false") boolean upheld,
            @RequestParam(defaultValue = "") String reason,
            Text t) {
        var outcome = grants.rule(actor, key, new RuleOnObjection(grant, upheld, reason));
        var answers = Map.of("upheld", Boolean.toString(upheld), "reason", reason);
        return outcome instanceof GrantOutcome.Refused refused && isAnswerable(refused)
                ? page(actor, find(actor, grant), t, new GrantForms(actor, keys).refused(refused.refusal(), answers))
                        .refused()
                : answer(grant, outcome, "policy.grant.ruled-flash");
    }

    /// What the reader can put right on the same page, with what was typed.
    private static boolean isAnswerable(GrantOutcome.Refused refused) {
        return refused.code() == PolicyRefusal.REASON_MISSING;
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
