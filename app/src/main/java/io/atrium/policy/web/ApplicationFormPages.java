// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.web;

import io.atrium.company.AddCertificate;
import io.atrium.company.CertificateKind;
import io.atrium.company.CertificateOutcome;
import io.atrium.company.CertificateView;
import io.atrium.company.Certificates;
import io.atrium.company.FactCatalogue;
import io.atrium.company.Upload;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.policy.ApplicationCheck;
import io.atrium.policy.ApplicationId;
import io.atrium.policy.ApplicationOutcome;
import io.atrium.policy.ApplicationView;
import io.atrium.policy.Applications;
import io.atrium.policy.ApplyForBenefit;
import io.atrium.web.Crumb;
import io.atrium.web.Flash;
import io.atrium.web.PageView;
import io.atrium.web.RequestKeys;
import io.atrium.web.SeeOther;
import io.atrium.web.Seen;
import io.atrium.web.component.FieldError;
import io.atrium.web.component.Form;
import io.atrium.web.text.Text;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;

/// The form in which a firm applies, step by step: facts, papers, check, answers. Every step is kept when it is sent,
/// so
/// that it can be left and gone on with later.
@Controller
@RequestMapping("/applications/{application}")
class ApplicationFormPages {

    private final Applications applications;
    private final ApplicationCourseViews views;
    private final ApplicationFacts facts;
    private final ApplicationPaperForms papers;
    private final Certificates certificates;
    private final FactCatalogue catalogue;
    private final RequestKeys keys;

    ApplicationFormPages(
            Applications applications,
            ApplicationCourseViews views,
            ApplicationFacts facts,
            ApplicationPaperForms papers,
            Certificates certificates,
            FactCatalogue catalogue,
            RequestKeys keys) {
        this.applications = applications;
        this.views = views;
        this.facts = facts;
        this.papers = papers;
        this.certificates = certificates;
        this.catalogue = catalogue;
        this.keys = keys;
    }

    // ---- 1: facts

    @GetMapping("/facts")
    ModelAndView facts(Actor actor, @PathVariable ApplicationId application, Text t) {
        return onCourse(actor, application, found -> {
            var check = applications.check(found);
            return page(actor, found, ApplicationCourse.FACTS, views.facts(check, questions(found, check, t), t), t);
        });
    }

    @PostMapping("/facts")
    ModelAndView state(
            Actor actor,
            RequestKey key,
            @PathVariable ApplicationId application,
            @RequestParam MultiValueMap<String, String> typed,
            Text t) {
        return onCourse(actor, application, found -> {
            var check = applications.check(found);
            var asked = questions(found, check, t);
            var wrong = facts.state(actor, key, check, typed, t);
            if (wrong.isEmpty()) {
                return SeeOther.to(ApplicationCourse.PAPERS.href(application));
            }
            // what was right is a fact by now; the other questions come back as they were typed
            var left = applications.check(found);
            var again = questions(found, left, t);
            var form = facts.answered(Objects.requireNonNullElse(again, Objects.requireNonNull(asked)), typed)
                    .wrong(wrong);
            return page(actor, found, ApplicationCourse.FACTS, views.facts(left, form, t), t)
                    .refused();
        });
    }

    private @Nullable Form questions(ApplicationView application, ApplicationCheck check, Text t) {
        var questions = facts.questions(check, t);
        if (questions.isEmpty()) {
            return null;
        }
        var form = Form.to(ApplicationCourse.FACTS.href(application.id()), "policy.application.continue");
        for (var question : questions) {
            form = form.with(question);
        }
        return form.keyed(keys.fresh());
    }

    // ---- 2: papers

    @GetMapping("/papers")
    ModelAndView papers(Actor actor, @PathVariable ApplicationId application, Text t) {
        return onCourse(actor, application, found -> {
            var check = applications.check(found);
            var words = new ApplicationWords(t, catalogue);
            var form = papers.picking(actor, found, check, words, t);
            return page(actor, found, ApplicationCourse.PAPERS, views.papers(found, check, form, t), t);
        });
    }

