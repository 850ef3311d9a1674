// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.dispute;

import io.atrium.compute.BillId;
import io.atrium.compute.BillView;
import io.atrium.compute.ComputeRefusal;
import io.atrium.compute.correction.BillCorrection.Cause;
import io.atrium.compute.correction.BillCorrection.Made;
import io.atrium.compute.correction.BillCorrections;
import io.atrium.compute.correction.BillCorrections.Right;
import io.atrium.compute.store.BillStore;
import io.atrium.files.Attachment;
import io.atrium.files.Attachments;
import io.atrium.files.FileId;
import io.atrium.files.FileView;
import io.atrium.identity.Audit;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Ids;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.Requests;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The front door of disputes: raise, answer, withdraw. The provider has its days; the operator may answer at any time,
/// and must once they are over. A dispute can only lower a bill: a bill that was too low is a wrong price.
@Component
public class Disputes {

    /// How long the provider has; an assumption of this product.
    static final int ANSWER_WITHIN_WORKING_DAYS = 5;

    /// How long after its issue a bill may be disputed; an assumption of this product.
    public static final Duration RAISED_WITHIN = Duration.ofDays(60);

    private final DisputeStore store;
    private final BillStore bills;
    private final BillCorrections corrections;
    private final Attachments files;
    private final DisputeNotices notices;
    private final Requests requests;
    private final Audit audit;
    private final Ids ids;
    private final BusinessClock clock;
    private final WorkingCalendar calendar;

    Disputes(
            DisputeStore store,
            BillStore bills,
            BillCorrections corrections,
            Attachments files,
            DisputeNotices notices,
            Requests requests,
            Audit audit,
            Ids ids,
            BusinessClock clock,
            WorkingCalendar calendar) {
        this.store = store;
        this.bills = bills;
        this.corrections = corrections;
        this.files = files;
        this.notices = notices;
        this.requests = requests;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
        this.calendar = calendar;
    }

    /// Refused: throws, with the first reason.
    @Transactional
    public DisputeId raise(Actor actor, RaiseDispute command) {
        actor.require(Permission.DISPUTE_BILL);
        return requests.once(actor, command.key(), command, DisputeId.class, () -> raiseNew(actor, command));
    }

    private DisputeId raiseNew(Actor actor, RaiseDispute command) {
        var bill = bills.lock(BillStore.ofFirm(actor.scope(Permission.DISPUTE_BILL)), command.bill())
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
        checkReason(command.reason());
        var now = clock.instant();
        if (now.isAfter(lastMoment(bill))) {
            throw new RefusedException(Refusal.of(ComputeRefusal.DISPUTE_TOO_LATE, "days", RAISED_WITHIN.toDays()));
        }
        var dispute = new DisputeView(
                new DisputeId(ids.next(DisputeId.PREFIX)),
                new DisputeView.Subject(bill.id(), bill.firm(), bill.provider()),
                new DisputeView.Raised(
                        command.about(), command.reason().strip(), keep(actor, command.evidence()), actor.name(), now),
                answerBy(now),
                DisputeState.OPEN,
                null);
        if (!store.insert(dispute)) {
            throw new RefusedException(Refusal.of(ComputeRefusal.DISPUTE_OPEN));
        }
        audit.record(
                actor,
                "compute.bill-disputed",
                dispute.id().value(),
                Map.of("bill", bill.id().value(), "about", command.about()));
        notices.raised(dispute, bill.jobName());
        return dispute.id();
    }

    /// Until when a bill may be disputed.
    public Instant lastMoment(BillView bill) {
        return bill.issuedAt().plus(RAISED_WITHIN);
    }

    private @Nullable FileId keep(Actor actor, @Nullable Attachment evidence) {
        if (evidence == null) {
            return null;
        }
        return files.keep(actor, evidence);
    }

    private static void checkReason(String reason) {
        if (reason.isBlank() || reason.length() > RaiseDispute.REASON_LENGTH_MAX) {
            throw new RefusedException(
                    Refusal.of(ComputeRefusal.DISPUTE_REASON_LENGTH, "max", RaiseDispute.REASON_LENGTH_MAX));
        }
    }

    /// Accepts, and corrects the bill with it, or rejects with a reason.
    @Transactional
    public DisputeState answer(Actor actor, AnswerDispute command) {
        actor.require(Permission.OPERATE_POOL);
        return requests.once(actor, command.key(), command, DisputeState.class, () -> answerNow(actor, command));
    }

