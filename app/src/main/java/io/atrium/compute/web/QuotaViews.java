// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.QuotaView;
import io.atrium.compute.quota.QuotaEffect;
import io.atrium.compute.quota.QuotaRequestState;
import io.atrium.compute.quota.QuotaRequestView;
import io.atrium.web.component.Column;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Fact;
import io.atrium.web.component.Next;
import io.atrium.web.component.Step;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tag;
import io.atrium.web.component.Tone;
import io.atrium.web.text.Text;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Quotas and the requests to change them, in the reader's words.
final class QuotaViews {

    private final Text t;

    QuotaViews(Text t) {
        this.t = t;
    }

    List<Fact> now(QuotaView quota) {
        return List.of(
                Fact.of(t.of("compute.quota.gpus"), t.of("compute.badge.gpus", quota.gpusMax())),
                Fact.of(t.of("compute.quota.in-use"), t.of("compute.badge.gpus", quota.gpusInUse())),
                Fact.of(t.of("compute.quota.borrowed"), t.of("compute.badge.gpus", quota.gpusBorrowed())),
                Fact.of(t.of("compute.quota.waiting"), t.of("compute.badge.gpus", quota.gpusWaiting())),
                Fact.of(t.of("compute.tile.gpu-time"), t.gpuHours(quota.gpuTimeLeft())),
                Fact.of(t.of("compute.tile.credit"), t.money(quota.creditLeft())));
    }

    QuotaPage.Effect effect(QuotaEffect effect) {
        var before = effect.before();
        var after = effect.after();
        var lines = List.of(
                new QuotaPage.Line(t.of("compute.quota.gpus"), t.number(before.gpus()), t.number(after.gpus())),
                new QuotaPage.Line(t.of("compute.quota.effect.cost"), cost(before), cost(after)),
                new QuotaPage.Line(t.of("compute.quota.effect.credit"), hours(before), hours(after)));
        var table = Table.of(
                "compute.quota.effect",
                Empty.nothingYet("compute.quota.requests.none"),
                lines.size(),
                Column.text("compute.quota.effect.what"),
                Column.number("compute.quota.before"),
                Column.number("compute.quota.after"));
        return new QuotaPage.Effect(table, lines, t.of("compute.quota.effect.jobs", effect.waitingJobs()));
    }

    private String cost(QuotaEffect.Side side) {
        var range = side.costPerHour();
        if (range == null) {
            return t.of("compute.quota.effect.unknown");
        }
        return range.least().equals(range.most())
                ? t.yuan(range.least())
                : t.of("compute.quota.effect.cost.range", t.yuan(range.least()), t.yuan(range.most()));
    }

    private String hours(QuotaEffect.Side side) {
        var hours = side.creditHours();
        return hours == null ? "—" : t.number(hours);
    }

    QuotaPage.Row row(QuotaRequestView request, String firm) {
        return new QuotaPage.Row(
                "/quota-requests/" + request.id(),
                t.of("compute.quota.change.of", t.number(request.gpusBefore()), t.number(request.gpusWanted())),
                firm,
                tag(request),
                t.dateTime(request.askedAt()),
                request.state().isOpen() ? t.dateTime(request.decideBy()) : "—");
    }

    static Tag tag(QuotaRequestView request) {
        return switch (request.state()) {
            case ASKED -> Tag.of(Tone.WAIT, "compute.quota.state.ASKED");
            case GRANTED -> Tag.of(Tone.GOOD, "compute.quota.state.GRANTED");
            case DECLINED -> Tag.of(Tone.BAD, "compute.quota.state.DECLINED");
            case WITHDRAWN -> Tag.of(Tone.PLAIN, "compute.quota.state.WITHDRAWN");
        };
    }

    List<Step> steps(QuotaRequestView request) {
        var decided = switch (request.state()) {
            case ASKED -> Step.State.CURRENT;
            case GRANTED -> Step.State.DONE;
            case DECLINED, WITHDRAWN -> Step.State.FAILED;
        };
        var inForce = request.state() == QuotaRequestState.GRANTED ? Step.State.DONE : Step.State.AHEAD;
        return List.of(
                new Step(t.of("compute.quota.step.ASKED"), Step.State.DONE),
                new Step(t.of("compute.quota.step.DECIDED"), decided),
                new Step(t.of("compute.quota.step.IN_FORCE"), inForce));
    }

    @Nullable
    Next next(QuotaRequestView request) {
        return request.state().isOpen()
                ? new Next(t.of("compute.quota.next"), t.of("compute.quota.next.who"), null)
                : null;
    }

    List<Fact> facts(QuotaRequestView request, String firm) {
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of(t.of("compute.job.firm"), firm));
        facts.add(Fact.of(t.of("compute.quota.reason"), request.reason()));
        facts.add(Fact.of(t.of("compute.quota.asked-by"), request.askedBy()));
        facts.add(Fact.of(t.of("compute.quota.asked-at"), t.dateTime(request.askedAt())));
        facts.add(Fact.of(t.of("compute.quota.decide-by"), t.dateTime(request.decideBy())));
        var end = request.end();
        if (end != null) {
            facts.add(Fact.of(t.of("compute.quota.ended-by"), end.by()));
            facts.add(Fact.of(t.of("compute.quota.ended-at"), t.dateTime(end.at())));
            facts.add(Fact.of(t.of("compute.quota.ended-reason"), end.reason().isEmpty() ? "—" : end.reason()));
        }
        return facts;
    }
}
