// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.JobEstimate;
import io.atrium.compute.JobRequest;
import io.atrium.compute.Jobs;
import io.atrium.compute.budget.Budgets;
import io.atrium.identity.OrganisationNames;
import io.atrium.kernel.access.Actor;
import io.atrium.web.component.Fact;
import io.atrium.web.text.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/// What a job would cost and when it would start, in the reader's words.
@Component
class JobOffers {

    private final Jobs jobs;
    private final OrganisationNames names;
    private final RedeemedLater redeemed;
    private final Budgets budgets;

    JobOffers(Jobs jobs, OrganisationNames names, RedeemedLater redeemed, Budgets budgets) {
        this.jobs = jobs;
        this.names = names;
        this.redeemed = redeemed;
        this.budgets = budgets;
    }

    /// Refused: throws.
    JobFormPage.Offer of(Actor actor, Text t, JobRequest request) {
        var estimate = jobs.estimate(actor, request);
        var cost = cost(t, estimate, redeemed.words(actor, t).orElse(null));
        budgets.concerning(actor.organisation(), request.project())
                .forEach(standing -> cost.add(BudgetViews.leftAfter(t, standing, estimate.listPrice())));
        return new JobFormPage.Offer(
                cost,
                WaitWords.start(t, estimate.start()),
                WaitWords.inTime(t, estimate.start(), request.neededBy(), request.timeLimit()),
                WaitWords.reasons(t, estimate.start()),
                WaitWords.remedies(t, estimate.start()));
    }

    private List<Fact> cost(Text t, JobEstimate estimate, @Nullable String redeemedLater) {
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of(t.of("compute.pool"), estimate.pool())
                .from(t.of("compute.estimate.pool", names.of(t, estimate.provider()), estimate.gpuModel())));
        var shape = estimate.shape();
        if (!shape.share().isWhole()) {
            facts.add(Fact.of(t.of("compute.job.share"), t.of("compute.badge.share", shape.share()))
                    .from(t.of("compute.estimate.share")));
        }
        if (!shape.perGpu().isNothing()) {
            facts.add(Fact.of(t.of("compute.per-gpu.label"), GpuWords.perGpu(t, shape.perGpu())));
        }
        if (!shape.link().isNothing()) {
            facts.add(Fact.of(t.of("compute.link.label"), GpuWords.link(t, shape.link())));
        }
        if (estimate.isNearData() != null) {
            facts.add(Fact.of(t.of("compute.near-data"), GpuWords.nearData(t, estimate.isNearData())));
        }
        facts.add(Fact.of(t.of("compute.price"), t.yuan(estimate.pricePerGpuHour())));
        facts.add(Fact.of(t.of("compute.estimate.time"), t.gpuHours(estimate.gpuTimeMax())));
        var voucher = Fact.of(t.of("compute.estimate.voucher"), t.money(estimate.voucherPart()));
        facts.add(redeemedLater == null ? voucher : voucher.from(redeemedLater));
        facts.add(Fact.of(t.of("compute.estimate.own"), t.money(estimate.ownPart())));
        facts.add(Fact.of(t.of("compute.estimate.list"), t.money(estimate.listPrice()))
                .total());
        facts.add(Fact.of(t.of("compute.estimate.credit"), t.money(estimate.creditLeftAfter())));
        return facts;
    }
}