    private DisputeState answerNow(Actor actor, AnswerDispute command) {
        var dispute = open(actor, Permission.OPERATE_POOL, command.dispute());
        checkReason(command.reason());
        var right = command.right();
        var end = right == null ? DisputeState.REJECTED : DisputeState.ACCEPTED;
        if (right != null) {
            correct(actor, dispute, right, command.reason().strip());
        }
        return end(actor, dispute, end, command.reason().strip());
    }

    private void correct(Actor actor, DisputeView dispute, Right right, String reason) {
        var bill = bills.lock(BillStore.ALL, dispute.subject().bill()).orElseThrow();
        boolean isLower = right.gpuTime().compareTo(bill.gpuTime()) <= 0
                && right.pricePerGpuHour().compareTo(bill.pricePerGpuHour()) <= 0
                && !right.pricePerGpuHour().isNegative()
                && right.listPrice().compareTo(bill.listPrice()) < 0;
        if (!isLower) {
            throw new RefusedException(
                    Refusal.of(ComputeRefusal.DISPUTE_BILL_NOT_LOWER, "list_price", bill.listPrice()));
        }
        var made = new Made(Cause.DISPUTE, dispute.id().value(), reason, actor.name());
        corrections.correct(actor, bill.id(), right, made);
    }

    @Transactional
    public DisputeState withdraw(Actor actor, WithdrawDispute command) {
        actor.require(Permission.DISPUTE_BILL);
        return requests.once(actor, command.key(), command, DisputeState.class, () -> {
            var dispute = open(actor, Permission.DISPUTE_BILL, command.dispute());
            return end(actor, dispute, DisputeState.WITHDRAWN, "");
        });
    }

    /// A dispute that the actor sees on the side that the permission is about, and that is not ended.
    private DisputeView open(Actor actor, Permission permission, DisputeId id) {
        var scope = actor.scope(permission);
        var dispute = store.lock(DisputeStore.visible(actor), id)
                .filter(found -> scope.sees(
                        permission == Permission.DISPUTE_BILL
                                ? found.subject().firm()
                                : found.subject().provider()))
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
        if (!dispute.state().isOpen()) {
            throw new RefusedException(Refusal.of(
                    ComputeRefusal.DISPUTE_ENDED, "state", dispute.state().name()));
        }
        return dispute;
    }

    private DisputeState end(Actor actor, DisputeView dispute, DisputeState state, String reason) {
        store.end(
                dispute.id(), state, new DisputeView.End(actor.name(), actor.organisation(), clock.instant(), reason));
        audit.record(actor, "compute.bill-dispute-ended", dispute.id().value(), Map.of("end", state));
        var job = bills.find(BillStore.ALL, dispute.subject().bill())
                .orElseThrow()
                .jobName();
        notices.ended(dispute, state, actor.organisation(), job);
        return state;
    }

    /// For the firm, its provider, and those who read all.
    @Transactional(readOnly = true)
    public Optional<DisputeView> find(Actor actor, DisputeId id) {
        return store.find(DisputeStore.visible(actor), id);
    }

    /// Open ones first.
    @Transactional(readOnly = true)
    public List<DisputeView> list(Actor actor, long offset, int limit) {
        return store.list(DisputeStore.visible(actor), offset, limit);
    }

    @Transactional(readOnly = true)
    public List<DisputeView> page(Actor actor, @Nullable String after, int rows) {
        return store.page(DisputeStore.visible(actor), after, rows);
    }

    @Transactional(readOnly = true)
    public int count(Actor actor) {
        return store.count(DisputeStore.visible(actor));
    }

    /// Newest first, of a bill that the caller was allowed to find.
    @Transactional(readOnly = true)
    public List<DisputeView> ofBill(BillId bill) {
        return store.ofBill(bill);
    }

    /// The file that a dispute was raised with, for whoever sees the dispute.
    @Transactional(readOnly = true)
    public Optional<FileView> evidence(Actor actor, DisputeId id) {
        return find(actor, id)
                .flatMap(dispute -> Optional.ofNullable(dispute.raised().evidence()))
                .flatMap(files::find);
    }

    /// Close of business of the last day.
    private Instant answerBy(Instant now) {
        var today = now.atZone(BusinessClock.ZONE).toLocalDate();
        return calendar.closing(calendar.plusWorkingDays(today, ANSWER_WITHIN_WORKING_DAYS));
    }
}
