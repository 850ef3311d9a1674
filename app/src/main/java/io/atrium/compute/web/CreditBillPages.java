// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.credit.CreditBillId;
import io.atrium.compute.credit.CreditBillState;
import io.atrium.compute.credit.CreditBillView;
import io.atrium.compute.credit.CreditBills;
import io.atrium.compute.credit.CreditLine;
import io.atrium.compute.credit.CreditPaymentId;
import io.atrium.compute.credit.CreditPaymentView;
import io.atrium.compute.credit.TakePaymentBack;
import io.atrium.identity.OrganisationNames;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Fen;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.Crumb;
import io.atrium.web.Flash;
import io.atrium.web.ListQuery;
import io.atrium.web.PageView;
import io.atrium.web.RequestKeys;
import io.atrium.web.SeeOther;
import io.atrium.web.StepUp;
import io.atrium.web.component.Field;
import io.atrium.web.component.FieldKind;
import io.atrium.web.component.Form;
import io.atrium.web.deadline.Dues;
import io.atrium.web.sheet.Sheet;
import io.atrium.web.sheet.SheetAsk;
import io.atrium.web.sheet.SheetFormat;
import io.atrium.web.sheet.SheetRows;
import io.atrium.web.sheet.Sheets;
import io.atrium.web.text.Text;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/// `/credit-bills/{id}`: one monthly bill as firm, operator and officer see it; payments recorded and taken back.
@Controller
class CreditBillPages {

    /// More lines are in the file, and in the API.
    private static final int LINES_SHOWN = 200;

    private static final int LINES_AT_ONCE = 500;

    private final CreditBills bills;
    private final OrganisationNames names;
    private final Dues dues;
    private final RequestKeys keys;
    private final Sheets sheets;
    private final BusinessClock clock;

    CreditBillPages(
            CreditBills bills,
            OrganisationNames names,
            Dues dues,
            RequestKeys keys,
            Sheets sheets,
            BusinessClock clock) {
        this.bills = bills;
        this.names = names;
        this.dues = dues;
        this.keys = keys;
        this.sheets = sheets;
        this.clock = clock;
    }

    @GetMapping("/credit-bills/{id}")
    PageView show(Actor actor, @PathVariable CreditBillId id, Text t) {
        return view(actor, t, visible(actor, id), null);
    }

    /// Every line of the bill as a file.
    @GetMapping("/credit-bills/{id}/export")
    ResponseEntity<byte[]> lines(
            Actor actor, @PathVariable CreditBillId id, ListQuery query, Text t, SheetFormat format) {
        var bill = visible(actor, id);
        var lines = new ArrayList<CreditLine>();
        var chunk = bills.lines(bill, 0, LINES_AT_ONCE);
        while (!chunk.isEmpty()) {
            lines.addAll(chunk);
            chunk = bills.lines(bill, chunk.getLast().entry().position(), LINES_AT_ONCE);
        }
        var sheet = Sheet.<CreditLine>named("compute.credit.lines")
                .moment("compute.statement.at", line -> line.entry().bookedAt())
                .text("compute.statement.kind", line -> t.of("compute.credit.kind", line.kind()))
                .text("compute.statement.what", CreditLine::name)
                .text("compute.statement.reference", line -> line.entry().reference())
                .money("compute.credit.owed", line -> new Fen(line.owedFen()));
        return sheets.answer(sheet, SheetRows.of(lines), new SheetAsk(format, query, t));
    }

    @StepUp
    @PostMapping("/credit-bills/{id}/payments")
    ModelAndView record(
            Actor actor,
            RequestKey key,
            @PathVariable CreditBillId id,
            Text t,
            @RequestParam Map<String, String> typed) {
        actor.require(Permission.RECORD_PAYMENT);
        var bill = visible(actor, id);
        var answers = new CreditBillForms(typed);
        var form = paymentForm(bill).answered(typed);
        if (!answers.errors().isEmpty()) {
            return view(actor, t, bill, form.wrong(answers.errors())).refused();
        }
        try {
            bills.record(actor, answers.command(key, id));
            return SeeOther.to("/credit-bills/" + id).saying(Flash.done("compute.credit.flash.recorded"));
        } catch (RefusedException refused) {
            return view(actor, t, visible(actor, id), form.refused(refused.refusal()))
                    .refused();
        }
    }

    @GetMapping("/credit-bills/{id}/payments/{payment}/reversal")
    PageView askReversal(Actor actor, @PathVariable CreditBillId id, @PathVariable CreditPaymentId payment, Text t) {
        actor.require(Permission.RECORD_PAYMENT);
        var bill = visible(actor, id);
        return reversal(t, bill, payment(bill, payment), reversalForm(id, payment));
    }