    @PostMapping("/papers")
    ModelAndView pick(
            Actor actor,
            RequestKey key,
            @PathVariable ApplicationId application,
            @RequestParam MultiValueMap<String, String> typed,
            Text t) {
        return onCourse(actor, application, found -> {
            var statement = Objects.requireNonNullElse(typed.getFirst(ApplicationPaperForms.STATEMENT), "");
            var picked = ApplicationPaperForms.picked(typed);
            done(applications.pickPapers(
                    actor, key.part("papers"), new ApplyForBenefit.PickPapers(application, picked)));
            var stated =
                    applications.state(actor, key.part("statement"), new ApplyForBenefit.State(application, statement));
            if (stated instanceof ApplicationOutcome.Refused refused) {
                var check = applications.check(found);
                var form = papers.picking(actor, found, check, new ApplicationWords(t, catalogue), t)
                        .restored(typed)
                        .refused(refused.refusal());
                return page(actor, found, ApplicationCourse.PAPERS, views.papers(found, check, form, t), t)
                        .refused();
            }
            return SeeOther.to(ApplicationCourse.CHECK.href(application));
        });
    }

    @GetMapping("/papers/new")
    ModelAndView paper(Actor actor, @PathVariable ApplicationId application, Text t) {
        return onCourse(
                actor,
                application,
                found -> paper(
                        found, papers.adding(found, applications.check(found), new ApplicationWords(t, catalogue)), t));
    }

    private PageView paper(ApplicationView application, Form form, Text t) {
        return PageView.of("policy/application-paper", "policy.application.paper.title", form)
                .under(
                        Crumb.of("insight.nav.home", "/"),
                        Crumb.of("policy.application.list.title", "/applications"),
                        Crumb.of(ApplicationCourse.PAPERS.titleKey(), ApplicationCourse.PAPERS.href(application.id())));
    }

    /// Into the store first, so that it is never asked for again; then to the condition that it proves.
    @PostMapping("/papers/new")
    ModelAndView addPaper(
            Actor actor,
            RequestKey key,
            @PathVariable ApplicationId application,
            @RequestParam Map<String, String> typed,
            @RequestParam(name = "valid_until", required = false)
                    @DateTimeFormat(iso = DateTimeFormat.ISO.DATE)
                    @Nullable
                    LocalDate validUntil,
            @RequestParam(name = ApplicationPaperForms.FILE, required = false) @Nullable MultipartFile file,
            Text t) {
        return onCourse(actor, application, found -> {
            var again = papers.adding(found, applications.check(found), new ApplicationWords(t, catalogue))
                    .answered(typed);
            if (file == null || file.isEmpty()) {
                return paper(
                                found,
                                again.wrong(List.of(
                                        FieldError.of(ApplicationPaperForms.FILE, "company.imports.file.missing"))),
                                t)
                        .refused();
            }
            var details = new CertificateView.Details(
                    kind(typed.getOrDefault("kind", "")),
                    typed.getOrDefault("number", ""),
                    typed.getOrDefault("issuer", ""),
                    null,
                    validUntil);
            var added = certificates.add(new AddCertificate(key.part("store"), actor, details, upload(file)));
            return switch (added) {
                case CertificateOutcome.Refused refused ->
                    paper(found, again.refused(refused.refusal()), t).refused();
                case CertificateOutcome.Done(var id) -> {
                    var slot = typed.getOrDefault("slot", "");
                    done(applications.addPaper(
                            actor, key.part("pick"), new ApplyForBenefit.AddPaper(application, slot, id.value())));
                    yield SeeOther.to(ApplicationCourse.PAPERS.href(application))
                            .saying(Flash.done("policy.application.paper.flash"));
                }
            };
        });
    }

    private static Upload upload(MultipartFile file) {
        try {
            return new Upload(
                    Objects.requireNonNullElse(file.getOriginalFilename(), "paper"),
                    Objects.requireNonNullElse(file.getContentType(), "application/octet-stream"),
                    file.getBytes());
        } catch (IOException cutOff) {
            throw new RefusedException(CommonRefusal.MALFORMED_REQUEST);
        }
    }

