// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher;

import io.atrium.identity.Audit;
import io.atrium.identity.SystemActors;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Fen;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.ledger.Ledger;
import io.atrium.ledger.PostOutcome;
import io.atrium.ledger.Posting;
import io.atrium.ledger.TransferIds;
import io.atrium.voucher.HoldOutcome.Held;
import io.atrium.voucher.SettleOutcome.Settled;
import io.atrium.voucher.domain.Split;
import io.atrium.voucher.domain.Voucher;
import io.atrium.voucher.domain.VoucherUse;
import io.atrium.voucher.events.VoucherHeld;
import io.atrium.voucher.events.VoucherSettled;
import io.atrium.voucher.store.VoucherRows;
import io.atrium.voucher.store.VoucherUseRows;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/// What jobs take from vouchers: quoted before, held at submission, paid at the end. A job uses one voucher at most.
@Component
class JobPayments {
    private final VoucherRows vouchers;
    private final VoucherUseRows uses;
    private final VoucherLives lives;
    private final VoucherRecalls recalls;
    private final Ledger ledger;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;

    JobPayments(
            VoucherRows vouchers,
            VoucherUseRows uses,
            VoucherLives lives,
            VoucherRecalls recalls,
            Ledger ledger,
            Audit audit,
            ApplicationEventPublisher events,
            BusinessClock clock) {
        this.vouchers = vouchers;
        this.uses = uses;
        this.lives = lives;
        this.recalls = recalls;
        this.ledger = ledger;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
    }

    Quote quote(OrgId firm, Fen listPrice) {
        var payable = firstThatCanPay(vouchers.activeOf(firm), listPrice);
        if (payable.isEmpty()) {
            return new Quote(null, Fen.ZERO, listPrice, Fen.ZERO);
        }
        var split = payable.get().split();
        return new Quote(
                payable.get().voucher().id(),
                split.voucherPart(),
                split.ownPart(),
                payable.get().available().minus(split.voucherPart()));
    }

    HoldOutcome hold(HoldForJob command) {
        if (!command.listPrice().isPositive()) {
            return new HoldOutcome.Refused(
                    VoucherRefusal.LIST_PRICE_NOT_POSITIVE,
                    Map.of("price", command.listPrice().toString()));
        }
        var active = vouchers.lockActiveOf(command.firm());
        return uses.lock(command.jobId())
                .map(use -> repeated(command, use))
                .orElseGet(() -> holdNow(
                        command,
                        command.withVoucher() ? firstThatCanPay(active, command.listPrice()) : Optional.empty()));
    }

    private static Held repeated(HoldForJob command, VoucherUse use) {
        if (!use.firm().equals(command.firm()) || !use.listPrice().equals(command.listPrice())) {
            throw new RefusedException(CommonRefusal.REQUEST_KEY_REUSED);
        }
        return held(use);
    }

    private Held holdNow(HoldForJob command, Optional<Payable> payable) {
        var now = clock.instant();
        var use = payable.map(found -> use(command, found, now))
                .orElseGet(() -> new VoucherUse(
                        command.jobId(), command.firm(), null, command.listPrice(), Fen.ZERO, now, null));
        uses.insert(use);
        var source = use.source();
        if (source != null) {
            ledger.postSurely(List.of(holdPosting(command, use, source)));
            events.publishEvent(new VoucherHeld(source.voucher(), use.job(), use.held(), now));
        }
        return held(use);
    }

    private static VoucherUse use(HoldForJob command, Payable payable, Instant now) {
        var source = new VoucherUse.Source(payable.voucher().id(), TransferIds.of(command.key(), "voucher-hold"));
        return new VoucherUse(
                command.jobId(),
                command.firm(),
                source,
                command.listPrice(),
                payable.split().voucherPart(),
                now,
                null);
    }

    private static Posting holdPosting(HoldForJob command, VoucherUse use, VoucherUse.Source source) {
        return Posting.hold(
                        source.holdTransfer(),
                        source.voucher().account(),
                        command.receivable(),
                        use.held().value(),
                        "JOB_VOUCHER_HOLD",
                        use.job(),
                        use.heldAt())
                .until(command.expiry());
    }

    private static Held held(VoucherUse use) {
        return new Held(use.voucher(), use.held(), use.listPrice().minus(use.held()));
    }

    SettleOutcome settle(SettleJob command) {
        var use = uses.lock(command.jobId())
                .orElseThrow(() -> new IllegalStateException("nothing was held for " + command.jobId()));
        var settled = use.settled();
        if (settled == null) {
            settled = settleNow(command, use);
        } else if (!settled.metered().equals(command.meteredListPrice())) {
            throw new RefusedException(CommonRefusal.REQUEST_KEY_REUSED);
        }
        return new Settled(settled.paid(), settled.ownPart());
    }

    private VoucherUse.Settled settleNow(SettleJob command, VoucherUse use) {
        var now = clock.instant();
        var source = use.source();
        var paid = source == null ? Fen.ZERO : pay(command, use, source, now);
        var settled = new VoucherUse.Settled(command.meteredListPrice(), paid, now);
        uses.saveSettled(use, settled);
        return settled;
    }

    private Fen pay(SettleJob command, VoucherUse use, VoucherUse.Source source, Instant now) {
        var voucher = vouchers.lock(source.voucher());
        var split = Split.of(command.meteredListPrice(), voucher.rate(), use.held());
        var paid = settleHold(command, use, source, split.voucherPart(), now);
        var remaining = new Fen(ledger.balances(voucher.id().account()).posted());
        audit.record(
                SystemActors.of("voucher"),
                "voucher.settled",
                voucher.id().value(),
                Map.of("job", use.job(), "paid_fen", paid.value()));
        events.publishEvent(new VoucherSettled(voucher.id(), use.job(), paid, remaining, now));
        lives.afterSettlement(voucher, use.job(), remaining, now);
        recalls.afterSettlement(voucher, use.job(), paid, now);
        return paid;
    }

    private Fen settleHold(SettleJob command, VoucherUse use, VoucherUse.Source source, Fen part, Instant now) {
        var id = TransferIds.of(command.key(), "voucher-settle");
        var posting = part.isPositive()
                ? Posting.capture(id, source.holdTransfer(), part.value(), "JOB_VOUCHER_PAYMENT", use.job(), now)
                : Posting.release(id, source.holdTransfer(), "JOB_VOUCHER_RELEASE", use.job(), now);
        return switch (ledger.post(List.of(posting))) {
            case PostOutcome.Posted _ -> part;
            case PostOutcome.Refused refused ->
                switch (refused.status()) {
                    case HOLD_EXPIRED, HOLD_ALREADY_RELEASED -> Fen.ZERO;
                    default -> throw new IllegalStateException("hold of " + use.job() + ": " + refused);
                };
        };
    }

    /// A voucher that gives something, and how the price would be shared.
    private record Payable(Voucher voucher, Fen available, Split split) {}

    private Optional<Payable> firstThatCanPay(List<Voucher> active, Fen listPrice) {
        var today = clock.today();
        return active.stream()
                .filter(voucher -> voucher.paysJobsOn(today))
                .sorted(Voucher.ORDER_OF_USE)
                .map(voucher -> payable(voucher, listPrice))
                .filter(payable -> payable.split().voucherPart().isPositive())
                .findFirst();
    }

    private Payable payable(Voucher voucher, Fen listPrice) {
        var available = new Fen(ledger.balances(voucher.id().account()).available());
        return new Payable(voucher, available, Split.of(listPrice, voucher.rate(), available));
    }
}