    @StepUp
    @PostMapping("/credit-bills/{id}/payments/{payment}/reversal")
    ModelAndView reverse(
            Actor actor,
            RequestKey key,
            @PathVariable CreditBillId id,
            @PathVariable CreditPaymentId payment,
            Text t,
            @RequestParam(defaultValue = "") String reason) {
        actor.require(Permission.RECORD_PAYMENT);
        var bill = visible(actor, id);
        try {
            bills.takeBack(actor, new TakePaymentBack(key, id, payment, reason));
            return SeeOther.to("/credit-bills/" + id).saying(Flash.done("compute.credit.flash.taken-back"));
        } catch (RefusedException refused) {
            var form = reversalForm(id, payment).answered(Map.of("reason", reason));
            return reversal(t, bill, payment(bill, payment), form.refused(refused.refusal()))
                    .refused();
        }
    }

    private CreditPaymentView payment(CreditBillView bill, CreditPaymentId payment) {
        return bills.payments(bill.id()).stream()
                .filter(found -> found.id().equals(payment))
                .findFirst()
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }

    private Form reversalForm(CreditBillId id, CreditPaymentId payment) {
        return Form.to(
                        "/credit-bills/" + id + "/payments/" + payment + "/reversal",
                        "compute.credit.reversal.submit",
                        Field.of(FieldKind.TEXTAREA, "reason", "compute.credit.reversal.reason"))
                .keyed(keys.fresh());
    }

    private static PageView reversal(Text t, CreditBillView bill, CreditPaymentView payment, Form form) {
        var consequences = List.of(
                t.of("compute.credit.reversal.owed", payment.amount(), payment.bankReference()),
                t.of("compute.credit.reversal.told"),
                t.of("compute.credit.reversal.kept"));
        var href = "/credit-bills/" + bill.id();
        return PageView.of(
                        "compute/credit-reversal",
                        "compute.credit.reversal.title",
                        new CreditBillPage.Reversal(form, consequences, href))
                .under(
                        Crumb.of("compute.nav.credit-bills", "/credit-bills"),
                        Crumb.of("compute.credit.bill.title", href, bill.month().toString()));
    }

    private PageView view(Actor actor, Text t, CreditBillView bill, @Nullable Form refused) {
        var views = new CreditBillViews(t);
        var state = bills.state(bill);
        var mayRecord = actor.scope(Permission.RECORD_PAYMENT).sees(bill.firm());
        var firm = names.of(t, bill.firm());
        var due = state == CreditBillState.PAID ? null : dues.at(CreditBillViews.end(bill.dueOn()));
        var what = new CreditBillViews.What(firm, bills.reducedAfter(bill), bills.reducedLinePercent(), due);
        var lines = bills.lines(bill, 0, LINES_SHOWN + 1);
        boolean hasAll = lines.size() <= LINES_SHOWN;
        var shown = hasAll ? lines : lines.subList(0, LINES_SHOWN);
        var payments = bills.payments(bill.id());
        var reminders = bills.reminders(bill.id());
        var mayReadJobs = actor.scope(Permission.READ_JOB).sees(bill.firm());
        var page = new CreditBillPage(
                CreditBillViews.tag(state),
                due,
                views.steps(state),
                views.next(bill, state, what),
                bill.isLineReduced() ? t.of("compute.credit.reduced", bills.reducedLinePercent()) : null,
                views.sums(bill, lines, hasAll),
                views.facts(bill, firm, what.reducedAfter()),
                CreditBillViews.lineTable(shown.size()),
                shown.stream().map(line -> views.line(line, mayReadJobs)).toList(),
                hasAll ? null : t.of("compute.credit.lines.more", LINES_SHOWN),
                "/credit-bills/" + bill.id() + "/export?format=csv",
                CreditBillViews.paymentTable(payments.size()),
                payments.stream()
                        .map(payment -> views.payment(payment, mayRecord))
                        .toList(),
                CreditBillViews.reminderTable(reminders.size()),
                reminders.stream().map(views::reminder).toList(),
                mayRecord && bill.left().isPositive() ? refused == null ? paymentForm(bill) : refused : null);
        return PageView.of(
                        "compute/credit-bill",
                        "compute.credit.bill.title",
                        page,
                        bill.month().toString())
                .under(Crumb.of("insight.nav.home", "/"), Crumb.of("compute.nav.credit-bills", "/credit-bills"));
    }

    private Form paymentForm(CreditBillView bill) {
        return CreditBillForms.payment(bill, clock.today()).keyed(keys.fresh());
    }

    private CreditBillView visible(Actor actor, CreditBillId id) {
        actor.require(Permission.READ_CREDIT_BILL);
        return bills.find(actor.scope(Permission.READ_CREDIT_BILL), id)
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }
}
