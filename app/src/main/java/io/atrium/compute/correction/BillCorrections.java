// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.correction;

import static io.atrium.compute.store.BillStore.ALL;

import io.atrium.compute.BillId;
import io.atrium.compute.BillView;
import io.atrium.compute.JobEvent;
import io.atrium.compute.Metering;
import io.atrium.compute.account.JobAccounts;
import io.atrium.compute.account.JobAccounts.Charge;
import io.atrium.compute.account.JobAccounts.Parties;
import io.atrium.compute.account.JobAccounts.Split;
import io.atrium.compute.correction.BillCorrection.Amounts;
import io.atrium.compute.correction.BillCorrection.Made;
import io.atrium.compute.store.BillStore;
import io.atrium.compute.store.JobStore;
import io.atrium.identity.Audit;
import io.atrium.kernel.Fen;
import io.atrium.kernel.GpuMillis;
import io.atrium.kernel.Ids;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.voucher.redemption.RedeemedBills;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// Corrects one bill (冲正重算): reversal and new posting in the ledger, a new version of the bill, a line in the job's
/// history, and a message to the firm; all of it or nothing. A cause corrects a bill once.
@Component
public class BillCorrections {

    private static final String PREFIX = "bco";

    private final BillCorrectionStore store;
    private final BillStore bills;
    private final JobStore jobs;
    private final JobAccounts accounts;
    private final RedeemedBills redeemed;
    private final BillNotices notices;
    private final Audit audit;
    private final Ids ids;
    private final BusinessClock clock;
    private final InstantSource systemClock;

    BillCorrections(
            BillCorrectionStore store,
            BillStore bills,
            JobStore jobs,
            JobAccounts accounts,
            RedeemedBills redeemed,
            BillNotices notices,
            Audit audit,
            Ids ids,
            BusinessClock clock,
            InstantSource systemClock) {
        this.store = store;
        this.bills = bills;
        this.jobs = jobs;
        this.accounts = accounts;
        this.redeemed = redeemed;
        this.notices = notices;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
        this.systemClock = systemClock;
    }

    /// What is right of a bill; its amounts follow from it.
    public record Right(GpuMillis gpuTime, Fen pricePerGpuHour) {

        public Fen listPrice() {
            return gpuTime.at(pricePerGpuHour);
        }
    }

    /// Joins the caller's transaction. Refused, as when the credit line cannot bear a higher price: throws.
    @Transactional(propagation = Propagation.MANDATORY)
    public void correct(Actor by, BillId id, Right right, Made made) {
        var bill = bills.lock(ALL, id).orElseThrow();
        if (store.exists(id, made.causeId())) {
            return;
        }
        var redemption = redeemed.lock(id.value());
        var paid = accounts.correct(
                new Parties(
                        bill.subject().reference(),
                        bill.firm(),
                        bill.provider(),
                        bill.subject().isLease()),
                made.causeId(),
                charge(bill),
                new Metering(right.gpuTime(), right.listPrice()));
        var amounts = new Amounts(
                right.gpuTime(), right.pricePerGpuHour(), right.listPrice(), paid.voucherPart(), paid.ownPart());
        var correction = new BillCorrection(bill.corrections() + 1, made, clock.instant(), amounts);
        store.insert(ids.next(PREFIX), id, correction, made);
        redemption.ifPresent(found -> redeemed.corrected(found, id.value(), made.causeId(), paid.ownPart()));
        var job = bill.subject().job();
        if (job != null) {
            jobs.addEvent(job, new JobEvent(systemClock.instant(), "BILL_CORRECTED", made.reason(), made.by()));
        }
        audit.record(
                by,
                "compute.bill-corrected",
                id.value(),
                Map.of(
                        "cause",
                        made.causeId(),
                        "before_fen",
                        bill.listPrice().value(),
                        "after_fen",
                        amounts.listPrice().value()));
        notices.corrected(bill, correction, made);
    }

    private static Charge charge(BillView bill) {
        return new Charge(
                new Metering(bill.gpuTime(), bill.listPrice()),
                new Split(bill.voucher(), bill.voucherPart(), bill.ownPart()));
    }

    /// The bill as issued, then each correction, of a bill that the caller was allowed to find in [Bills].
    @Transactional(readOnly = true)
    public List<BillCorrection> versions(BillId bill) {
        return store.versions(bill);
    }
}
