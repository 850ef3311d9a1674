// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.joining.JoiningWrong;
import io.atrium.compute.joining.Joinings;
import io.atrium.compute.joining.SubmitJoining;
import io.atrium.identity.OrganisationNames;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.web.Flash;
import io.atrium.web.PageView;
import io.atrium.web.RequestKeys;
import io.atrium.web.SeeOther;
import io.atrium.web.component.Field;
import io.atrium.web.component.Form;
import io.atrium.web.text.Text;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// `/provider-joinings/new/check`: all answers once more, then they are handed in. They travel in the form: what was
/// looked at is what is handed in, and a second click is the same request.
@Controller
class JoiningCheckPages {

    private final Joinings joinings;
    private final JoiningCourse course;
    private final OrganisationNames names;
    private final RequestKeys keys;

    JoiningCheckPages(Joinings joinings, JoiningCourse course, OrganisationNames names, RequestKeys keys) {
        this.joinings = joinings;
        this.course = course;
        this.names = names;
        this.keys = keys;
    }

    @GetMapping(JoiningCourse.NEW + "/check")
    PageView check(Actor actor, Text t) {
        var draft = course.draft(actor);
        return check(actor, t, draft, form(draft));
    }

    @PostMapping(JoiningCourse.LIST)
    ModelAndView submit(Actor actor, RequestKey key, Text t, @RequestParam Map<String, String> typed) {
        actor.require(Permission.JOIN_AS_PROVIDER);
        var draft = new JoiningDraft(typed);
        try {
            var id = joinings.submit(actor, new SubmitJoining(key, draft.answers()));
            course.forget(actor);
            return SeeOther.to(JoiningCourse.LIST + "/" + id).saying(Flash.done("compute.joining.flash.SUBMITTED"));
        } catch (RefusedException refused) {
            if (joinings.obstacle(actor.organisation()).isPresent()) {
                throw refused;
            }
            return check(actor, t, draft, form(draft).refused(refused.refusal()))
                    .refused();
        }
    }

    private Form form(JoiningDraft draft) {
        var form = Form.to(JoiningCourse.LIST, "compute.joining.submit").keyed(keys.fresh());
        for (var answer : draft.typed().entrySet()) {
            if (answer.getKey().contains(".")) {
                form = form.with(Field.hidden(answer.getKey(), answer.getValue()));
            }
        }
        return form;
    }

    private PageView check(Actor actor, Text t, JoiningDraft draft, Form form) {
        var wrong = course.wrong(draft.answers());
        var views = new JoiningViews(t);
        var page = new JoiningPage.Check(
                course.course(actor, t, null, JoiningCourse.NEW + "/terms"),
                views.groups(names.of(t, actor.organisation()), draft.answers(), true),
                wrong.stream().map(each -> remark(t, each)).toList(),
                wrong.isEmpty() ? form : null,
                List.of(
                        t.of("compute.joining.after.decided", Joinings.DECIDE_WITHIN_WORKING_DAYS),
                        t.of("compute.joining.consequence.locked"),
                        t.of("compute.joining.after.nothing")));
        return JoiningCourse.view("compute/joining-check", "compute.joining.check.title", page);
    }

    private static JoiningPage.Remark remark(Text t, JoiningWrong wrong) {
        var step = t.of("compute.joining.step", wrong.step());
        var about = wrong.pool() == 0 ? step : t.of("compute.joining.step.pool", step, wrong.pool());
        return new JoiningPage.Remark(about, t.of(JoiningQuestions.key(wrong), JoiningQuestions.limit(wrong)));
    }
}
