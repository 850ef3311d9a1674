// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher;

import io.atrium.identity.Audit;
import io.atrium.identity.SystemActors;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Fen;
import io.atrium.kernel.Ids;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Scope;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.ledger.Ledger;
import io.atrium.ledger.OpenAccount;
import io.atrium.ledger.PostOutcome;
import io.atrium.ledger.Posting;
import io.atrium.ledger.TransferIds;
import io.atrium.voucher.HoldOutcome.Held;
import io.atrium.voucher.IssueOutcome.Issued;
import io.atrium.voucher.SettleOutcome.Settled;
import io.atrium.voucher.VoucherState.Change;
import io.atrium.voucher.domain.Split;
import io.atrium.voucher.domain.Voucher;
import io.atrium.voucher.domain.VoucherUse;
import io.atrium.voucher.events.VoucherExpired;
import io.atrium.voucher.events.VoucherHeld;
import io.atrium.voucher.events.VoucherIssued;
import io.atrium.voucher.events.VoucherSettled;
import io.atrium.voucher.store.VoucherRows;
import io.atrium.voucher.store.VoucherUseRows;
import io.atrium.web.Requests;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The front door of vouchers (算力券): issue, quote, hold, settle, expire.
///
/// Every change locks the voucher first, then asks the ledger, then posts; so a voucher's balance stands still while
/// its share of a price is decided. A job uses one voucher at most.
@Component
public class Vouchers {
    private final VoucherRows vouchers;
    private final VoucherUseRows uses;
    private final Ledger ledger;
    private final Requests requests;
    private final Audit audit;
    private final ApplicationEventPublisher events;
    private final BusinessClock clock;
    private final Ids ids;

    Vouchers(
            VoucherRows vouchers,
            VoucherUseRows uses,
            Ledger ledger,
            Requests requests,
            Audit audit,
            ApplicationEventPublisher events,
            BusinessClock clock,
            Ids ids) {
        this.vouchers = vouchers;
        this.uses = uses;
        this.ledger = ledger;
        this.requests = requests;
        this.audit = audit;
        this.events = events;
        this.clock = clock;
        this.ids = ids;
    }

    /// Issues a voucher from a policy's budget. A refusal changes nothing.
    @Transactional
    public IssueOutcome issue(IssueVoucher command) {
        return requests.once(command.by(), command.key(), command, IssueOutcome.class, () -> decideAndIssue(command));
    }

    private IssueOutcome decideAndIssue(IssueVoucher command) {
        var refusal = IssueRules.check(command, clock.today(), vouchers.ofGrant(command.grant()).isPresent());
        if (refusal.isPresent()) {
            return refusal.get();
        }
        var voucher = IssueRules.voucher(command, new VoucherId(ids.next(VoucherId.PREFIX)), clock.instant());
        ledger.open(OpenAccount.noOverdraft(voucher.id().account(), 0, voucher.firm()));
        if (ledger.post(List.of(fund(voucher))) instanceof PostOutcome.Refused) {
            var left = new Fen(ledger.balances(voucher.budget()).available());
            return new IssueOutcome.Refused(
                    VoucherRefusal.BUDGET_EXHAUSTED, Map.of("wanted", voucher.amount().toString(), "left", left.toString()));
        }
        vouchers.insert(voucher);
        audit.record(command.by(), "voucher.issued", voucher.id().value(),
                Map.of("grant", voucher.grant(), "firm", voucher.firm().value(), "amount_fen", voucher.amount().value()));
        events.publishEvent(new VoucherIssued(
                voucher.id(), voucher.firm(), voucher.policy(), voucher.amount(), voucher.issuedAt()));
        return new Issued(voucher.id());
    }

    private static Posting fund(Voucher voucher) {
        return Posting.move(
                TransferIds.of(voucher.id().value(), "issue"),
                voucher.budget(),
                voucher.id().account(),
                voucher.amount().value(),
                "VOUCHER_ISSUE",
                voucher.grant(),
                voucher.issuedAt());
    }

    /// What a job of this price would take, without setting anything aside.
    @Transactional(readOnly = true)
    public Quote quote(OrgId firm, Fen listPrice) {
        var payable = firstThatCanPay(vouchers.activeOf(firm), listPrice);
        if (payable.isEmpty()) {
            return new Quote(null, Fen.ZERO, listPrice, Fen.ZERO);
        }
        var split = payable.get().split();
        return new Quote(payable.get().voucher().id(), split.voucherPart(), split.ownPart(),
                payable.get().available().minus(split.voucherPart()));
    }

