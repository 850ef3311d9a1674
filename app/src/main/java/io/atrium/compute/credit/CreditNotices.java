// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.credit;

import io.atrium.kernel.Fen;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.notice.NoticeKind;
import io.atrium.notice.Notices;
import io.atrium.notice.Recipient;
import io.atrium.notice.SendNotice;
import io.atrium.notice.SendNotice.Words;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.stereotype.Component;

/// Tells a firm of its bills: what is owed, by when, and what happens next. Joins the transaction of what happened.
@Component
class CreditNotices {

    private static final String KIND = "credit-bill";

    private final Notices notices;
    private final CreditTerms terms;

    CreditNotices(Notices notices, CreditTerms terms) {
        this.notices = notices;
        this.terms = terms;
    }

    @Bean
    static NoticeKind creditBillNoticeKind() {
        return NoticeKind.of(KIND, "compute.credit.notice.kind")
                .mandatoryBecause("compute.credit.notice.mandatory")
                .to(OrgKind.FIRM, Permission.READ_CREDIT_BILL);
    }

    void issued(CreditBillView bill) {
        send(
                bill,
                "issued",
                Words.of("compute.credit.notice.issued", bill.month().toString(), bill.amount(), bill.dueOn()),
                end(bill.dueOn()));
    }

    /// Once for each stage.
    void remind(CreditBillView bill, CreditStage stage) {
        var next = switch (stage) {
            case BEFORE_DUE -> terms.firstOn(bill.dueOn());
            case FIRST -> terms.secondOn(bill.dueOn());
            case SECOND, LINE_REDUCED -> terms.reducedAfter(bill.dueOn());
        };
        var due = stage == CreditStage.BEFORE_DUE ? end(bill.dueOn()) : end(terms.reducedAfter(bill.dueOn()));
        send(
                bill,
                stage.name(),
                Words.of(
                        "compute.credit.notice." + stage,
                        bill.month().toString(),
                        bill.left(),
                        bill.dueOn(),
                        next,
                        terms.reducedAfter(bill.dueOn())),
                due);
    }

    void paid(CreditBillView bill, CreditPaymentId payment, Fen amount) {
        var key = bill.left().isPositive() ? "compute.credit.notice.paid.part" : "compute.credit.notice.paid";
        send(bill, payment.value(), Words.of(key, bill.month().toString(), amount, bill.left()), null);
        if (!bill.left().isPositive()) {
            notices.settle(href(bill));
        }
    }

    void takenBack(CreditBillView bill, CreditPaymentView payment) {
        send(
                bill,
                payment.id() + ":taken-back",
                Words.of("compute.credit.notice.taken-back", bill.month().toString(), payment.amount(), bill.left()),
                end(bill.dueOn()));
    }

    /// @param cause what paid it, so that a line that is reduced and restored again is told again
    void restored(CreditBillView bill, String cause) {
        send(
                bill,
                "restored:" + cause,
                Words.of("compute.credit.notice.restored", bill.month().toString()),
                null);
    }

    private void send(CreditBillView bill, String event, Words words, @Nullable Instant due) {
        notices.send(new SendNotice(
                new RequestKey(bill.id() + ":" + event),
                new Recipient.Holders(bill.firm(), Permission.READ_CREDIT_BILL),
                KIND,
                words,
                href(bill),
                due));
    }

    private static String href(CreditBillView bill) {
        return "/credit-bills/" + bill.id();
    }

    private static Instant end(LocalDate day) {
        return day.plusDays(1).atStartOfDay(BusinessClock.ZONE).toInstant().minusSeconds(1);
    }
}
