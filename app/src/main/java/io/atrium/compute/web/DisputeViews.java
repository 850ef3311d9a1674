// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.BillView;
import io.atrium.compute.dispute.DisputeState;
import io.atrium.compute.dispute.DisputeView;
import io.atrium.web.component.Column;
import io.atrium.web.component.Due;
import io.atrium.web.component.Empty;
import io.atrium.web.component.Fact;
import io.atrium.web.component.Next;
import io.atrium.web.component.Step;
import io.atrium.web.component.Table;
import io.atrium.web.component.Tag;
import io.atrium.web.component.Tone;
import io.atrium.web.text.Text;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Disputes in the reader's words.
record DisputeViews(Text t) {

    static Table table(int rows, boolean ofManyFirms) {
        var columns = new ArrayList<Column>();
        columns.add(Column.text("compute.dispute.bill"));
        if (ofManyFirms) {
            columns.add(Column.text("compute.job.firm"));
        }
        columns.addAll(List.of(
                Column.text("compute.dispute.about"),
                Column.text("compute.job.state"),
                Column.text("compute.dispute.raised-at"),
                Column.text("compute.dispute.answer-by")));
        return Table.of(
                "compute.disputes.caption",
                Empty.nothingYet("compute.disputes.none"),
                rows,
                columns.toArray(Column[]::new));
    }

    DisputePage.Row row(DisputeView dispute, String job, String firm) {
        return new DisputePage.Row(
                "/bill-disputes/" + dispute.id(),
                job,
                firm,
                t.of("compute.dispute.about", dispute.raised().about()),
                tag(dispute),
                t.dateTimeShort(dispute.raised().at()),
                dispute.state().isOpen() ? t.dateTimeShort(dispute.answerBy()) : "—");
    }

    static Tag tag(DisputeView dispute) {
        return switch (dispute.state()) {
            case OPEN -> Tag.of(Tone.WAIT, "compute.dispute.state.OPEN");
            case ACCEPTED -> Tag.of(Tone.GOOD, "compute.dispute.state.ACCEPTED");
            case REJECTED -> Tag.of(Tone.BAD, "compute.dispute.state.REJECTED");
            case WITHDRAWN -> Tag.of(Tone.PLAIN, "compute.dispute.state.WITHDRAWN");
        };
    }

    List<Step> steps(DisputeView dispute) {
        var answered = switch (dispute.state()) {
            case OPEN -> Step.State.CURRENT;
            case ACCEPTED -> Step.State.DONE;
            case REJECTED, WITHDRAWN -> Step.State.FAILED;
        };
        var corrected = dispute.state() == DisputeState.ACCEPTED ? Step.State.DONE : Step.State.AHEAD;
        return List.of(
                new Step(t.of("compute.dispute.step.RAISED"), Step.State.DONE),
                new Step(t.of("compute.dispute.step.ANSWERED"), answered),
                new Step(t.of("compute.dispute.step.CORRECTED"), corrected));
    }

    @Nullable
    Next next(DisputeView dispute, String provider, Instant now, @Nullable Due due) {
        if (!dispute.state().isOpen()) {
            return null;
        }
        return dispute.isOverdueAt(now)
                ? new Next(t.of("compute.dispute.next.overdue", provider), t.of("compute.dispute.next.operator"), null)
                : new Next(t.of("compute.dispute.next"), provider, due);
    }

    List<Fact> facts(DisputeView dispute, Parties parties) {
        var raised = dispute.raised();
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of(t.of("compute.job.firm"), parties.firm()));
        facts.add(Fact.of(t.of("compute.provider"), parties.provider()));
        facts.add(Fact.of(t.of("compute.dispute.about"), t.of("compute.dispute.about", raised.about())));
        facts.add(Fact.of(t.of("compute.dispute.reason"), raised.reason()));
        if (parties.evidence() != null) {
            facts.add(Fact.of(t.of("compute.dispute.evidence"), parties.evidence())
                    .linked("/bill-disputes/" + dispute.id() + "/evidence"));
        }
        facts.add(Fact.of(t.of("compute.dispute.raised-by"), raised.by()));
        facts.add(Fact.of(t.of("compute.dispute.raised-at"), t.dateTime(raised.at())));
        facts.add(Fact.of(t.of("compute.dispute.answer-by"), t.dateTime(dispute.answerBy()))
                .from(t.of("compute.dispute.answer-by.basis")));
        var end = dispute.end();
        if (end != null) {
            facts.add(Fact.of(t.of("compute.dispute.ended-by"), end.by()).from(parties.endedBy()));
            facts.add(Fact.of(t.of("compute.dispute.ended-at"), t.dateTime(end.at())));
            facts.add(Fact.of(t.of("compute.dispute.ended-reason"), end.reason().isEmpty() ? "—" : end.reason()));
        }
        return facts;
    }

    /// Names of those concerned, and of the file that was given.
    record Parties(
            String firm,
            String provider,
            String endedBy,
            @Nullable String evidence) {}

    List<Fact> bill(BillView bill) {
        return List.of(
                Fact.of(t.of("compute.bill.number"), bill.id().value()).linked("/bills/" + bill.id()),
                BillViews.subject(t, bill),
                Fact.of(t.of("compute.pool"), bill.pool()),
                Fact.of(t.of("compute.job.metered"), t.gpuHours(bill.gpuTime())),
                Fact.of(t.of("compute.price"), t.yuan(bill.pricePerGpuHour())),
                Fact.of(t.of("compute.bill.voucher"), t.yuan(bill.voucherPart())),
                Fact.of(t.of("compute.bill.own"), t.yuan(bill.ownPart())),
                Fact.of(t.of("compute.bill.list"), t.yuan(bill.listPrice())).total());
    }
}
