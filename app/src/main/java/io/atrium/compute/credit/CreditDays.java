// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.credit;

import io.atrium.compute.credit.CreditBillView.Stretch;
import io.atrium.compute.credit.CreditBillView.Sums;
import io.atrium.identity.Audit;
import io.atrium.identity.SystemActors;
import io.atrium.kernel.Fen;
import io.atrium.kernel.Ids;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.clock.BusinessClock;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// What happens to monthly bills by themselves as days go by: months that are over are billed, bills that are not paid
/// are reminded of, lines are reduced. Each firm in a transaction of its own; what was done is not done again.
@Component
public class CreditDays {

    private static final Actor BY = SystemActors.of("credit");
    private static final Logger LOG = LoggerFactory.getLogger(CreditDays.class);

    private final CreditBillStore store;
    private final CreditBooks books;
    private final CreditTerms terms;
    private final CreditStandings standings;
    private final CreditNotices notices;
    private final Audit audit;
    private final Ids ids;
    private final BusinessClock clock;
    private final TransactionTemplate transaction;

    CreditDays(
            CreditBillStore store,
            CreditBooks books,
            CreditTerms terms,
            CreditStandings standings,
            CreditNotices notices,
            Audit audit,
            Ids ids,
            BusinessClock clock,
            TransactionTemplate transaction) {
        this.store = store;
        this.books = books;
        this.terms = terms;
        this.standings = standings;
        this.notices = notices;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
        this.transaction = transaction;
    }

    public void run() {
        store.firms().forEach(this::each);
    }

    private void each(OrgId firm) {
        try {
            transaction.executeWithoutResult(_ -> of(firm));
        } catch (RuntimeException failure) {
            LOG.error("the monthly bills of {} failed; they are tried again", firm, failure);
        }
    }

    /// All that is to be done for one firm by now, in the caller's transaction.
    void of(OrgId firm) {
        store.lock(firm);
        books.openedAt(firm).ifPresent(opened -> billMonths(firm, opened));
        store.open(firm).forEach(this::remind);
        standings.settle(BY, firm, clock.today().toString());
    }

    /// Months that went by while nobody looked are billed in their order. One without use has no bill.
    private void billMonths(OrgId firm, Instant opened) {
        var running = YearMonth.from(clock.today());
        var month = store.last(firm)
                .map(last -> last.month().plusMonths(1))
                .orElseGet(() -> YearMonth.from(opened.atZone(BusinessClock.ZONE)));
        for (; month.isBefore(running); month = month.plusMonths(1)) {
            bill(firm, month);
        }
    }

    private void bill(OrgId firm, YearMonth month) {
        var last = store.last(firm);
        var after = last.map(bill -> bill.stretch().through()).orElse(0L);
        var until =
                month.plusMonths(1).atDay(1).atStartOfDay(BusinessClock.ZONE).toInstant();
        var moved = books.moved(firm, after, until);
        if (moved.used().equals(Fen.ZERO)) {
            return;
        }
        var sums = new Sums(
                last.map(bill -> bill.sums().closing()).orElse(Fen.ZERO),
                moved.used(),
                moved.paid(),
                last.map(bill -> bill.sums().carriedOn()).orElse(Fen.ZERO));
        var bill = new CreditBillView(
                new CreditBillId(ids.next(CreditBillId.PREFIX)),
                firm,
                month,
                clock.instant(),
                terms.dueOn(clock.today()),
                new Stretch(after, moved.through()),
                sums,
                sums.amount(),
                Fen.ZERO,
                false);
        store.insert(bill);
        audit.record(
                BY,
                "compute.credit-bill-issued",
                bill.id().value(),
                Map.of(
                        "firm",
                        firm.value(),
                        "month",
                        month.toString(),
                        "amount_fen",
                        bill.amount().value()));
        if (bill.amount().isPositive()) {
            notices.issued(bill);
        }
    }

    private void remind(CreditBillView bill) {
        terms.stage(bill.dueOn(), clock.today()).ifPresent(stage -> {
            if (store.insert(bill, new CreditReminderView(stage, clock.instant(), bill.left()))) {
                notices.remind(bill, stage);
                audit.record(
                        BY,
                        "compute.credit-bill-reminded",
                        bill.id().value(),
                        Map.of("stage", stage, "owed_fen", bill.left().value()));
            }
        });
    }
}
