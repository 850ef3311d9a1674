// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.files.pdf.OfficialSheets;
import io.atrium.files.pdf.SheetDraft;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.policy.AcceptGrant;
import io.atrium.policy.DeclineGrant;
import io.atrium.policy.GrantId;
import io.atrium.policy.GrantOutcome;
import io.atrium.policy.Grants;
import io.atrium.policy.ObjectToGrant;
import io.atrium.policy.PolicyRefusal;
import io.atrium.policy.RuleOnObjection;
import io.atrium.web.Flash;
import io.atrium.web.PageView;
import io.atrium.web.RequestKeys;
import io.atrium.web.SeeOther;
import io.atrium.web.StepUp;
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
    private final GrantPageMaker pages;
    private final OfficialSheets sheets;
    private final RequestKeys keys;

    GrantPages(Grants grants, GrantPageMaker pages, OfficialSheets sheets, RequestKeys keys) {
        this.grants = grants;
        this.pages = pages;
        this.sheets = sheets;
        this.keys = keys;
    }

    @GetMapping("/grants/{grant}")
    PageView show(Actor actor, @PathVariable GrantId grant, Text t) {
        return pages.page(actor, pages.find(actor, grant), t, new GrantForms(actor, keys));
    }

    @PostMapping("/grants/{grant}/sheet")
    ModelAndView sheet(Actor actor, RequestKey key, @PathVariable GrantId grant, Text t) {
        var found = pages.find(actor, grant);
        var draft = new SheetDraft(
                "grant-notice",
                Permission.READ_ENTITLEMENT,
                new SheetDraft.Holder(found.firm(), found.firmName(t.lang())),
                grant.value(),
                t.of("policy.grant.sheet.title", pages.title(actor, found, t)),
                "policy/grant-sheet",
                pages.record(actor, found, t, new GrantForms(actor, keys)));
        return SeeOther.to(sheets.issue(actor, key, draft, t).href()).saying(Flash.done("policy.grant.sheet.issued"));
    }

    @StepUp
    @PostMapping("/grants/{grant}/acceptance")
    ModelAndView accept(Actor actor, RequestKey key, @PathVariable GrantId grant) {
        var outcome = grants.accept(actor, key, new AcceptGrant(grant));
        var said = outcome instanceof GrantOutcome.Moved moved
                ? "policy.grant.accepted-flash." + moved.state().name()
                : "policy.grant.accepted-flash";
        return answer(grant, outcome, said);
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
        var found = pages.find(actor, grant);
        var command = new ObjectToGrant(found.list(), found.firm().value(), reason);
        var outcome = grants.object(actor, key, command);
        return outcome instanceof GrantOutcome.Refused refused && isAnswerable(refused)
                ? pages.page(
                                actor,
                                found,
                                t,
                                new GrantForms(actor, keys)
                                        .refused(GrantForms.OBJECTION, refused.refusal(), Map.of("reason", reason)))
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
                ? pages.page(
                                actor,
                                pages.find(actor, grant),
                                t,
                                new GrantForms(actor, keys).refused(GrantForms.RULING, refused.refusal(), answers))
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
}