    /// Sets the voucher's part of a job aside. Joins the caller's transaction; the same job again gets the same answer.
    @Transactional(propagation = Propagation.MANDATORY)
    public HoldOutcome hold(HoldForJob command) {
        if (!command.listPrice().isPositive()) {
            return new HoldOutcome.Refused(
                    VoucherRefusal.LIST_PRICE_NOT_POSITIVE, Map.of("price", command.listPrice().toString()));
        }
        var active = vouchers.lockActiveOf(command.firm());
        return uses.lock(command.jobId())
                .map(use -> repeated(command, use))
                .orElseGet(() -> holdNow(command, firstThatCanPay(active, command.listPrice())));
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
        return new VoucherUse(command.jobId(), command.firm(), source, command.listPrice(),
                payable.split().voucherPart(), now, null);
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

    /// Pays the voucher's part of what a job really cost, and frees the rest of its hold. Joins the caller's
    /// transaction; the same job again gets the same answer. A hold that ran out before pays nothing.
    @Transactional(propagation = Propagation.MANDATORY)
    public SettleOutcome settle(SettleJob command) {
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
        audit.record(SystemActors.of("voucher"), "voucher.settled", voucher.id().value(),
                Map.of("job", use.job(), "paid_fen", paid.value()));
        events.publishEvent(new VoucherSettled(voucher.id(), use.job(), paid, remaining, now));
        afterSettlement(voucher, use, remaining, now);
        return paid;
    }

    private Fen settleHold(SettleJob command, VoucherUse use, VoucherUse.Source source, Fen part, Instant now) {
        var id = TransferIds.of(command.key(), "voucher-settle");
        var posting = part.isPositive()
                ? Posting.capture(id, source.holdTransfer(), part.value(), "JOB_VOUCHER_PAYMENT", use.job(), now)
                : Posting.release(id, source.holdTransfer(), "JOB_VOUCHER_RELEASE", use.job(), now);
        return switch (ledger.post(List.of(posting))) {
            case PostOutcome.Posted _ -> part;
            case PostOutcome.Refused refused -> switch (refused.status()) {
                case HOLD_EXPIRED, HOLD_ALREADY_RELEASED -> Fen.ZERO;
                default -> throw new IllegalStateException("hold of " + use.job() + ": " + refused);
            };
        };
    }

    /// A voucher with nothing left is used up; one that has expired meanwhile gives back what came free.
    private void afterSettlement(Voucher voucher, VoucherUse use, Fen remaining, Instant now) {
        if (voucher.state() == VoucherState.EXPIRED) {
            giveBack(voucher, "expiry/" + use.job(), now);
        } else if (remaining.equals(Fen.ZERO) && voucher.state().allows(Change.SPENT_TO_ZERO)) {
            vouchers.saveState(voucher.changed(Change.SPENT_TO_ZERO));
        }
    }

    /// Ends one voucher whose last day is over, in a transaction of its own; false if there is nothing to end.
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public boolean expire(VoucherId id) {
        var voucher = vouchers.lock(id);
        if (!voucher.hasEndedBy(clock.today())) {
            return false;
        }
        var now = clock.instant();
        vouchers.saveState(voucher.changed(Change.VALIDITY_ENDED));
        var returned = giveBack(voucher, "expiry", now);
        audit.record(SystemActors.of("voucher"), "voucher.expired", id.value(), Map.of("returned_fen", returned.value()));
        events.publishEvent(new VoucherExpired(id, returned, now));
        return true;
    }

    private Fen giveBack(Voucher voucher, String part, Instant now) {
        var rest = new Fen(ledger.balances(voucher.id().account()).available());
        if (rest.isPositive()) {
            ledger.postSurely(List.of(Posting.move(
                    TransferIds.of(voucher.id().value(), part),
                    voucher.id().account(),
                    voucher.budget(),
                    rest.value(),
                    "VOUCHER_EXPIRY",
                    voucher.id().value(),
                    now)));
        }
        return rest;
    }

    @Transactional(readOnly = true)
    public Optional<VoucherView> find(Scope scope, VoucherId id) {
        return vouchers.find(scope, id).map(voucher -> views(List.of(voucher)).getFirst());
    }

    /// Newest first.
    @Transactional(readOnly = true)
    public List<VoucherView> list(Scope scope, VoucherFilter filter, long offset, int limit) {
        return views(vouchers.list(scope, filter.condition(), offset, limit));
    }

    /// Newest first, from behind a voucher on, without counting.
    @Transactional(readOnly = true)
    public List<VoucherView> listAfter(Scope scope, VoucherFilter filter, @Nullable VoucherId after, int limit) {
        return views(vouchers.listAfter(scope, filter.condition(), after, limit));
    }

    @Transactional(readOnly = true)
    public int count(Scope scope, VoucherFilter filter) {
        return vouchers.count(scope, filter.condition());
    }

    /// What jobs used of a voucher that the caller was allowed to find; newest first.
    @Transactional(readOnly = true)
    public List<VoucherUseView> uses(VoucherId id, int limit) {
        return uses.ofVoucher(id, limit).stream()
                .map(use -> new VoucherUseView(
                        use.job(), use.held(), paid(use), use.heldAt(), use.settled() == null ? null : use.settled().at()))
                .toList();
    }

    private static @Nullable Fen paid(VoucherUse use) {
        var settled = use.settled();
        return settled == null ? null : settled.paid();
    }

    private List<VoucherView> views(List<Voucher> found) {
        var paid = uses.paidBy(found.stream().map(Voucher::id).toList());
        return found.stream()
                .map(voucher -> view(voucher, paid.getOrDefault(voucher.id().value(), Fen.ZERO)))
                .toList();
    }

    private VoucherView view(Voucher voucher, Fen paid) {
        var balances = ledger.balances(voucher.id().account());
        return new VoucherView(
                voucher.id(), voucher.firm(), voucher.policy(), voucher.grant(), voucher.scope(), voucher.mode(),
                voucher.rate(), voucher.amount(), paid, new Fen(balances.held()), new Fen(balances.available()),
                voucher.validUntil(), voucher.issuedAt(), voucher.state());
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
