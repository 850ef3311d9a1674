// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.account;

import io.atrium.compute.ComputeRefusal;
import io.atrium.compute.ComputeSettings;
import io.atrium.compute.JobId;
import io.atrium.compute.Metering;
import io.atrium.engine.ledger.Asset;
import io.atrium.kernel.Fen;
import io.atrium.kernel.GpuMillis;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Scope;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.ledger.AccountCode;
import io.atrium.ledger.Balances;
import io.atrium.ledger.Ledger;
import io.atrium.ledger.OpenAccount;
import io.atrium.ledger.PostOutcome;
import io.atrium.ledger.Posting;
import io.atrium.ledger.TransferIds;
import io.atrium.voucher.CorrectJob;
import io.atrium.voucher.HoldForJob;
import io.atrium.voucher.HoldOutcome;
import io.atrium.voucher.SettleJob;
import io.atrium.voucher.SettleOutcome;
import io.atrium.voucher.VoucherId;
import io.atrium.voucher.Vouchers;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/// What a job does to money and GPU time: holds at submission, captures what was metered, releases the rest.
///
/// Every transfer's id is computed from the job, so a step that is repeated after a crash posts nothing twice.
@Component
public class JobAccounts {

    /// Owner of the account out of which GPU time is granted.
    public static final String FLEET = "fleet";

    private final Ledger ledger;
    private final Vouchers vouchers;
    private final CreditLines lines;
    private final DSLContext database;
    private final BusinessClock clock;
    private final ComputeSettings settings;

    JobAccounts(
            Ledger ledger,
            Vouchers vouchers,
            CreditLines lines,
            DSLContext database,
            BusinessClock clock,
            ComputeSettings settings) {
        this.ledger = ledger;
        this.vouchers = vouchers;
        this.lines = lines;
        this.database = database;
        this.clock = clock;
        this.settings = settings;
    }

    /// A list price split into the voucher's part and the firm's own.
    public record Split(@Nullable String voucher, Fen voucherPart, Fen ownPart) {}

    /// Whose job it is, and who is paid for it.
    ///
    /// @param isLease GPU time comes out of the fleet, not out of the firm's quota
    public record Parties(JobId job, OrgId firm, OrgId provider, boolean isLease) {

        public Parties(JobId job, OrgId firm, OrgId provider) {
            this(job, firm, provider, false);
        }

        /// A period of a lease goes where a job goes by its id.
        public static Parties ofLease(JobId period, OrgId firm, OrgId provider) {
            return new Parties(period, firm, provider, true);
        }
    }

    /// What a settled job was charged.
    public record Charge(Metering metering, Split split) {}

    /// What a firm has: its own account and its GPU time.
    public record Purse(Balances own, Balances gpuTime) {}

    /// How the list price would be split now. Nothing is held.
    public Split quote(OrgId firm, Fen listPrice) {
        var quote = vouchers.quote(firm, listPrice);
        return new Split(code(quote.voucher()), quote.voucherPart(), quote.ownPart());
    }

    /// Whether the firm has used compute before: only then it has balances to speak of.
    public boolean isOpen(OrgId firm) {
        return ledger.find(new Scope.All(), own(firm)).isPresent();
    }

    /// Opens what is missing, and reads.
    @Transactional
    public Purse purse(OrgId firm) {
        openFirm(firm);
        return new Purse(ledger.balances(own(firm)), ledger.balances(quota(firm)));
    }

    /// Whether a credit line that is reduced would bear an own part, before it is held. Refused: throws.
    @Transactional
    public void requireCredit(OrgId firm, Fen ownPart) {
        lines.requireRoom(firm, purse(firm).own(), ownPart);
    }

    /// Holds the cost at the time limit. Refused: throws, and the caller's transaction is rolled back.
    @Transactional(propagation = Propagation.MANDATORY)
    public Split hold(Parties parties, Metering atLimit) {
        return hold(parties, atLimit, true);
    }

