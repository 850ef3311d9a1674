// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.credit;

import io.atrium.compute.ComputeRefusal;
import io.atrium.compute.CreditSettings;
import io.atrium.compute.Jobs;
import io.atrium.compute.lease.Leases;
import io.atrium.identity.Audit;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Fen;
import io.atrium.kernel.Ids;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Scope;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.ledger.EntryView;
import io.atrium.web.Requests;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The front door of monthly bills (月结账单): look, record a payment, take a payment back. Whoever runs the community
/// records what its bank shows; a payment frees the credit line in the same transaction.
@Component
public class CreditBills {

    /// Owner of the account that firms pay to.
    public static final String BANK = CreditBooks.BANK;

    /// Older records of a bank belong to somebody's archive, not to a bill that is open.
    private static final Period PAID_BACK_MAX = Period.ofYears(1);

    private final CreditBillStore store;
    private final CreditPaymentStore payments;
    private final CreditBooks books;
    private final CreditTerms terms;
    private final CreditStandings standings;
    private final CreditNotices notices;
    private final Jobs jobs;
    private final Leases leases;
    private final Requests requests;
    private final Audit audit;
    private final Ids ids;
    private final BusinessClock clock;
    private final CreditSettings settings;

    CreditBills(
            CreditBillStore store,
            CreditPaymentStore payments,
            CreditBooks books,
            CreditTerms terms,
            CreditStandings standings,
            CreditNotices notices,
            Jobs jobs,
            Leases leases,
            Requests requests,
            Audit audit,
            Ids ids,
            BusinessClock clock,
            CreditSettings settings) {
        this.store = store;
        this.payments = payments;
        this.books = books;
        this.terms = terms;
        this.standings = standings;
        this.notices = notices;
        this.jobs = jobs;
        this.leases = leases;
        this.requests = requests;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
        this.settings = settings;
    }

    /// Refused: throws, with the first reason, and nothing is booked.
    @Transactional
    public CreditPaymentId record(Actor actor, RecordPayment command) {
        actor.require(Permission.RECORD_PAYMENT);
        return requests.once(actor, command.key(), command, CreditPaymentId.class, () -> recordNew(actor, command));
    }

    private CreditPaymentId recordNew(Actor actor, RecordPayment command) {
        var bill = locked(actor, command.bill());
        var reference = command.bankReference().strip();
        check(command, bill, reference);
        var payment = new CreditPaymentView(
                new CreditPaymentId(ids.next(CreditPaymentId.PREFIX)),
                bill.id(),
                command.amount(),
                command.paidOn(),
                reference,
                actor.name(),
                clock.instant(),
                null);
        if (!payments.insert(bill, payment)) {
            throw new RefusedException(Refusal.of(ComputeRefusal.CREDIT_PAYMENT_RECORDED, "bank_reference", reference));
        }
        requireOwed(bill, command.amount());
        books.pay(bill.firm(), payment.id(), bill.id(), payment.amount());
        audit.record(
                actor,
                "compute.credit-payment-recorded",
                bill.id().value(),
                Map.of(
                        "payment", payment.id().value(),
                        "amount_fen", payment.amount().value(),
                        "bank_reference", reference));
        notices.paid(bill(bill.id()), payment.id(), payment.amount());
        standings.settle(actor, bill.firm(), payment.id().value());
        return payment.id();
    }

    private void check(RecordPayment command, CreditBillView bill, String reference) {
        if (!command.amount().isPositive()) {
            throw new RefusedException(Refusal.of(ComputeRefusal.CREDIT_PAYMENT_AMOUNT, "left", bill.left()));
        }
        var today = clock.today();
        if (command.paidOn().isAfter(today) || command.paidOn().isBefore(today.minus(PAID_BACK_MAX))) {
            throw new RefusedException(Refusal.of(ComputeRefusal.CREDIT_PAYMENT_DAY, "today", today));
        }
        if (reference.isEmpty() || reference.length() > RecordPayment.REFERENCE_LENGTH_MAX) {
            throw new RefusedException(
                    Refusal.of(ComputeRefusal.CREDIT_PAYMENT_REFERENCE, "max", RecordPayment.REFERENCE_LENGTH_MAX));
        }
    }

    /// After the bank's record was found to be new: of one that was recorded before, that is the reason to tell.
    private static void requireOwed(CreditBillView bill, Fen amount) {
        if (amount.compareTo(bill.left()) > 0) {
            throw new RefusedException(Refusal.of(ComputeRefusal.CREDIT_PAYMENT_AMOUNT, "left", bill.left()));
        }
    }

    /// What was recorded by mistake is booked back, unless the firm has used meanwhile what it had freed.
    @Transactional
    public CreditPaymentId takeBack(Actor actor, TakePaymentBack command) {
        actor.require(Permission.RECORD_PAYMENT);
        return requests.once(actor, command.key(), command, CreditPaymentId.class, () -> takeBackNow(actor, command));
    }