    private static CertificateKind kind(String name) {
        return Arrays.stream(CertificateKind.values())
                .filter(kind -> kind.name().equals(name))
                .findFirst()
                .orElse(CertificateKind.OTHER);
    }

    // ---- 3: check

    @GetMapping("/check")
    ModelAndView check(Actor actor, @PathVariable ApplicationId application, Text t) {
        return onCourse(
                actor,
                application,
                found -> page(
                        actor, found, ApplicationCourse.CHECK, views.check(found, applications.check(found), t), t));
    }

    // ---- 4: answers

    @GetMapping("/answers")
    ModelAndView answers(Actor actor, @PathVariable ApplicationId application, Text t) {
        return onCourse(actor, application, found -> answers(actor, found, form -> form, t));
    }

    private PageView answers(Actor actor, ApplicationView found, UnaryOperator<Form> as, Text t) {
        return page(actor, found, ApplicationCourse.ANSWERS, views.answers(found, applications.check(found), as, t), t);
    }

    @PostMapping("/submission")
    ModelAndView submit(Actor actor, RequestKey key, @PathVariable ApplicationId application, Seen seen, Text t) {
        var found = own(actor, application);
        var outcome = applications.submit(actor, key, new ApplyForBenefit.Submit(application, seen));
        return sent(actor, found, outcome, Map.of(), t);
    }

    @PostMapping("/completion")
    ModelAndView complete(
            Actor actor,
            RequestKey key,
            @PathVariable ApplicationId application,
            @RequestParam Map<String, String> typed,
            Seen seen,
            Text t) {
        var found = own(actor, application);
        var answers = ApplicationCourseViews.answers(typed);
        var outcome = applications.complete(actor, key, new ApplyForBenefit.Complete(application, answers, seen));
        return sent(actor, found, outcome, typed, t);
    }

    private ModelAndView sent(
            Actor actor, ApplicationView found, ApplicationOutcome outcome, Map<String, String> typed, Text t) {
        return switch (outcome) {
            case ApplicationOutcome.Done _ -> SeeOther.to("/applications/" + found.id() + "/receipt");
            case ApplicationOutcome.Refused(var refusal) -> {
                if (!found.state().isWithFirm()) {
                    throw new RefusedException(refusal);
                }
                var page = answers(actor, found, form -> form.answered(typed).refused(refusal), t);
                yield refusal.code() == CommonRefusal.CHANGED_MEANWHILE ? page.overtaken() : page.refused();
            }
        };
    }

    private static void done(ApplicationOutcome outcome) {
        if (outcome instanceof ApplicationOutcome.Refused(var refusal)) {
            throw new RefusedException(refusal);
        }
    }

    /// Whoever is past the form is led to the record.
    private ModelAndView onCourse(
            Actor actor, ApplicationId application, Function<ApplicationView, ModelAndView> page) {
        var found = own(actor, application);
        return found.state().isWithFirm() ? page.apply(found) : SeeOther.to("/applications/" + application);
    }

    private ApplicationView own(Actor actor, ApplicationId application) {
        actor.require(Permission.APPLY_FOR_BENEFIT);
        return applications
                .find(actor, application)
                .filter(found -> actor.scope(Permission.APPLY_FOR_BENEFIT).sees(found.firm()))
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }

    private PageView page(Actor actor, ApplicationView application, ApplicationCourse step, Object body, Text t) {
        var policy = applications.check(application).policy();
        var title = new ApplicationWords(t, catalogue).title(policy);
        return PageView.of(
                        "policy/application-" + step.name().toLowerCase(Locale.ROOT),
                        "policy.application.course.title",
                        views.frame(actor, application, step, body, t),
                        t.of(step.titleKey()),
                        title)
                .under(
                        Crumb.of("insight.nav.home", "/"),
                        Crumb.of("policy.application.list.title", "/applications"),
                        Crumb.of("policy.application.show.title", "/applications/" + application.id(), title));
    }
}
