// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.correction;

import io.atrium.compute.BillView;
import io.atrium.compute.correction.BillCorrection.Cause;
import io.atrium.compute.correction.BillCorrection.Made;
import io.atrium.compute.correction.BillCorrections.Right;
import io.atrium.compute.correction.PriceCorrectionLine.State;
import io.atrium.compute.store.BillStore;
import io.atrium.identity.SystemActors;
import io.atrium.kernel.RefusedException;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/// Corrects what agreed price corrections touch, bill by bill, each in a transaction of its own: a crash in between
/// leaves whole bills, and the next round goes on where this one stopped. What the ledger will not book is kept with
/// its
/// reason and tried again.
@Component
public class CorrectPricedBills {

    private static final int BATCH = 200;

    private static final Logger LOG = LoggerFactory.getLogger(CorrectPricedBills.class);

    private final PriceCorrectionStore store;
    private final PriceCorrectionLines lines;
    private final BillCorrections corrections;
    private final BillStore bills;
    private final PriceCorrectionNotices notices;
    private final TransactionTemplate transaction;

    CorrectPricedBills(
            PriceCorrectionStore store,
            PriceCorrectionLines lines,
            BillCorrections corrections,
            BillStore bills,
            PriceCorrectionNotices notices,
            TransactionTemplate transaction) {
        this.store = store;
        this.lines = lines;
        this.corrections = corrections;
        this.bills = bills;
        this.notices = notices;
        this.transaction = transaction;
    }

    public void run() {
        store.approved().forEach(this::run);
    }

    private void run(PriceCorrectionView correction) {
        for (var line : lines.due(correction.id(), BATCH)) {
            try {
                transaction.executeWithoutResult(_ -> correct(correction, line));
            } catch (RefusedException refused) {
                transaction.executeWithoutResult(_ -> lines.save(
                        correction.id(),
                        line.job(),
                        State.REFUSED,
                        refused.refusal().code().name()));
            } catch (RuntimeException failure) {
                LOG.error("correcting {} failed; it is tried again", line.job(), failure);
            }
        }
        transaction.executeWithoutResult(_ -> finish(correction));
    }

    private void correct(PriceCorrectionView correction, PriceCorrectionLine line) {
        var id = line.bill();
        if (id == null) {
            lines.save(correction.id(), line.job(), State.UNTOUCHED, null);
            return;
        }
        var bill = bills.lock(BillStore.ALL, id).orElseThrow();
        if (bill.pricePerGpuHour().equals(correction.wish().wrongPrice())) {
            correct(correction, bill);
            lines.save(correction.id(), line.job(), State.DONE, null);
        } else {
            lines.save(correction.id(), line.job(), State.UNTOUCHED, null);
        }
    }

    private void correct(PriceCorrectionView correction, BillView bill) {
        var wish = correction.wish();
        var by = Objects.requireNonNull(correction.end()).by();
        corrections.correct(
                SystemActors.of("compute"),
                bill.id(),
                new Right(bill.gpuTime(), wish.rightPrice()),
                new Made(Cause.PRICE, correction.id().value(), wish.reason(), by));
    }

    private void finish(PriceCorrectionView correction) {
        var states = lines.states(correction.id());
        if (!states.containsKey(State.TO_DO) && !states.containsKey(State.REFUSED) && store.done(correction.id())) {
            notices.done(correction);
        }
    }
}
