// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.ComputeRefusal;
import io.atrium.compute.JobId;
import io.atrium.compute.Jobs;
import io.atrium.compute.SubmitJob;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusalCode;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Scope;
import io.atrium.web.Crumb;
import io.atrium.web.Flash;
import io.atrium.web.PageView;
import io.atrium.web.RequestKeys;
import io.atrium.web.SeeOther;
import io.atrium.web.component.Field;
import io.atrium.web.component.FieldError;
import io.atrium.web.component.Form;
import io.atrium.web.text.RefusalText;
import io.atrium.web.text.Text;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// `/jobs/new`: ask, see price and start, check, submit. The answers travel in the form, so it works without scripts;
/// with them, the estimate beside the questions follows what is typed.
@Controller
class JobFormPages {

    /// The field at which a refusal stands too; for what a job needs of a GPU the refusal itself names it.
    private static final Map<RefusalCode, String> FIELDS = Map.of(
            ComputeRefusal.NEEDED_BY_OUT_OF_RANGE, "neededBy",
            ComputeRefusal.NEEDED_BY_TOO_SOON, "neededBy");

    private static final Map<Object, String> FIELDS_OF_NEEDS = Map.of(
            "gpu_share",
            "share",
            "gpus",
            "gpus",
            "cpus_per_gpu",
            "cpus",
            "memory_gib_per_gpu",
            "memory",
            "link_gbps",
            "link",
            "data_at",
            "dataAt");

    private final Jobs jobs;
    private final JobQuestions questions;
    private final JobOffers offers;
    private final ConsoleStrips strips;
    private final RequestKeys keys;

    JobFormPages(Jobs jobs, JobQuestions questions, JobOffers offers, ConsoleStrips strips, RequestKeys keys) {
        this.jobs = jobs;
        this.questions = questions;
        this.offers = offers;
        this.strips = strips;
        this.keys = keys;
    }

    @GetMapping("/jobs/new")
    PageView ask(
            Actor actor,
            Text t,
            @RequestParam(defaultValue = "") String pool,
            @RequestParam Map<String, String> given) {
        actor.require(Permission.SUBMIT_JOB);
        var answers = given.containsKey("copy") ? copied(actor, given) : questions.suggested(pool);
        return view(actor, t, questions.form(t).answered(answers), guess(actor, t, answers));
    }

    /// The same job once more: straight to the check.
    @GetMapping("/jobs/new/check")
    PageView again(Actor actor, Text t, @RequestParam Map<String, String> given) {
        actor.require(Permission.SUBMIT_JOB);
        return check(actor, t, copied(actor, given));
    }

    /// Price and start, before anything is held; what follows is the check, or the questions again.
    @PostMapping("/jobs/new")
    PageView answer(
            Actor actor,
            Text t,
            @RequestParam(defaultValue = "check") String step,
            @RequestParam Map<String, String> typed) {
        actor.require(Permission.SUBMIT_JOB);
        return switch (step) {
            case "live", "change" -> view(actor, t, questions.form(t).answered(typed), guess(actor, t, typed));
            case "estimate" -> estimated(actor, t, typed);
            default -> check(actor, t, typed);
        };
    }

    @PostMapping("/jobs")
    ModelAndView submit(Actor actor, RequestKey key, Text t, @RequestParam Map<String, String> typed) {
        actor.require(Permission.SUBMIT_JOB);
        var answers = new JobAnswers(typed);
        var form = questions.form(t).answered(typed);
        if (!answers.errors().isEmpty()) {
            return view(actor, t, form.wrong(answers.errors()), Guess.NOTHING).refused();
        }
        try {
            var submitted = jobs.submit(actor, new SubmitJob(key, answers.request()));
            return SeeOther.to("/jobs/" + submitted.job()).saying(Flash.done("compute.flash.submitted"));
        } catch (RefusedException refused) {
            return view(actor, t, refused(form, refused.refusal()), Guess.NOTHING)
                    .refused();
        }
    }

