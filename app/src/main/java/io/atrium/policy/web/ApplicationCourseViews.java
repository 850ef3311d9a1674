// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.company.FactCatalogue;
import io.atrium.company.FactQuestion;
import io.atrium.kernel.access.Actor;
import io.atrium.policy.ApplicationAdvice;
import io.atrium.policy.ApplicationCheck;
import io.atrium.policy.ApplicationItems;
import io.atrium.policy.ApplicationPaper;
import io.atrium.policy.ApplicationView;
import io.atrium.policy.Applications;
import io.atrium.policy.PolicySettings;
import io.atrium.policy.domain.ApplicationState;
import io.atrium.policy.domain.PreCheck;
import io.atrium.policy.web.ApplicationCoursePage.Answers;
import io.atrium.policy.web.ApplicationCoursePage.Check;
import io.atrium.policy.web.ApplicationCoursePage.Facts;
import io.atrium.policy.web.ApplicationCoursePage.Papers;
import io.atrium.policy.web.ApplicationCoursePage.Remark;
import io.atrium.web.RequestKeys;
import io.atrium.web.component.Fact;
import io.atrium.web.component.Field;
import io.atrium.web.component.FieldKind;
import io.atrium.web.component.Form;
import io.atrium.web.component.Tone;
import io.atrium.web.text.Text;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// Makes the steps of the form in which a firm applies.
@Component
class ApplicationCourseViews {

    private static final String DEFECT = "defect_";

    private final Applications applications;
    private final ApplicationAdvice advice;
    private final ApplicationFacts facts;
    private final ApplicationPaperForms papers;
    private final FactCatalogue catalogue;
    private final PolicySettings settings;
    private final RequestKeys keys;

    ApplicationCourseViews(
            Applications applications,
            ApplicationAdvice advice,
            ApplicationFacts facts,
            ApplicationPaperForms papers,
            FactCatalogue catalogue,
            PolicySettings settings,
            RequestKeys keys) {
        this.applications = applications;
        this.advice = advice;
        this.facts = facts;
        this.papers = papers;
        this.catalogue = catalogue;
        this.settings = settings;
        this.keys = keys;
    }

    /// What every step has around it.
    <B> ApplicationCoursePage<B> frame(
            Actor actor, ApplicationView application, ApplicationCourse step, B body, Text t) {
        var id = application.id();
        var onward = body instanceof Facts page && page.form() == null || isOpen(body) ? step.after(id) : null;
        return new ApplicationCoursePage<>(
                step.steps(t),
                step.position(t),
                remarks(actor, application, step, t),
                body,
                step.before(id),
                onward,
                "/applications/" + id);
    }

    private static boolean isOpen(Object body) {
        return body instanceof Check check && check.tone() != Tone.BAD;
    }

    /// What was said about this step: by the department, and by stewards while it is open.
    private List<Remark> remarks(Actor actor, ApplicationView application, ApplicationCourse step, Text t) {
        var policy = applications.check(application).policy();
        var words = new ApplicationWords(t, catalogue);
        var defects = applications.defects(application.id()).stream()
                .filter(_ -> application.state() == ApplicationState.RETURNED_FOR_COMPLETION)
                .filter(defect -> concerns(step, defect.item()))
                .map(defect -> new Remark(
                        t.of("policy.application.remark.department", words.item(policy, defect.item())),
                        defect.text()));
        var comments = advice.list(actor, application).stream()
                .filter(comment -> comment.isOpen() && concerns(step, comment.item()))
                .map(comment -> new Remark(
                        t.of("policy.application.remark.steward", words.item(policy, comment.item()), comment.by()),
                        comment.text()));
        return Stream.concat(defects, comments).toList();
    }

    private static boolean concerns(ApplicationCourse step, String item) {
        return switch (step) {
            case FACTS -> item.startsWith(ApplicationItems.FACT);
            case PAPERS -> item.startsWith(ApplicationItems.PAPER) || item.equals(ApplicationItems.STATEMENT);
            case CHECK -> item.equals(ApplicationItems.WHOLE);
            case ANSWERS -> false;
        };
    }

    Facts facts(ApplicationCheck check, @Nullable Form form, Text t) {
        return new Facts(facts.known(check, t), form, facts.elsewhere(check, t));
    }

    Papers papers(ApplicationView application, ApplicationCheck check, Form form, Text t) {
        return new Papers(
                form,
                "/applications/" + application.id() + "/papers/new",
                papers.proven(check, new ApplicationWords(t, catalogue), t));
    }

