// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.api;

import io.atrium.compute.credit.CreditBillFilter;
import io.atrium.compute.credit.CreditBillFilter.Standing;
import io.atrium.compute.credit.CreditBillId;
import io.atrium.compute.credit.CreditBillView;
import io.atrium.compute.credit.CreditBills;
import io.atrium.compute.credit.CreditLine;
import io.atrium.compute.credit.CreditPaymentId;
import io.atrium.compute.credit.CreditPaymentView;
import io.atrium.compute.credit.CreditReminderView;
import io.atrium.compute.credit.RecordPayment;
import io.atrium.compute.credit.TakePaymentBack;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Fen;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.web.api.CursorPage;
import io.atrium.web.api.CursorQuery;
import io.atrium.web.api.MoneyJson;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/// Monthly bills of what was used on the credit line, their lines, and payments.
@RestController
@RequestMapping("/api/v1/credit-bills")
@Tag(name = "bills")
class CreditBillsApi {

    private final CreditBills bills;

    CreditBillsApi(CreditBills bills) {
        this.bills = bills;
    }

    record Bill(
            String id,
            String firm,
            String month,
            Instant issuedAt,
            LocalDate dueOn,
            LocalDate lineReducedAfter,
            String state,
            MoneyJson opening,
            MoneyJson used,
            MoneyJson paid,
            MoneyJson closing,
            MoneyJson carried,
            MoneyJson amount,
            MoneyJson received,
            MoneyJson left,
            boolean lineReduced) {}

    record Line(long position, Instant at, String kind, String reference, String name, MoneyJson owed) {

        static Line of(CreditLine line) {
            return new Line(
                    line.entry().position(),
                    line.entry().bookedAt(),
                    line.kind().name(),
                    line.entry().reference(),
                    line.name(),
                    MoneyJson.of(new Fen(line.owedFen())));
        }
    }

    record Payment(
            String id,
            MoneyJson amount,
            LocalDate paidOn,
            String bankReference,
            Instant recordedAt,
            @Nullable Instant takenBackAt,
            @Nullable String takenBackReason) {

        static Payment of(CreditPaymentView view) {
            var back = view.takenBack();
            return new Payment(
                    view.id().value(),
                    MoneyJson.of(view.amount()),
                    view.paidOn(),
                    view.bankReference(),
                    view.recordedAt(),
                    back == null ? null : back.at(),
                    back == null ? null : back.reason());
        }
    }

    record Payments(List<Payment> items) {}

    record Reminder(String stage, Instant sentAt, MoneyJson owed) {

        static Reminder of(CreditReminderView view) {
            return new Reminder(view.stage().name(), view.sentAt(), MoneyJson.of(view.owed()));
        }
    }

    record Reminders(List<Reminder> items) {}

    record Paid(
            @Nullable BigDecimal amount,
            @Nullable LocalDate paidOn,
            @Nullable String bankReference) {}

    record Mistake(@Nullable String reason) {}

    @Operation(summary = "Monthly bills that one may see, newest first; `standing` OPEN, OVERDUE, DEFAULTED or PAID")
    @GetMapping
    CursorPage<Bill> list(Actor actor, CursorQuery query, @RequestParam(defaultValue = "") String standing) {
        actor.require(Permission.READ_CREDIT_BILL);
        var filter = new CreditBillFilter(standing(standing), null, "");
        var scope = actor.scope(Permission.READ_CREDIT_BILL);
        var rows = bills.page(scope, filter, query.after(), query.rowsToRead());
        return CursorPage.of(query, rows, bill -> bill.id().value(), this::json);
    }

    private static @Nullable Standing standing(String name) {
        if (name.isEmpty()) {
            return null;
        }
        return Arrays.stream(Standing.values())
                .filter(standing -> standing.name().equalsIgnoreCase(name))
                .findFirst()
                .orElseThrow(() -> malformed("standing"));
    }

