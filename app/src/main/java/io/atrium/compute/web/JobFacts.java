// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.BillView;
import io.atrium.compute.JobView;
import io.atrium.compute.domain.UseHint;
import io.atrium.identity.OrganisationNames;
import io.atrium.web.component.Fact;
import io.atrium.web.text.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What was asked, what it costs and what was used, as facts in the reader's words.
@Component
class JobFacts {

    private static final long MIB = 1 << 20;

    private final OrganisationNames names;

    JobFacts(OrganisationNames names) {
        this.names = names;
    }

    List<Fact> asked(Text t, JobView job) {
        var ask = job.ask();
        var facts = new ArrayList<Fact>();
        if (!ask.project().isEmpty()) {
            facts.add(Fact.of(t.of("compute.job.project"), ask.project()));
        }
        facts.add(Fact.of(t.of("compute.job.firm"), names.of(t, job.firm())));
        facts.add(Fact.of(t.of("compute.job.by"), job.submittedBy()));
        facts.add(Fact.of(t.of("compute.job.workload"), t.of("compute.workload." + ask.workload())));
        if (!ask.command().isEmpty()) {
            facts.add(Fact.of(t.of("compute.job.command"), String.join(" ", ask.command())));
        }
        facts.add(Fact.of(
                t.of("compute.job.gpus"),
                GpuWords.number(t, ask.gpus(), ask.shape().share())));
        if (!ask.shape().perGpu().isNothing()) {
            facts.add(Fact.of(
                    t.of("compute.job.per-gpu"), GpuWords.needs(t, ask.shape().perGpu())));
        }
        if (!ask.shape().link().isNothing()) {
            facts.add(Fact.of(
                    t.of("compute.link.label"),
                    GpuWords.linkNeeded(t, ask.shape().link())));
        }
        facts.add(Fact.of(t.of("compute.gpu-model"), ask.gpuModel()));
        facts.add(Fact.of(t.of("compute.provider"), names.of(t, job.provider())));
        facts.add(Fact.of(t.of("compute.pool"), ask.pool()));
        if (ask.dataAt() != null) {
            facts.add(Fact.of(t.of("compute.job.data-at"), names.of(t, ask.dataAt()))
                    .from(GpuWords.nearData(t, ask.dataAt().equals(job.provider()))));
        }
        if (!job.engine().isEmpty()) {
            facts.add(Fact.of(t.of("compute.engine"), EngineNames.of(t, job.engine())));
        }
        facts.add(Fact.of(t.of("compute.job.limit"), t.duration(ask.timeLimit())));
        if (ask.neededBy() != null) {
            facts.add(Fact.of(t.of("compute.job.needed-by"), t.dateTime(ask.neededBy())));
        }
        if (job.course().interruptible()) {
            facts.add(Fact.of(t.of("compute.job.interruptible"), t.of("compute.form.interruptible.yes")));
        }
        return facts;
    }

    /// Before the end what is held, after it what was paid and what came free; a reader without bills sees the sum
    /// only.
    List<Fact> cost(Text t, JobView job, @Nullable BillView bill) {
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of(t.of("compute.price"), t.yuan(job.ask().pricePerGpuHour())));
        facts.add(Fact.of(t.of("compute.job.metered"), t.gpuHours(job.metered().gpuTime()))
                .from(t.of("compute.job.metered.basis", job.metered().gpuTime().value())));
        var label = job.state().isOver() ? "compute.job.cost.final" : "compute.job.cost";
        facts.add(Fact.of(t.of(label), t.yuan(job.metered().listPrice())));
        if (!job.state().isOver()) {
            facts.add(Fact.of(t.of("compute.held.voucher"), t.money(job.held().voucherPart())));
            facts.add(Fact.of(t.of("compute.held.own"), t.money(job.held().ownPart())));
            facts.add(Fact.of(t.of("compute.held"), t.money(job.held().listPrice()))
                    .total());
        }
        if (bill != null) {
            facts.add(Fact.of(t.of("compute.bill.voucher"), t.yuan(bill.voucherPart())));
            facts.add(Fact.of(t.of("compute.bill.own"), t.yuan(bill.ownPart())));
            facts.add(
                    bill.isCorrected()
                            ? Fact.of(t.of("compute.bill.list.corrected"), t.yuan(bill.listPrice()))
                            : Fact.of(
                                            t.of("compute.bill.released"),
                                            t.yuan(job.held().listPrice().minus(bill.listPrice())))
                                    .from(t.of(
                                            "compute.bill.released.basis",
                                            job.held().listPrice())));
        }
        return facts;
    }

    private static String gpus(Text t, JobView job) {
        return GpuWords.number(t, job.ask().gpus(), job.ask().shape().share());
    }

    List<String> hints(Text t, JobView job) {
        return UseHint.of(job).stream()
                .map(hint -> t.of("compute.hint." + hint.kind(), hint.percent(), hint.suggested()))
                .toList();
    }

    List<Fact> used(Text t, JobView job) {
        var use = job.use();
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of(t.of("compute.used.elapsed"), t.duration(use.elapsed()))
                .from(t.of("compute.used.of-limit", job.ask().timeLimit())));
        if (job.course().run() > 1) {
            facts.add(Fact.of(t.of("compute.used.runs"), t.number(job.course().run()))
                    .from(t.of("compute.used.runs.earlier", job.course().elapsedBefore())));
        }
        if (job.course().borrows() && job.state().holdsGpus()) {
            facts.add(Fact.of(t.of("compute.used.borrowed"), t.of("compute.used.borrowed.yes")));
        }
        facts.add(Fact.of(
                        t.of("compute.used.gpus"),
                        job.state().holdsGpus() || job.state().isOver() ? gpus(t, job) : t.number(0))
                .from(t.of("compute.used.gpus.asked", gpus(t, job))));
        if (!EngineNames.isElsewhere(job) || !use.cpu().isZero()) {
            facts.add(Fact.of(t.of("compute.used.cpu"), t.duration(use.cpu())));
        }
        if (!EngineNames.isElsewhere(job)) {
            facts.add(Fact.of(t.of("compute.used.memory"), t.of("compute.used.mib", use.memoryBytesMax() / MIB)));
        }
        if (use.exitCode() != null) {
            facts.add(Fact.of(t.of("compute.used.exit"), String.valueOf(use.exitCode())));
        }
        if (!job.detail().isBlank()) {
            facts.add(Fact.of(t.of("compute.used.detail"), EngineNames.detail(t, job)));
        }
        return facts;
    }
}