    Check check(ApplicationView application, ApplicationCheck check, Text t) {
        var words = new PolicyWords(t, catalogue);
        var reasons = new Reasons(words, check.policy().content());
        var decision = check.decision();
        var verdict = check.verdict(catalogue);
        var key = "policy.application.check." + verdict.name();
        return new Check(
                tone(verdict),
                t.of(key),
                t.of(key + ".why"),
                verdict.maySubmit() ? words.amount(decision) : null,
                reasons.of(decision.conditions()),
                verdict == PreCheck.NOT_MET ? reasons.changes(decision.nearest()) : List.of(),
                mend(application, check, t),
                lacking(application, check, t),
                decision.notes().stream().map(note -> t.of("policy.note", note)).toList());
    }

    private static Tone tone(PreCheck verdict) {
        return switch (verdict) {
            case READY -> Tone.GOOD;
            case A_PERSON_DECIDES -> Tone.INFO;
            case AN_OFFICE_MUST_ADD -> Tone.WAIT;
            case FACTS_MISSING, NOT_MET, NOT_IN_FORCE -> Tone.BAD;
        };
    }

    /// What is missing, each leading to where it is added.
    private List<Fact> mend(ApplicationView application, ApplicationCheck check, Text t) {
        var open = check.decision().missingFacts();
        var asked = facts.askable(check).stream()
                .map(fact -> Fact.of(new FactQuestion(fact, t).label(), t.of("policy.application.check.add"))
                        .linked(ApplicationCourse.FACTS.href(application.id())));
        return open.isEmpty()
                ? List.of()
                : Stream.concat(asked, facts.elsewhere(check, t).stream()).toList();
    }

    /// Conditions that a person judges and for which no paper was picked.
    private List<String> lacking(ApplicationView application, ApplicationCheck check, Text t) {
        var proven = applications.papers(application.id()).stream()
                .map(ApplicationPaper::slot)
                .collect(Collectors.toSet());
        var words = new ApplicationWords(t, catalogue);
        return papers.slots(check).stream()
                .filter(slot -> !slot.equals(ApplicationPaper.OTHER) && !proven.contains(slot))
                .map(slot -> words.slot(check.policy(), slot))
                .toList();
    }

    Answers answers(ApplicationView application, ApplicationCheck check, UnaryOperator<Form> as, Text t) {
        var verdict = check.verdict(catalogue);
        var words = new ApplicationWords(t, catalogue);
        return new Answers(
                facts.known(check, t),
                papers(application, check, words, t),
                application.statement(),
                verdict.maySubmit() ? as.apply(sending(application, check, words)) : null,
                consequences(application, check, t),
                verdict.maySubmit() ? null : t.of("policy.application.check." + verdict.name() + ".why"));
    }

    List<Fact> papers(ApplicationView application, ApplicationCheck check, ApplicationWords words, Text t) {
        return applications.papers(application.id()).stream()
                .map(paper -> Fact.of(
                                words.slot(check.policy(), paper.slot()),
                                t.of(
                                        "company.certificate.name",
                                        t.of("company.certificate.kind", paper.kind()),
                                        paper.name()))
                        .linked("/files/" + paper.file()))
                .toList();
    }

    private Form sending(ApplicationView application, ApplicationCheck check, ApplicationWords words) {
        var base = "/applications/" + application.id();
        if (application.state() == ApplicationState.DRAFT) {
            return Form.to(base + "/submission", "policy.application.submit")
                    .seen(check.seen(application))
                    .keyed(keys.fresh());
        }
        var form = Form.to(base + "/completion", "policy.application.complete");
        for (var defect : applications.defects(application.id())) {
            form = form.with(Field.of(
                            FieldKind.TEXTAREA,
                            DEFECT + defect.id(),
                            words.policy()
                                    .t()
                                    .of(
                                            "policy.application.defect.answer",
                                            words.item(check.policy(), defect.item()),
                                            defect.text()))
                    .hint("policy.application.defect.answer.hint"));
        }
        return form.seen(check.seen(application)).keyed(keys.fresh());
    }

    /// What was answered to each defect.
    static Map<Long, String> answers(Map<String, String> typed) {
        var answers = new HashMap<Long, String>();
        typed.forEach((name, value) -> {
            if (name.matches(DEFECT + "\\d{1,18}")) {
                answers.put(Long.valueOf(name.substring(DEFECT.length())), value);
            }
        });
        return answers;
    }

    private List<String> consequences(ApplicationView application, ApplicationCheck check, Text t) {
        var terms = settings.applicationTerms();
        var mode = check.policy().header().mode();
        var lines = new ArrayList<String>();
        if (application.state() == ApplicationState.DRAFT) {
            lines.add(t.of("policy.application.submit.accept", terms.accept()));
            lines.add(t.of("policy.application.submit.return", terms.complete()));
        }
        lines.add(t.of("policy.application.submit.review", terms.review(mode)));
        lines.add(t.of("policy.application.submit.truth"));
        return lines;
    }
}