    private PageView check(Actor actor, Text t, Map<String, String> typed) {
        var answers = new JobAnswers(typed);
        var form = questions.form(t).answered(typed);
        if (!answers.errors().isEmpty()) {
            return view(actor, t, form.wrong(answers.errors()), Guess.NOTHING).refused();
        }
        try {
            var offer = offers.of(actor, t, answers.request());
            var page = new JobCheckPage(
                    questions.answers(t, answers.request()),
                    offer,
                    Form.to("/jobs", "compute.form.submit", hidden(typed)).keyed(keys.fresh()),
                    Form.to("/jobs/new", "compute.form.change", hidden(typed)).with(Field.hidden("step", "change")));
            return PageView.of("compute/job-check", "compute.check.title", page)
                    .under(
                            Crumb.of("insight.nav.home", "/"),
                            Crumb.of("compute.nav.jobs", "/jobs"),
                            Crumb.of("compute.form.title", "/jobs/new"));
        } catch (RefusedException refused) {
            return view(actor, t, refused(form, refused.refusal()), Guess.NOTHING)
                    .refused();
        }
    }

    /// For those without scripts: the estimate by a button.
    private PageView estimated(Actor actor, Text t, Map<String, String> typed) {
        var answers = new JobAnswers(typed);
        var form = questions.form(t).answered(typed);
        if (!answers.errors().isEmpty()) {
            return view(actor, t, form.wrong(answers.errors()), Guess.NOTHING).refused();
        }
        try {
            return view(actor, t, form, new Guess(offers.of(actor, t, answers.draft()), null));
        } catch (RefusedException refused) {
            return view(actor, t, refused(form, refused.refusal()), Guess.NOTHING)
                    .refused();
        }
    }

    /// What the answers so far would cost, or why they would be refused; neither while they make no job.
    private record Guess(
            JobFormPage.@Nullable Offer offer, @Nullable RefusalText refusal) {

        static final Guess NOTHING = new Guess(null, null);
    }

    private Guess guess(Actor actor, Text t, Map<String, String> typed) {
        var answers = new JobAnswers(typed);
        if (!answers.errors().isEmpty()) {
            return Guess.NOTHING;
        }
        try {
            return new Guess(offers.of(actor, t, answers.draft()), null);
        } catch (RefusedException refused) {
            return new Guess(null, t.refusal(refused.refusal()));
        }
    }

    private Map<String, String> copied(Actor actor, Map<String, String> given) {
        var job = jobs.find(new Scope.Own(actor.organisation()), new JobId(given.getOrDefault("copy", "")))
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
        var answers = JobQuestions.of(job);
        JobQuestions.NAMES.stream().filter(given::containsKey).forEach(name -> answers.put(name, given.get(name)));
        return answers;
    }

    /// What is wrong with one field stands there too.
    private static Form refused(Form form, Refusal refusal) {
        var told = form.refused(refusal);
        return field(refusal)
                .map(field -> told.wrong(List.of(FieldError.of(field, "problem." + refusal.code() + ".title"))))
                .orElse(told);
    }

    private static Optional<String> field(Refusal refusal) {
        var named = refusal.facts().get("field");
        return named == null
                ? Optional.ofNullable(FIELDS.get(refusal.code()))
                : Optional.ofNullable(FIELDS_OF_NEEDS.get(named));
    }

    private PageView view(Actor actor, Text t, Form form, Guess guess) {
        var page = new JobFormPage(form, guess.offer(), guess.refusal(), strips.beforeSubmission(actor, t));
        return PageView.of("compute/job-form", "compute.form.title", page)
                .under(Crumb.of("insight.nav.home", "/"), Crumb.of("compute.nav.jobs", "/jobs"));
    }

    private static Field[] hidden(Map<String, String> typed) {
        return JobQuestions.NAMES.stream()
                .map(name -> Field.hidden(name, typed.getOrDefault(name, "")))
                .toArray(Field[]::new);
    }
}
