// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher;

import io.atrium.kernel.Fen;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Scope;
import io.atrium.web.Requests;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// The front door of vouchers (算力券): issue, quote, hold, settle, expire.
///
/// Every change locks the voucher first, then asks the ledger, then posts; so a voucher's balance stands still while
/// its share of a price is decided. The order of use is fixed: earliest expiry, then earliest issue.
@Component
public class Vouchers {
    private final VoucherLives lives;
    private final VoucherRecalls recalls;
    private final JobPayments payments;
    private final JobCorrections corrections;
    private final RedemptionPayments redemptions;
    private final VoucherReads reads;
    private final Requests requests;

    Vouchers(
            VoucherLives lives,
            VoucherRecalls recalls,
            JobPayments payments,
            JobCorrections corrections,
            RedemptionPayments redemptions,
            VoucherReads reads,
            Requests requests) {
        this.lives = lives;
        this.recalls = recalls;
        this.payments = payments;
        this.corrections = corrections;
        this.redemptions = redemptions;
        this.reads = reads;
        this.requests = requests;
    }

    /// Issues a voucher from a policy's budget. A refusal changes nothing.
    @Transactional
    public IssueOutcome issue(IssueVoucher command) {
        return requests.once(command.by(), command.key(), command, IssueOutcome.class, () -> lives.issue(command));
    }

    /// What a job of this price would take, without setting anything aside.
    @Transactional(readOnly = true)
    public Quote quote(OrgId firm, Fen listPrice) {
        return payments.quote(firm, listPrice);
    }

    /// Sets the voucher's part of a job aside. Joins the caller's transaction; the same job again gets the same answer.
    @Transactional(propagation = Propagation.MANDATORY)
    public HoldOutcome hold(HoldForJob command) {
        return payments.hold(command);
    }

    /// Pays the voucher's part of what a job really cost, and frees the rest of its hold. Joins the caller's
    /// transaction; the same job again gets the same answer. A hold that ran out before pays nothing.
    @Transactional(propagation = Propagation.MANDATORY)
    public SettleOutcome settle(SettleJob command) {
        return payments.settle(command);
    }

    /// Bills a settled job anew: gives the voucher's part back, then takes the right one. Joins the caller's
    /// transaction,
    /// which sees to it that a correction is made once.
    @Transactional(propagation = Propagation.MANDATORY)
    public SettleOutcome correct(CorrectJob command) {
        return corrections.correct(command);
    }

    /// The voucher as it stands; its money stays where it is until the caller's transaction ends.
    @Transactional(propagation = Propagation.MANDATORY)
    public VoucherView lock(VoucherId id) {
        return reads.lock(id);
    }

    /// Holds what a redemption asks for. Joins the caller's transaction, which has locked the voucher and seen that it
    /// has as much.
    @Transactional(propagation = Propagation.MANDATORY)
    public void reserve(ReserveForRedemption command) {
        redemptions.reserve(command);
    }

    /// Pays what was accepted of the bills of a redemption, once, and frees the rest; zero frees all.
    @Transactional(propagation = Propagation.MANDATORY)
    public void settleRedemption(String redemption, Fen base, Fen paid) {
        redemptions.settle(redemption, base, paid);
    }

    /// Takes back what a redeemed bill was paid too much. Joins the caller's transaction, which sees to it that a
    /// correction is made once.
    @Transactional(propagation = Propagation.MANDATORY)
    public void takeBack(TakeRedemptionBack command) {
        redemptions.takeBack(command);
    }

    /// Ends one voucher whose last day is over, in a transaction of its own; false if there is nothing to end.
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public boolean expire(VoucherId id) {
        return lives.expire(id);
    }

    /// Takes a voucher back with its grant. Joins the caller's transaction; a repeat changes nothing.
    @Transactional(propagation = Propagation.MANDATORY)
    public void recall(RecallVoucher command) {
        recalls.recall(command);
    }

    @Transactional(readOnly = true)
    public Optional<VoucherView> find(Scope scope, VoucherId id) {
        return reads.find(scope, id);
    }

    /// Those of these that the reader may see.
    @Transactional(readOnly = true)
    public List<VoucherView> findAll(Scope scope, Collection<VoucherId> ids) {
        return reads.findAll(scope, ids);
    }

    /// Newest first.
    @Transactional(readOnly = true)
    public List<VoucherView> list(Scope scope, VoucherFilter filter, long offset, int limit) {
        return reads.list(scope, filter, offset, limit);
    }

    /// Newest first, from behind a voucher on, without counting.
    @Transactional(readOnly = true)
    public List<VoucherView> listAfter(Scope scope, VoucherFilter filter, @Nullable VoucherId after, int limit) {
        return reads.listAfter(scope, filter, after, limit);
    }

    @Transactional(readOnly = true)
    public int count(Scope scope, VoucherFilter filter) {
        return reads.count(scope, filter);
    }

    /// What jobs used of a voucher that the caller was allowed to find; newest first.
    @Transactional(readOnly = true)
    public List<VoucherUseView> uses(VoucherId id, int limit) {
        return reads.uses(id, limit);
    }
}