    @Operation(summary = "One monthly bill as it stands")
    @GetMapping("/{id}")
    Bill find(Actor actor, @PathVariable CreditBillId id) {
        return json(visible(actor, id));
    }

    @Operation(summary = "Lines of a monthly bill, oldest first: opening and lines give the closing")
    @GetMapping("/{id}/lines")
    CursorPage<Line> lines(Actor actor, @PathVariable CreditBillId id, CursorQuery query) {
        var bill = visible(actor, id);
        var rows = bills.lines(bill, position(query), query.rowsToRead());
        return CursorPage.of(query, rows, line -> String.valueOf(line.entry().position()), Line::of);
    }

    private static long position(CursorQuery query) {
        var after = query.after();
        try {
            return after == null ? 0 : Long.parseLong(after);
        } catch (NumberFormatException _) {
            throw malformed("cursor");
        }
    }

    @Operation(summary = "What was paid for a monthly bill, oldest first, also what was taken back")
    @GetMapping("/{id}/payments")
    Payments payments(Actor actor, @PathVariable CreditBillId id) {
        var bill = visible(actor, id);
        return new Payments(bills.payments(bill.id()).stream().map(Payment::of).toList());
    }

    @Operation(summary = "Reminders that were sent for a monthly bill")
    @GetMapping("/{id}/reminders")
    Reminders reminders(Actor actor, @PathVariable CreditBillId id) {
        var bill = visible(actor, id);
        return new Reminders(
                bills.reminders(bill.id()).stream().map(Reminder::of).toList());
    }

    @Operation(summary = "Record what the bank shows as paid; the credit line is free again at once")
    @PostMapping("/{id}/payments")
    ResponseEntity<Bill> record(Actor actor, RequestKey key, @PathVariable CreditBillId id, @RequestBody Paid body) {
        var amount = body.amount();
        var paidOn = body.paidOn();
        if (amount == null || amount.scale() > 2 && amount.stripTrailingZeros().scale() > 2) {
            throw malformed("amount");
        }
        if (paidOn == null) {
            throw malformed("paid_on");
        }
        bills.record(actor, new RecordPayment(key, id, Fen.ofYuan(amount), paidOn, text(body.bankReference())));
        return ResponseEntity.created(URI.create("/api/v1/credit-bills/" + id + "/payments"))
                .body(find(actor, id));
    }

    @Operation(summary = "Take back a payment that was recorded by mistake")
    @PostMapping("/{id}/payments/{payment}/reversal")
    Bill takeBack(
            Actor actor,
            RequestKey key,
            @PathVariable CreditBillId id,
            @PathVariable CreditPaymentId payment,
            @RequestBody Mistake body) {
        bills.takeBack(actor, new TakePaymentBack(key, id, payment, text(body.reason())));
        return find(actor, id);
    }

    private CreditBillView visible(Actor actor, CreditBillId id) {
        actor.require(Permission.READ_CREDIT_BILL);
        return bills.find(actor.scope(Permission.READ_CREDIT_BILL), id)
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }

    private Bill json(CreditBillView bill) {
        var sums = bill.sums();
        return new Bill(
                bill.id().value(),
                bill.firm().value(),
                bill.month().toString(),
                bill.issuedAt(),
                bill.dueOn(),
                bills.reducedAfter(bill),
                bills.state(bill).name(),
                MoneyJson.of(sums.opening()),
                MoneyJson.of(sums.used()),
                MoneyJson.of(sums.paid()),
                MoneyJson.of(sums.closing()),
                MoneyJson.of(sums.carried()),
                MoneyJson.of(bill.amount()),
                MoneyJson.of(bill.received()),
                MoneyJson.of(bill.left()),
                bill.isLineReduced());
    }

    private static RefusedException malformed(String field) {
        return new RefusedException(Refusal.of(CommonRefusal.MALFORMED_REQUEST, "field", field));
    }

    private static String text(@Nullable String given) {
        return given == null ? "" : given;
    }
}