    private CreditPaymentId takeBackNow(Actor actor, TakePaymentBack command) {
        var bill = locked(actor, command.bill());
        var payment = payments.find(bill.id(), command.payment())
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
        var reason = command.reason().strip();
        if (reason.isEmpty() || reason.length() > TakePaymentBack.REASON_LENGTH_MAX) {
            throw new RefusedException(
                    Refusal.of(ComputeRefusal.CREDIT_PAYMENT_REASON, "max", TakePaymentBack.REASON_LENGTH_MAX));
        }
        if (!payment.counts()) {
            throw new RefusedException(ComputeRefusal.CREDIT_PAYMENT_TAKEN_BACK);
        }
        payments.takeBack(payment.id(), new CreditPaymentView.TakenBack(actor.name(), clock.instant(), reason));
        books.takeBack(bill.firm(), payment.id(), bill.id(), payment.amount());
        audit.record(
                actor,
                "compute.credit-payment-taken-back",
                bill.id().value(),
                Map.of(
                        "payment", payment.id().value(),
                        "amount_fen", payment.amount().value(),
                        "reason", reason));
        notices.takenBack(bill(bill.id()), payment);
        standings.settle(actor, bill.firm(), payment.id().value());
        return payment.id();
    }

    private CreditBillView locked(Actor actor, CreditBillId id) {
        var scope = actor.scope(Permission.RECORD_PAYMENT);
        var seen = store.find(scope, id).orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
        store.lock(seen.firm());
        return bill(id);
    }

    private CreditBillView bill(CreditBillId id) {
        return store.find(new Scope.All(), id).orElseThrow();
    }

    @Transactional(readOnly = true)
    public Optional<CreditBillView> find(Scope scope, CreditBillId id) {
        return store.find(scope, id);
    }

    /// Those to be paid first, by their day; then the others.
    @Transactional(readOnly = true)
    public List<CreditBillView> list(Scope scope, CreditBillFilter filter, long offset, int limit) {
        return store.list(matching(scope, filter), offset, limit);
    }

    /// Newest first, from the bill after a given one.
    @Transactional(readOnly = true)
    public List<CreditBillView> page(Scope scope, CreditBillFilter filter, @Nullable String after, int rows) {
        return store.page(matching(scope, filter), after, rows);
    }

    @Transactional(readOnly = true)
    public int count(Scope scope, CreditBillFilter filter) {
        return store.count(matching(scope, filter));
    }

    /// What is still to be paid of all of these.
    @Transactional(readOnly = true)
    public Fen left(Scope scope, CreditBillFilter filter) {
        return store.left(matching(scope, filter));
    }

    private Condition matching(Scope scope, CreditBillFilter filter) {
        var today = clock.today();
        return CreditBillStore.visible(scope).and(CreditBillStore.matching(filter, today, terms.lastWholeDay(today)));
    }

    public CreditBillState state(CreditBillView bill) {
        return terms.state(bill, clock.today());
    }

    /// What is owed and due first of a firm's bills.
    @Transactional(readOnly = true)
    public Optional<CreditBillView> nextToPay(OrgId firm) {
        return store.open(firm).stream().findFirst();
    }

    /// Payments of a bill that the caller was allowed to find, oldest first.
    @Transactional(readOnly = true)
    public List<CreditPaymentView> payments(CreditBillId bill) {
        return payments.ofBill(bill);
    }

    @Transactional(readOnly = true)
    public List<CreditReminderView> reminders(CreditBillId bill) {
        return store.reminders(bill);
    }

    /// Lines of a bill that the caller was allowed to find, from a position of the ledger on, oldest first.
    @Transactional(readOnly = true)
    public List<CreditLine> lines(CreditBillView bill, long after, int limit) {
        var from = Math.max(after, bill.stretch().after());
        var entries = books.lines(bill.firm(), from, bill.stretch().through(), limit);
        var references = entries.stream().map(EntryView::reference).distinct().toList();
        var names = new HashMap<>(jobs.names(references));
        names.putAll(leases.namesOfPeriods(references));
        return entries.stream()
                .map(entry -> new CreditLine(
                        CreditLine.Kind.of(entry.purpose()),
                        entry,
                        names.getOrDefault(entry.reference(), entry.reference())))
                .toList();
    }

    /// The last day on which the line is whole while a bill is not paid.
    public LocalDate reducedAfter(CreditBillView bill) {
        return terms.reducedAfter(bill.dueOn());
    }

    /// What is left of the line for new work then, in percent.
    public int reducedLinePercent() {
        return settings.reducedLinePercent();
    }
}
