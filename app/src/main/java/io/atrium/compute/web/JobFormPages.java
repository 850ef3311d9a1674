// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.JobEstimate;
import io.atrium.compute.Jobs;
import io.atrium.compute.Pools;
import io.atrium.compute.SubmitJob;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.web.Crumb;
import io.atrium.web.Flash;
import io.atrium.web.PageView;
import io.atrium.web.RequestKeys;
import io.atrium.web.SeeOther;
import io.atrium.web.component.Fact;
import io.atrium.web.component.Field;
import io.atrium.web.component.FieldKind;
import io.atrium.web.component.Form;
import io.atrium.web.component.Option;
import io.atrium.web.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// `/jobs/new`: ask, see price and start, submit. The answers travel in the form, so it works without scripts.
@Controller
class JobFormPages {

    private static final List<String> NAMES = List.of("name", "workload", "command", "where", "gpus", "minutes");

    private final Jobs jobs;
    private final Pools pools;
    private final OrgNames names;
    private final RequestKeys keys;

    JobFormPages(Jobs jobs, Pools pools, OrgNames names, RequestKeys keys) {
        this.jobs = jobs;
        this.pools = pools;
        this.names = names;
        this.keys = keys;
    }

    @GetMapping("/jobs/new")
    PageView ask(Actor actor, Text t, @RequestParam(required = false) @Nullable String pool) {
        actor.require(Permission.SUBMIT_JOB);
        var suggested = Map.of(
                "workload", "clean-corpus", "gpus", "64", "minutes", "10", "where", pool == null ? "" : "pool:" + pool);
        return view(form(t).answered(suggested), null);
    }

    /// Price and start, before anything is held.
    @PostMapping("/jobs/new")
    PageView estimate(Actor actor, Text t, @RequestParam Map<String, String> typed) {
        actor.require(Permission.SUBMIT_JOB);
        var form = form(t).answered(typed);
        var answers = new JobAnswers(typed);
        if (!answers.errors().isEmpty()) {
            return view(form.wrong(answers.errors()), null).refused();
        }
        try {
            return view(form, offer(t, typed, jobs.estimate(actor, answers.request())));
        } catch (RefusedException refused) {
            return view(form.refused(refused.refusal()), null).refused();
        }
    }

    @PostMapping("/jobs")
    ModelAndView submit(Actor actor, RequestKey key, Text t, @RequestParam Map<String, String> typed) {
        actor.require(Permission.SUBMIT_JOB);
        var answers = new JobAnswers(typed);
        var form = form(t).answered(typed);
        if (!answers.errors().isEmpty()) {
            return view(form.wrong(answers.errors()), null).refused();
        }
        try {
            var submitted = jobs.submit(actor, new SubmitJob(key, answers.request()));
            return SeeOther.to("/jobs/" + submitted.job()).saying(Flash.done("compute.flash.submitted"));
        } catch (RefusedException refused) {
            return view(form.refused(refused.refusal()), null).refused();
        }
    }

    private static PageView view(Form form, JobFormPage.@Nullable Offer offer) {
        return PageView.of("compute/job-form", "compute.form.title", new JobFormPage(form, offer))
                .under(Crumb.of("insight.nav.home", "/"), Crumb.of("compute.nav.jobs", "/jobs"));
    }

    private JobFormPage.Offer offer(Text t, Map<String, String> typed, JobEstimate estimate) {
        var hidden = NAMES.stream()
                .map(name -> Field.hidden(name, typed.getOrDefault(name, "")))
                .toArray(Field[]::new);
        return new JobFormPage.Offer(
                estimate,
                cost(t, estimate),
                WaitWords.start(t, estimate.start()),
                WaitWords.reasons(t, estimate.start()),
                Form.to("/jobs", "compute.form.submit", hidden).keyed(keys.fresh()));
    }

    private List<Fact> cost(Text t, JobEstimate estimate) {
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of(t.of("compute.pool"), estimate.pool()));
        facts.add(Fact.of(t.of("compute.provider"), names.of(t, estimate.provider())));
        facts.add(Fact.of(t.of("compute.gpu-model"), estimate.gpuModel()));
        facts.add(Fact.of(t.of("compute.price"), t.yuan(estimate.pricePerGpuHour())));
        facts.add(Fact.of(t.of("compute.estimate.time"), t.gpuHours(estimate.gpuTimeMax())));
        facts.add(Fact.of(t.of("compute.held.voucher"), t.money(estimate.voucherPart())));
        facts.add(Fact.of(t.of("compute.held.own"), t.money(estimate.ownPart())));
        facts.add(Fact.of(t.of("compute.held"), t.money(estimate.listPrice())).total());
        facts.add(Fact.of(t.of("compute.estimate.credit"), t.money(estimate.creditLeftAfter())));
        return facts;
    }

    private Form form(Text t) {
        return Form.to(
                "/jobs/new",
                "compute.form.estimate",
                Field.text("name", "compute.job.name").hint("compute.form.name.hint"),
                Field.radios(
                        "workload",
                        "compute.job.workload",
                        List.of(
                                Option.key("clean-corpus", "compute.workload.clean-corpus"),
                                Option.key("command", "compute.workload.command"))),
                Field.of(FieldKind.TEXTAREA, "command", "compute.job.command")
                        .hint("compute.form.command.hint")
                        .optional(),
                Field.select("where", "compute.form.where", places(t)),
                Field.number("gpus", "compute.job.gpus")
                        .unit("compute.unit.gpus")
                        .hint("compute.form.gpus.hint"),
                Field.number("minutes", "compute.job.limit")
                        .unit("compute.unit.minutes")
                        .hint("compute.form.minutes.hint"));
    }

    /// Anywhere, a model, or a pool, each with its price.
    private List<Option> places(Text t) {
        var options = new ArrayList<Option>();
        options.add(Option.key("", "compute.form.where.any"));
        var all = pools.list();
        all.stream()
                .map(pool -> pool.gpuModel())
                .distinct()
                .map(model -> Option.literal("model:" + model, t.of("compute.form.where.model", model)))
                .forEach(options::add);
        all.stream()
                .map(pool -> Option.literal(
                        "pool:" + pool.id(),
                        t.of("compute.form.where.pool", pool.id(), pool.gpuModel(), pool.pricePerGpuHour())))
                .forEach(options::add);
        return options;
    }
}
