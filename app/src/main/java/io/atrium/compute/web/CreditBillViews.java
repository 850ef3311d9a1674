// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.credit.CreditBillState;
import io.atrium.compute.credit.CreditBillView;
import io.atrium.compute.credit.CreditLine;
import io.atrium.compute.credit.CreditPaymentView;
import io.atrium.compute.credit.CreditReminderView;
import io.atrium.kernel.Fen;
import io.atrium.kernel.clock.BusinessClock;
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
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Monthly bills in the reader's words; amounts exact, in yuan.
record CreditBillViews(Text t) {

    static Tag tag(CreditBillState state) {
        return switch (state) {
            case DUE -> Tag.of(Tone.WAIT, "compute.credit.state.DUE");
            case OVERDUE -> Tag.of(Tone.BAD, "compute.credit.state.OVERDUE");
            case DEFAULTED -> Tag.of(Tone.BAD, "compute.credit.state.DEFAULTED");
            case PAID -> Tag.of(Tone.GOOD, "compute.credit.state.PAID");
        };
    }

    static Instant end(LocalDate day) {
        return day.plusDays(1).atStartOfDay(BusinessClock.ZONE).toInstant().minusSeconds(1);
    }

    static Table listTable(boolean ofManyFirms) {
        var columns = new ArrayList<Column>();
        columns.add(Column.text("compute.credit.month"));
        if (ofManyFirms) {
            columns.add(Column.text("compute.job.firm"));
        }
        columns.addAll(List.of(
                Column.number("compute.credit.amount"),
                Column.number("compute.credit.received"),
                Column.number("compute.credit.left"),
                Column.text("compute.credit.due-on"),
                Column.text("compute.credit.state")));
        return Table.of(
                "compute.credit.caption", Empty.nothingYet("compute.credit.none"), 0, columns.toArray(Column[]::new));
    }

    CreditBillPage.Row row(CreditBillView bill, CreditBillState state, String firm) {
        return new CreditBillPage.Row(
                "/credit-bills/" + bill.id(),
                bill.month().toString(),
                firm,
                t.yuan(bill.amount()),
                t.yuan(bill.received()),
                t.yuan(bill.left()),
                t.date(bill.dueOn()),
                tag(state));
    }

    List<Step> steps(CreditBillState state) {
        var due = switch (state) {
            case DUE -> Step.State.CURRENT;
            case OVERDUE, DEFAULTED -> Step.State.FAILED;
            case PAID -> Step.State.DONE;
        };
        var paid = switch (state) {
            case DUE -> Step.State.AHEAD;
            case OVERDUE, DEFAULTED -> Step.State.CURRENT;
            case PAID -> Step.State.DONE;
        };
        return List.of(
                new Step(t.of("compute.credit.step.ISSUED"), Step.State.DONE),
                new Step(t.of("compute.credit.step.DUE"), due),
                new Step(t.of("compute.credit.step.PAID"), paid));
    }

    /// Pay so much by that day, else this happens.
    @Nullable
    Next next(CreditBillView bill, CreditBillState state, What what) {
        if (state == CreditBillState.PAID) {
            return null;
        }
        return new Next(
                t.of(
                        "compute.credit.next." + state,
                        bill.left(),
                        bill.dueOn(),
                        what.reducedAfter(),
                        what.reducedLinePercent(),
                        bill.id().value()),
                what.firm(),
                what.due());
    }

    /// What a bill's next step rests on besides the bill.
    record What(
            String firm,
            LocalDate reducedAfter,
            int reducedLinePercent,
            @Nullable Due due) {}

    /// Opening, why it changed, closing; then what of it is to be paid here.
    List<Fact> sums(CreditBillView bill, List<CreditLine> lines, boolean hasAllLines) {
        var facts = new ArrayList<Fact>();
        facts.add(Fact.of(t.of("compute.credit.opening"), t.yuan(bill.sums().opening())));
        if (hasAllLines) {
            byKind(lines).forEach((kind, sum) -> facts.add(Fact.of(t.of("compute.credit.kind", kind), signed(sum))));
        } else {
            facts.add(Fact.of(t.of("compute.credit.used"), signed(bill.sums().used())));
            facts.add(Fact.of(
                    t.of("compute.credit.kind.PAYMENT"),
                    signed(bill.sums().paid().negated())));
        }
        facts.add(Fact.of(t.of("compute.credit.closing"), t.yuan(bill.sums().closing()))
                .from(t.of("compute.credit.closing.basis")));
        if (bill.sums().carried().isPositive()) {
            facts.add(Fact.of(
                    t.of("compute.credit.carried"), signed(bill.sums().carried().negated())));
        }
        facts.add(Fact.of(t.of("compute.credit.amount"), t.yuan(bill.amount()))
                .from(t.of("compute.credit.amount.basis")));
        facts.add(Fact.of(t.of("compute.credit.received"), t.yuan(bill.received())));
        facts.add(Fact.of(t.of("compute.credit.left"), t.yuan(bill.left())).total());
        return facts;
    }