    /// The same; without a voucher where none may pay.
    @Transactional(propagation = Propagation.MANDATORY)
    public Split hold(Parties parties, Metering atLimit, boolean withVoucher) {
        openFirm(parties.firm());
        openProvider(parties.provider());
        oneAtATime(parties.provider());
        var split = holdVoucher(parties, atLimit.listPrice(), withVoucher);
        var postings = new ArrayList<Posting>();
        postings.add(gpuTimeHold(parties, atLimit.gpuTime()));
        if (split.ownPart().isPositive()) {
            postings.add(ownHold(parties, split.ownPart()));
        }
        if (ledger.post(postings) instanceof PostOutcome.Refused refused) {
            throw new RefusedException(refusal(parties, refused));
        }
        if (split.ownPart().isPositive()) {
            lines.requireHeld(parties.firm(), split.ownPart());
        }
        return split;
    }

    /// Captures what was metered and releases the rest. It cannot be refused: the hold is at least as large.
    @Transactional(propagation = Propagation.MANDATORY)
    public Split settle(Parties parties, Split held, Metering metered) {
        oneAtATime(parties.provider());
        var paid = (SettleOutcome.Settled) vouchers.settle(
                new SettleJob(key(parties, "settlement"), parties.job().value(), metered.listPrice()));
        var split = new Split(held.voucher(), paid.voucherPart(), paid.ownPart());
        var postings = new ArrayList<Posting>();
        postings.add(end(parties, "gpu-time", metered.gpuTime().value()));
        if (held.ownPart().isPositive()) {
            postings.add(end(parties, "own", split.ownPart().value()));
        }
        ledger.postSurely(postings);
        return split;
    }

    /// Takes back what was posted for a settled job and posts what is right: the voucher first, then GPU time and the
    /// own
    /// part. Refused when the firm's credit line cannot bear a higher price: throws, and nothing is changed.
    ///
    /// @param correction what causes it, once for each job
    @Transactional(propagation = Propagation.MANDATORY)
    public Split correct(Parties parties, String correction, Charge before, Metering right) {
        oneAtATime(parties.provider());
        var paid = (SettleOutcome.Settled) vouchers.correct(new CorrectJob(
                key(parties, correction), parties.job().value(), right.listPrice(), receivable(parties.provider())));
        var split = new Split(before.split().voucher(), paid.voucherPart(), paid.ownPart());
        var postings = new ArrayList<Posting>();
        postings.addAll(anew(
                new Way(parties, correction, "gpu-time", gpuTimeOf(parties), delivered(parties.provider())),
                before.metering().gpuTime().value(),
                right.gpuTime().value()));
        postings.addAll(anew(
                new Way(parties, correction, "own", own(parties.firm()), receivable(parties.provider())),
                before.split().ownPart().value(),
                split.ownPart().value()));
        if (!postings.isEmpty() && ledger.post(postings) instanceof PostOutcome.Refused) {
            var left = new Fen(ledger.balances(own(parties.firm())).available());
            throw new RefusedException(Refusal.of(ComputeRefusal.CREDIT_LINE_EXHAUSTED, "available", left));
        }
        return split;
    }

    /// Between which accounts a part of a correction goes.
    private record Way(Parties parties, String correction, String part, AccountCode from, AccountCode to) {}

    /// The reversal of what was posted and the posting of what is right; nothing where nothing changes.
    private List<Posting> anew(Way way, long before, long right) {
        var postings = new ArrayList<Posting>();
        var job = way.parties().job().value();
        if (before > 0 && before != right) {
            var id = id(way.parties(), way.correction() + "/" + way.part() + "-reversal");
            postings.add(Posting.move(
                    id, way.to(), way.from(), before, purpose(way.parties(), "_REVERSAL"), job, clock.instant()));
        }
        if (right > 0 && before != right) {
            var id = id(way.parties(), way.correction() + "/" + way.part() + "-correction");
            postings.add(Posting.move(
                    id, way.from(), way.to(), right, purpose(way.parties(), "_CORRECTION"), job, clock.instant()));
        }
        return postings;
    }

    private Split holdVoucher(Parties parties, Fen listPrice, boolean withVoucher) {
        var command = new HoldForJob(
                key(parties, "hold"),
                parties.firm(),
                parties.job().value(),
                listPrice,
                receivable(parties.provider()),
                null,
                withVoucher);
        return switch (vouchers.hold(command)) {
            case HoldOutcome.Held(var voucher, var voucherPart, var ownPart) ->
                new Split(code(voucher), voucherPart, ownPart);
            case HoldOutcome.Refused refused -> throw new RefusedException(refused.refusal());
        };
    }

