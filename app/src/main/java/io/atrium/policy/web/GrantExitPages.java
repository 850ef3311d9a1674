// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.policy.AnswerClawback;
import io.atrium.policy.Clawbacks;
import io.atrium.policy.DecideClawback;
import io.atrium.policy.GrantId;
import io.atrium.policy.GrantOutcome;
import io.atrium.policy.OpenClawback;
import io.atrium.policy.PayeeAccounts;
import io.atrium.policy.ReportPayee;
import io.atrium.policy.domain.PayeeCondition;
import io.atrium.web.Flash;
import io.atrium.web.RequestKeys;
import io.atrium.web.SeeOther;
import io.atrium.web.StepUp;
import io.atrium.web.text.Text;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// The side exits of `/grants/{id}`: the firm's account, and taking a grant back.
@Controller
class GrantExitPages {

    private final PayeeAccounts accounts;
    private final Clawbacks clawbacks;
    private final GrantPageMaker pages;
    private final RequestKeys keys;

    GrantExitPages(PayeeAccounts accounts, Clawbacks clawbacks, GrantPageMaker pages, RequestKeys keys) {
        this.accounts = accounts;
        this.clawbacks = clawbacks;
        this.pages = pages;
        this.keys = keys;
    }

    @PostMapping("/grants/{grant}/payee-account")
    ModelAndView payee(
            Actor actor,
            RequestKey key,
            @PathVariable GrantId grant,
            @RequestParam(defaultValue = "ABNORMAL") PayeeCondition condition,
            @RequestParam(defaultValue = "") String reason,
            Text t) {
        var outcome = accounts.report(actor, key, new ReportPayee(grant, condition, reason));
        var answers = Map.of("condition", condition.name(), "reason", reason);
        return answer(new Sent(actor, grant, GrantForms.PAYEE, answers), outcome, "policy.payee.flash", t);
    }

    @StepUp
    @PostMapping("/grants/{grant}/clawback")
    ModelAndView open(
            Actor actor,
            RequestKey key,
            @PathVariable GrantId grant,
            @RequestParam(defaultValue = "") String clause,
            @RequestParam(defaultValue = "") String reason,
            Text t) {
        var outcome = clawbacks.open(actor, key, new OpenClawback(grant, clause, reason));
        var answers = Map.of("clause", clause, "reason", reason);
        return answer(new Sent(actor, grant, GrantForms.OPEN_CLAWBACK, answers), outcome, "policy.clawback.opened", t);
    }

    @PostMapping("/grants/{grant}/clawback-statement")
    ModelAndView state(
            Actor actor,
            RequestKey key,
            @PathVariable GrantId grant,
            @RequestParam(defaultValue = "") String statement,
            Text t) {
        var outcome = clawbacks.answer(actor, key, new AnswerClawback(grant, statement));
        var answers = Map.of("statement", statement);
        return answer(new Sent(actor, grant, GrantForms.STATEMENT, answers), outcome, "policy.clawback.heard", t);
    }

    @StepUp
    @PostMapping("/grants/{grant}/clawback-decision")
    ModelAndView decide(
            Actor actor,
            RequestKey key,
            @PathVariable GrantId grant,
            @RequestParam(defaultValue = "false") boolean takenBack,
            @RequestParam(defaultValue = "") String reason,
            Text t) {
        var outcome = clawbacks.decide(actor, key, new DecideClawback(grant, takenBack, reason));
        var answers = Map.of("takenBack", Boolean.toString(takenBack), "reason", reason);
        return answer(
                new Sent(actor, grant, GrantForms.DECIDE_CLAWBACK, answers), outcome, "policy.clawback.decided", t);
    }

    /// Which form was sent, as it was typed.
    private record Sent(Actor actor, GrantId grant, String form, Map<String, String> answers) {}

    private ModelAndView answer(Sent sent, GrantOutcome outcome, String said, Text t) {
        return switch (outcome) {
            case GrantOutcome.Moved _, GrantOutcome.Granted _ ->
                SeeOther.to("/grants/" + sent.grant()).saying(Flash.done(said));
            case GrantOutcome.Refused refused ->
                switch (refused.code()) {
                    case REASON_MISSING, CLAUSE_MISSING, SECOND_OFFICER_NEEDED -> {
                        var forms = new GrantForms(sent.actor(), keys)
                                .refused(sent.form(), refused.refusal(), sent.answers());
                        yield pages.page(sent.actor(), pages.find(sent.actor(), sent.grant()), t, forms)
                                .refused();
                    }
                    default -> throw new RefusedException(refused.refusal());
                };
        };
    }
}