    private static EnumMap<CreditLine.Kind, Fen> byKind(List<CreditLine> lines) {
        var sums = new EnumMap<CreditLine.Kind, Fen>(CreditLine.Kind.class);
        lines.forEach(line -> sums.merge(line.kind(), new Fen(line.owedFen()), Fen::plus));
        return sums;
    }

    private String signed(Fen amount) {
        return amount.isNegative() ? "−" + t.yuan(amount.negated()) : "+" + t.yuan(amount);
    }

    List<Fact> facts(CreditBillView bill, String firm, LocalDate reducedAfter) {
        return List.of(
                Fact.of(t.of("compute.bill.number"), bill.id().value()).from(t.of("compute.credit.number.hint")),
                Fact.of(t.of("compute.job.firm"), firm),
                Fact.of(t.of("compute.credit.month"), bill.month().toString()),
                Fact.of(t.of("compute.bill.issued"), t.dateTime(bill.issuedAt())),
                Fact.of(t.of("compute.credit.due-on"), t.date(bill.dueOn())).from(t.of("compute.credit.assumed")),
                Fact.of(t.of("compute.credit.reduced-after"), t.date(reducedAfter))
                        .from(t.of("compute.credit.assumed")));
    }

    static Table lineTable(int rows) {
        return Table.of(
                "compute.credit.lines",
                Empty.nothingYet("compute.statement.none"),
                rows,
                Column.text("compute.statement.at"),
                Column.text("compute.statement.kind"),
                Column.text("compute.statement.what"),
                Column.number("compute.credit.owed"));
    }

    CreditBillPage.Line line(CreditLine line, boolean mayReadJobs) {
        var reference = line.entry().reference();
        return new CreditBillPage.Line(
                t.dateTimeShort(line.entry().bookedAt()),
                t.of("compute.credit.kind", line.kind()),
                line.name(),
                mayReadJobs ? href(reference) : null,
                signed(new Fen(line.owedFen())));
    }

    private static @Nullable String href(String reference) {
        if (reference.startsWith("job_")) {
            return "/jobs/" + reference;
        }
        if (reference.startsWith("crb_")) {
            return "/credit-bills/" + reference;
        }
        return reference.startsWith("lse_") ? "/leases/" + reference.replaceFirst("\\..*", "") : null;
    }

    static Table paymentTable(int rows) {
        return Table.of(
                "compute.credit.payments",
                Empty.nothingYet("compute.credit.payments.none"),
                rows,
                Column.text("compute.credit.payment.day"),
                Column.text("compute.credit.payment.reference"),
                Column.number("compute.credit.payment.amount"),
                Column.text("compute.credit.payment.recorded"),
                Column.text("compute.credit.payment.state"));
    }

    CreditBillPage.Payment payment(CreditPaymentView payment, boolean mayTakeBack) {
        var back = payment.takenBack();
        return new CreditBillPage.Payment(
                t.date(payment.paidOn()),
                payment.bankReference(),
                t.yuan(payment.amount()),
                t.of("compute.credit.payment.by", payment.recordedBy(), payment.recordedAt()),
                back == null
                        ? Tag.of(Tone.GOOD, "compute.credit.payment.counts")
                        : Tag.of(Tone.PLAIN, "compute.credit.payment.taken-back"),
                back == null ? null : t.of("compute.credit.payment.taken-back.by", back.by(), back.at(), back.reason()),
                mayTakeBack && back == null
                        ? "/credit-bills/" + payment.bill() + "/payments/" + payment.id() + "/reversal"
                        : null);
    }

    static Table reminderTable(int rows) {
        return Table.of(
                "compute.credit.reminders",
                Empty.nothingYet("compute.credit.reminders.none"),
                rows,
                Column.text("compute.credit.reminder.at"),
                Column.text("compute.credit.reminder.stage"),
                Column.number("compute.credit.reminder.owed"));
    }

    CreditBillPage.Reminder reminder(CreditReminderView reminder) {
        return new CreditBillPage.Reminder(
                t.dateTimeShort(reminder.sentAt()),
                t.of("compute.credit.stage", reminder.stage()),
                t.yuan(reminder.owed()));
    }
}
