// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.policy.ApplicationAdvice;
import io.atrium.policy.ApplicationId;
import io.atrium.policy.ApplicationOutcome;
import io.atrium.policy.PolicyRefusal;
import io.atrium.web.Flash;
import io.atrium.web.RequestKeys;
import io.atrium.web.SeeOther;
import io.atrium.web.text.Text;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// What stewards advise on an application, and what the firm says to it.
@Controller
class ApplicationAdvicePages {

    private final ApplicationAdvice advice;
    private final ApplicationPageMaker pages;
    private final RequestKeys keys;

    ApplicationAdvicePages(ApplicationAdvice advice, ApplicationPageMaker pages, RequestKeys keys) {
        this.advice = advice;
        this.pages = pages;
        this.keys = keys;
    }

    /// Which form was sent, as it was typed.
    private record Sent(Actor actor, ApplicationId application, String form, Map<String, String> answers) {}

    @PostMapping("/applications/{application}/comments")
    ModelAndView comment(
            Actor actor,
            RequestKey key,
            @PathVariable ApplicationId application,
            @RequestParam(defaultValue = "") String item,
            @RequestParam(defaultValue = "") String text,
            Text t) {
        actor.require(Permission.COACH_APPLICATION);
        var outcome = advice.comment(actor, key, new ApplicationAdvice.Comment(application, item, text));
        var sent = new Sent(actor, application, ApplicationForms.COMMENT, Map.of("item", item, "text", text));
        return answer(sent, outcome, "policy.application.flash.commented", t);
    }

    @PostMapping("/applications/{application}/comments/{comment}/answer")
    ModelAndView answer(
            Actor actor,
            RequestKey key,
            @PathVariable ApplicationId application,
            @PathVariable String comment,
            @RequestParam(defaultValue = "") String answer,
            Text t) {
        actor.require(Permission.APPLY_FOR_BENEFIT);
        var outcome = advice.answer(actor, key, new ApplicationAdvice.Answer(application, comment, answer));
        var sent = new Sent(actor, application, comment, Map.of("answer", answer));
        return answer(sent, outcome, "policy.application.flash.answered", t);
    }

    @PostMapping("/applications/{application}/comments/{comment}/resolution")
    ModelAndView resolve(
            Actor actor,
            RequestKey key,
            @PathVariable ApplicationId application,
            @PathVariable String comment,
            Text t) {
        actor.require(Permission.APPLY_FOR_BENEFIT);
        var outcome = advice.resolve(actor, key, new ApplicationAdvice.Resolve(application, comment));
        return answer(new Sent(actor, application, comment, Map.of()), outcome, "policy.application.flash.resolved", t);
    }

    private ModelAndView answer(Sent sent, ApplicationOutcome outcome, String said, Text t) {
        return switch (outcome) {
            case ApplicationOutcome.Done _ ->
                SeeOther.to("/applications/" + sent.application()).saying(Flash.done(said));
            case ApplicationOutcome.Refused(var refusal)
            when refusal.code() == PolicyRefusal.COMMENT_MISSING ->
                pages.page(
                                sent.actor(),
                                pages.find(sent.actor(), sent.application()),
                                t,
                                new ApplicationForms(keys).refused(sent.form(), refusal, sent.answers()))
                        .refused();
            case ApplicationOutcome.Refused(var refusal) -> throw new RefusedException(refusal);
        };
    }
}
