// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher.redemption;

import io.atrium.kernel.Fen;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.voucher.TakeRedemptionBack;
import io.atrium.voucher.Vouchers;
import io.atrium.voucher.redemption.RedemptionView.LineState;
import java.util.Optional;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What becomes of a redemption when one of its bills is corrected (更正与兑付). A bill that became lower: the share of
/// the difference goes back from the firm's account to the voucher, in the transaction of the correction, which has
/// just paid the whole difference into that account; so it is always covered. A bill that became higher: nothing more
/// is paid back, for a bill is redeemed once.
@Component
public class RedeemedBills {

    private final RedemptionStore store;
    private final PaidBills bills;
    private final Vouchers vouchers;
    private final RedemptionNotices notices;
    private final BusinessClock clock;

    RedeemedBills(
            RedemptionStore store, PaidBills bills, Vouchers vouchers, RedemptionNotices notices, BusinessClock clock) {
        this.store = store;
        this.bills = bills;
        this.vouchers = vouchers;
        this.notices = notices;
        this.clock = clock;
    }

    /// Before anything is posted for a correction: vouchers are locked before accounts, by everybody.
    @Transactional(propagation = Propagation.MANDATORY)
    public Optional<RedemptionId> lock(String bill) {
        var redemption = store.paid(bill).flatMap(id -> store.find(DSL.noCondition(), id));
        redemption.ifPresent(found -> vouchers.lock(found.voucher()));
        return redemption.map(RedemptionView::id);
    }

    /// After the bill was corrected.
    ///
    /// @param paidNow what the firm has paid of the bill by the correction
    @Transactional(propagation = Propagation.MANDATORY)
    public void corrected(RedemptionId id, String bill, String correction, Fen paidNow) {
        var redemption = store.find(DSL.noCondition(), id).orElseThrow();
        var line = redemption.lines().stream()
                .filter(one -> one.bill().equals(bill))
                .findFirst()
                .orElseThrow();
        var rate = vouchers.lock(redemption.voucher()).rate();
        var right = paidNow.share(rate).min(line.paid());
        var tooMuch = line.paid().minus(right);
        if (!tooMuch.isPositive()) {
            return;
        }
        vouchers.takeBack(new TakeRedemptionBack(
                id.value(), bill + "/" + correction, tooMuch, bills.paidFrom(redemption.firm())));
        var amount = paidNow.isPositive() ? paidNow : line.amount();
        store.saveLine(id, RedemptionDecisions.with(line, amount, LineState.ACCEPTED, right));
        store.addEvent(id, new RedemptionEvent(clock.instant(), "TAKEN_BACK", tooMuch.toString(), null));
        notices.takenBack(redemption, bill + ":" + correction, line.name(), tooMuch);
    }
}
