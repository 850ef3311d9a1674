// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.joining.JoiningRules;
import io.atrium.compute.joining.JoiningStep;
import io.atrium.compute.joining.Joinings;
import io.atrium.identity.Organisations;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.web.Crumb;
import io.atrium.web.PageView;
import io.atrium.web.SeeOther;
import io.atrium.web.component.Fact;
import io.atrium.web.component.Form;
import io.atrium.web.text.Text;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// `/provider-joinings/new`: where an application to join begins, its contact and its terms.
@Controller
class JoiningFormPages {

    private final Joinings joinings;
    private final JoiningCourse course;
    private final Organisations organisations;

    JoiningFormPages(Joinings joinings, JoiningCourse course, Organisations organisations) {
        this.joinings = joinings;
        this.course = course;
        this.organisations = organisations;
    }

    @GetMapping(JoiningCourse.NEW)
    PageView start(Actor actor, Text t) {
        actor.require(Permission.JOIN_AS_PROVIDER);
        var obstacle = joinings.obstacle(actor.organisation());
        var asked = new ArrayList<String>();
        Arrays.stream(JoiningStep.values())
                .map(step -> t.of("compute.joining.asked", step))
                .forEach(asked::add);
        asked.add(t.of("compute.joining.asked.CHECK"));
        var after = List.of(
                t.of("compute.joining.after.kept"),
                t.of("compute.joining.after.decided", Joinings.DECIDE_WITHIN_WORKING_DAYS),
                t.of("compute.joining.after.nothing"));
        var page = obstacle.map(refusal -> new JoiningPage.Start(
                        asked,
                        after,
                        List.of(),
                        t.refusal(refusal).detail(),
                        t.of("compute.joining.list.title"),
                        JoiningCourse.LIST))
                .orElseGet(() -> {
                    var draft = course.draft(actor);
                    var toMend = course.toMend(actor);
                    return new JoiningPage.Start(
                            asked,
                            after,
                            JoiningCourse.remarks(t, toMend),
                            null,
                            t.of(draft.typed().isEmpty() ? "compute.joining.begin" : "compute.joining.resume"),
                            toMend.keySet().stream()
                                    .sorted()
                                    .findFirst()
                                    .map(JoiningCourse::href)
                                    .orElseGet(() -> course.next(draft)));
                });
        return PageView.of("compute/joining-start", "compute.joining.start.title", page)
                .under(Crumb.of("insight.nav.home", "/"), Crumb.of("compute.joining.list.title", JoiningCourse.LIST));
    }

    @GetMapping(JoiningCourse.NEW + "/contact")
    PageView contact(Actor actor, Text t) {
        var draft = course.draft(actor);
        return contact(actor, t, JoiningQuestions.contact().answered(draft.group(JoiningDraft.CONTACT)));
    }

    @PostMapping(JoiningCourse.NEW + "/contact")
    ModelAndView answerContact(Actor actor, Text t, @RequestParam Map<String, String> typed) {
        var draft = course.draft(actor).with(JoiningDraft.CONTACT, JoiningDraft.CONTACT_NAMES, typed);
        var wrong = JoiningRules.contact(draft.answers().contact());
        if (!wrong.isEmpty()) {
            var form = JoiningQuestions.contact().answered(typed).wrong(JoiningQuestions.errors(wrong));
            return contact(actor, t, form).refused();
        }
        course.keep(actor, draft);
        return SeeOther.to(JoiningCourse.NEW + "/pools");
    }

    private PageView contact(Actor actor, Text t, Form form) {
        var organisation = organisations.find(actor.organisation()).orElseThrow();
        var code = organisation.unifiedCode();
        var facts = List.of(
                Fact.of(t.of("compute.joining.name-zh"), organisation.nameZh()),
                Fact.of(t.of("compute.joining.name-en"), organisation.nameEn()),
                Fact.of(t.of("compute.joining.code"), code == null ? t.of("compute.joining.code.none") : code)
                        .from(t.of("compute.joining.organisation.source")));
        var page =
                new JoiningPage.Questions(course.course(actor, t, JoiningStep.CONTACT, JoiningCourse.NEW), facts, form);
        return JoiningCourse.view("compute/joining-step", "compute.joining.contact.title", page);
    }

    @GetMapping(JoiningCourse.NEW + "/terms")
    PageView terms(Actor actor, Text t) {
        var draft = course.draft(actor);
        return terms(actor, t, draft, JoiningQuestions.terms().answered(draft.group(JoiningDraft.TERMS)));
    }

    @PostMapping(JoiningCourse.NEW + "/terms")
    ModelAndView answerTerms(Actor actor, Text t, @RequestParam Map<String, String> typed) {
        var draft = course.draft(actor).with(JoiningDraft.TERMS, JoiningDraft.TERMS_NAMES, typed);
        var wrong = JoiningRules.terms(draft.answers().terms());
        if (!wrong.isEmpty()) {
            var form = JoiningQuestions.terms().answered(typed).wrong(JoiningQuestions.errors(wrong));
            return terms(actor, t, draft, form).refused();
        }
        course.keep(actor, draft);
        return SeeOther.to(course.next(draft));
    }

    private PageView terms(Actor actor, Text t, JoiningDraft draft, Form form) {
        var before = draft.pools() == 0 ? JoiningCourse.NEW + "/pools" : JoiningCourse.NEW + "/prices/" + draft.pools();
        var page = new JoiningPage.Questions(course.course(actor, t, JoiningStep.TERMS, before), List.of(), form);
        return JoiningCourse.view("compute/joining-step", "compute.joining.terms.title", page);
    }
}