    /// The accounts of a job are posted to twice, by the voucher and here: whoever is second waits before the first
    /// account is locked, so that two jobs at one provider never wait for each other.
    private void oneAtATime(OrgId provider) {
        database.execute("select pg_advisory_xact_lock(hashtextextended(?, 0))", "compute/" + provider.value());
    }

    private Refusal refusal(Parties parties, PostOutcome.Refused refused) {
        var isGpuTime = refused.index() == 0;
        var balances = ledger.balances(isGpuTime ? quota(parties.firm()) : own(parties.firm()));
        return isGpuTime
                ? Refusal.of(
                        ComputeRefusal.GPU_TIME_EXHAUSTED,
                        "available",
                        new GpuMillis(Math.max(0, balances.available())))
                : Refusal.of(ComputeRefusal.CREDIT_LINE_EXHAUSTED, "available", new Fen(balances.available()));
    }

    private Posting gpuTimeHold(Parties parties, GpuMillis time) {
        return Posting.hold(
                id(parties, "gpu-time-hold"),
                gpuTimeOf(parties),
                delivered(parties.provider()),
                time.value(),
                purpose(parties, ""),
                parties.job().value(),
                clock.instant());
    }

    private Posting ownHold(Parties parties, Fen amount) {
        return Posting.hold(
                id(parties, "own-hold"),
                own(parties.firm()),
                receivable(parties.provider()),
                amount.value(),
                purpose(parties, ""),
                parties.job().value(),
                clock.instant());
    }

    private Posting end(Parties parties, String part, long amount) {
        var hold = id(parties, part + "-hold");
        var job = parties.job().value();
        return amount > 0
                ? Posting.capture(
                        id(parties, part + "-capture"), hold, amount, purpose(parties, ""), job, clock.instant())
                : Posting.release(id(parties, part + "-release"), hold, purpose(parties, ""), job, clock.instant());
    }

    private static AccountCode gpuTimeOf(Parties parties) {
        return parties.isLease() ? source() : quota(parties.firm());
    }

    private static String purpose(Parties parties, String what) {
        return (parties.isLease() ? "LEASE" : "JOB") + what;
    }

    private void openFirm(OrgId firm) {
        if (ledger.find(new Scope.All(), quota(firm)).isPresent()) {
            return;
        }
        ledger.open(OpenAccount.noOverdraft(own(firm), settings.creditLine().value(), firm));
        ledger.open(OpenAccount.free(source(), null));
        ledger.open(OpenAccount.noOverdraft(quota(firm), 0, firm));
        ledger.postSurely(List.of(Posting.move(
                TransferIds.of(firm.value(), "gpu-time-grant"),
                source(),
                quota(firm),
                settings.gpuTimeGranted().value(),
                "GPU_TIME_GRANT",
                firm.value(),
                clock.instant())));
    }

    private void openProvider(OrgId provider) {
        ledger.open(OpenAccount.free(receivable(provider), provider));
        ledger.open(OpenAccount.free(delivered(provider), provider));
    }

    private static RequestKey key(Parties parties, String part) {
        return new RequestKey(parties.job().value() + ":" + part);
    }

    private static @Nullable String code(@Nullable VoucherId voucher) {
        return voucher == null ? null : voucher.value();
    }

    private static UUID id(Parties parties, String part) {
        return TransferIds.of(parties.job().value(), part);
    }

    public static AccountCode own(OrgId firm) {
        return AccountCode.of(Asset.CNY_FEN, "firm", firm.value(), "own");
    }

    public static AccountCode receivable(OrgId provider) {
        return AccountCode.of(Asset.CNY_FEN, "provider", provider.value(), "receivable");
    }

    private static AccountCode quota(OrgId firm) {
        return AccountCode.of(Asset.GPU_MS, "firm", firm.value(), "quota");
    }

    private static AccountCode delivered(OrgId provider) {
        return AccountCode.of(Asset.GPU_MS, "provider", provider.value(), "delivered");
    }

    private static AccountCode source() {
        return AccountCode.of(Asset.GPU_MS, "community", FLEET, "source");
    }
}
