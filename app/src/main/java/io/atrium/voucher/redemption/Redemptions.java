// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher.redemption;

import io.atrium.identity.Audit;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Fen;
import io.atrium.kernel.Ids;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Scope;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.voucher.ReserveForRedemption;
import io.atrium.voucher.VoucherId;
import io.atrium.voucher.VoucherView;
import io.atrium.voucher.Vouchers;
import io.atrium.voucher.redemption.PreCheck.Checked;
import io.atrium.voucher.redemption.RedemptionView.Line;
import io.atrium.voucher.redemption.RedemptionView.LineState;
import io.atrium.web.Requests;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jooq.Condition;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The front door of redemptions for firms, and for all who read them: check, submit, mend, withdraw. What departments
/// do stands in [RedemptionDecisions].
///
/// A submission locks the bills in the order of their ids, then the voucher; whoever corrects a bill locks it first.
@Component
public class Redemptions {

    /// Bills to choose from; older ones are beyond the validity of most vouchers.
    static final int BILLS_SHOWN_MAX = 100;

    private final RedemptionStore store;
    private final PaidBills bills;
    private final DecidingDepartments departments;
    private final Vouchers vouchers;
    private final RedemptionTerms terms;
    private final RedemptionNotices notices;
    private final Requests requests;
    private final Audit audit;
    private final Ids ids;
    private final BusinessClock clock;

    Redemptions(
            RedemptionStore store,
            PaidBills bills,
            DecidingDepartments departments,
            Vouchers vouchers,
            RedemptionTerms terms,
            RedemptionNotices notices,
            Requests requests,
            Audit audit,
            Ids ids,
            BusinessClock clock) {
        this.store = store;
        this.bills = bills;
        this.departments = departments;
        this.vouchers = vouchers;
        this.terms = terms;
        this.notices = notices;
        this.requests = requests;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /// What each of the firm's newest bills would be paid back, by itself.
    @Transactional(readOnly = true)
    public PreCheck survey(Actor actor, VoucherId id, @Nullable RedemptionId mended) {
        var voucher = own(actor, id);
        var most = most(voucher, mended);
        var newest = bills.newest(voucher.firm(), BILLS_SHOWN_MAX);
        var taken = store.taken(newest.stream().map(PaidBill::id).toList(), mended);
        var checked = newest.stream()
                .map(bill -> checked(voucher, bill, taken.contains(bill.id()), most))
                .toList();
        return preCheck(voucher, most, checked);
    }

    private static Checked checked(VoucherView voucher, PaidBill bill, boolean isTaken, Fen most) {
        var obstacle = RedemptionRules.obstacle(voucher, bill, isTaken);
        return obstacle.isPresent()
                ? new Checked(bill, Fen.ZERO, obstacle.get())
                : new Checked(bill, bill.paid().share(voucher.rate()).min(most), null);
    }

    /// What chosen bills would be paid back together. Refused, as when one of them cannot be redeemed: throws.
    @Transactional
    public PreCheck check(Actor actor, VoucherId id, List<String> chosen, @Nullable RedemptionId mended) {
        var found = own(actor, id);
        return checkLocked(found, chosen, mended);
    }

    private PreCheck checkLocked(VoucherView found, List<String> chosen, @Nullable RedemptionId mended) {
        int wanted = (int) chosen.stream().distinct().count();
        if (wanted == 0 || wanted > SubmitRedemption.BILLS_MAX) {
            throw new RefusedException(
                    Refusal.of(RedemptionRefusal.REDEMPTION_BILLS_COUNT, "max", SubmitRedemption.BILLS_MAX));
        }
        var locked = chosen.stream()
                .distinct()
                .sorted()
                .map(bill ->
                        bills.lock(found.firm(), bill).orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND)))
                .toList();
        var voucher = vouchers.lock(found.id());
        if (mended == null) {
            RedemptionRules.obstacle(voucher).ifPresent(code -> refuse(code, "state", voucher.state()));
        }
        var taken = store.taken(chosen, mended);
        locked.forEach(bill -> RedemptionRules.obstacle(voucher, bill, taken.contains(bill.id()))
                .ifPresent(code -> refuse(code, "bill", bill.name())));
        var most = most(voucher, mended);
        var shares = RedemptionRules.shares(
                voucher.rate(), locked.stream().map(PaidBill::paid).toList(), most);
        var checked = new ArrayList<Checked>();
        for (int i = 0; i < locked.size(); i++) {
            checked.add(new Checked(locked.get(i), shares.get(i), null));
        }
        var result = preCheck(voucher, most, checked);
        if (!result.sum().isPositive()) {
            throw new RefusedException(Refusal.of(RedemptionRefusal.REDEMPTION_NOTHING_LEFT, "left", most));
        }
        return result;
    }

    private static void refuse(RedemptionRefusal code, String fact, Object value) {
        throw new RefusedException(Refusal.of(code, fact, value.toString()));
    }

    /// What a returned redemption holds stays its own, and is all that it can get.
    private Fen most(VoucherView voucher, @Nullable RedemptionId mended) {
        return mended == null
                ? voucher.available()
                : store.find(RedemptionStore.ofVoucher(voucher.id()), mended)
                        .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND))
                        .held();
    }

    private PreCheck preCheck(VoucherView voucher, Fen most, List<Checked> checked) {
        return new PreCheck(voucher, most, departments.of(voucher.policy()).orElse(null), terms.decideBy(), checked);
    }

    /// Refused: throws, with the first reason.
    @Transactional
    public RedemptionId submit(Actor actor, SubmitRedemption command) {
        actor.require(Permission.REDEEM_VOUCHER);
        return requests.once(actor, command.key(), command, RedemptionId.class, () -> submitNew(actor, command));
    }

    private RedemptionId submitNew(Actor actor, SubmitRedemption command) {
        var checked = checkLocked(own(actor, command.voucher()), command.bills(), null);
        var voucher = checked.voucher();
        var department = checked.department();
        if (department == null) {
            throw new RefusedException(Refusal.of(RedemptionRefusal.REDEMPTION_NO_DEPARTMENT));
        }
        var now = clock.instant();
        var redemption = new RedemptionView(
                new RedemptionId(ids.next(RedemptionId.PREFIX)),
                voucher.id(),
                voucher.firm(),
                department,
                RedemptionState.SUBMITTED,
                new RedemptionView.Submitted(actor.name(), now, checked.decideBy()),
                checked.sum(),
                null,
                null,
                lines(checked));
        store.insert(redemption);
        putLines(redemption.id(), redemption.lines());
        vouchers.reserve(new ReserveForRedemption(
                redemption.id().value(), voucher.id(), checked.base(), checked.sum(), bills.paidFrom(voucher.firm())));
        store.addEvent(redemption.id(), new RedemptionEvent(now, "SUBMITTED", "", actor.name()));
        record(actor, "voucher.redemption-submitted", redemption);
        notices.submitted(redemption, false);
        return redemption.id();
    }

    private static List<Line> lines(PreCheck checked) {
        return checked.bills().stream()
                .map(one -> new Line(
                        one.bill().id(),
                        one.bill().name(),
                        one.bill().supplier(),
                        one.bill().billedOn(),
                        one.bill().paid(),
                        one.share(),
                        LineState.ASKED,
                        Fen.ZERO))
                .toList();
    }

    /// Two that ask for one bill at the same moment: the second waits here, and then learns that it is taken.
    private void putLines(RedemptionId id, List<Line> lines) {
        if (!store.putLines(id, lines)) {
            throw new RefusedException(Refusal.of(RedemptionRefusal.REDEMPTION_BILL_TAKEN, "bill", ""));
        }
    }

    /// Hands a returned one in again. Refused: throws.
    @Transactional
    public RedemptionState mend(Actor actor, MendRedemption command) {
        actor.require(Permission.REDEEM_VOUCHER);
        return requests.once(actor, command.key(), command, RedemptionState.class, () -> mendNow(actor, command));
    }

    private RedemptionState mendNow(Actor actor, MendRedemption command) {
        var redemption = lockOwn(actor, command.redemption());
        require(redemption, RedemptionState.SUBMITTED);
        var checked = checkLocked(own(actor, redemption.voucher()), command.bills(), redemption.id());
        putLines(redemption.id(), lines(checked));
        store.saveMended(redemption.id(), terms.decideBy());
        store.addEvent(redemption.id(), new RedemptionEvent(clock.instant(), "MENDED", "", actor.name()));
        var mended = store.find(RedemptionStore.ofVoucher(redemption.voucher()), redemption.id())
                .orElseThrow();
        record(actor, "voucher.redemption-mended", mended);
        notices.submitted(mended, true);
        return mended.state();
    }

    @Transactional
    public RedemptionState withdraw(Actor actor, WithdrawRedemption command) {
        actor.require(Permission.REDEEM_VOUCHER);
        return requests.once(actor, command.key(), command, RedemptionState.class, () -> {
            var redemption = lockOwn(actor, command.redemption());
            require(redemption, RedemptionState.WITHDRAWN);
            vouchers.settleRedemption(redemption.id().value(), Fen.ZERO, Fen.ZERO);
            store.freeLines(redemption.id(), LineState.FREED);
            var now = clock.instant();
            store.saveEnded(
                    redemption.id(), RedemptionState.WITHDRAWN, new RedemptionView.End(actor.name(), now, "", ""));
            store.addEvent(redemption.id(), new RedemptionEvent(now, "WITHDRAWN", "", actor.name()));
            record(actor, "voucher.redemption-withdrawn", redemption);
            notices.withdrawn(redemption);
            return RedemptionState.WITHDRAWN;
        });
    }

    private void record(Actor actor, String action, RedemptionView redemption) {
        audit.record(
                actor,
                action,
                redemption.id().value(),
                Map.of(
                        "voucher",
                        redemption.voucher().value(),
                        "bills",
                        redemption.lines().size(),
                        "asked_fen",
                        redemption.asked().value()));
    }

    static void require(RedemptionView redemption, RedemptionState next) {
        if (!redemption.state().allows(next)) {
            throw new RefusedException(Refusal.of(
                    RedemptionRefusal.REDEMPTION_NOT_NOW,
                    "state",
                    redemption.state().name()));
        }
    }

    private VoucherView own(Actor actor, VoucherId id) {
        actor.require(Permission.REDEEM_VOUCHER);
        return vouchers.find(actor.scope(Permission.REDEEM_VOUCHER), id)
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }

    private RedemptionView lockOwn(Actor actor, RedemptionId id) {
        return store.lock(RedemptionStore.ofFirm(actor.scope(Permission.REDEEM_VOUCHER)), id)
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }

    /// For whoever may see the voucher.
    @Transactional(readOnly = true)
    public Optional<RedemptionView> find(Actor actor, RedemptionId id) {
        return store.find(visible(actor), id);
    }

    /// Open ones first.
    @Transactional(readOnly = true)
    public List<RedemptionView> list(Actor actor, long offset, int limit) {
        return store.list(visible(actor), offset, limit);
    }

    @Transactional(readOnly = true)
    public List<RedemptionView> page(Actor actor, @Nullable String after, int rows) {
        return store.page(visible(actor), after, rows);
    }

    @Transactional(readOnly = true)
    public int count(Actor actor) {
        return store.count(visible(actor));
    }

    /// Those of a firm that are in a state, for its desk.
    @Transactional(readOnly = true)
    public List<RedemptionView> ofFirm(Actor actor, RedemptionState state, int limit) {
        var own = new Scope.Own(actor.organisation());
        return store.list(RedemptionStore.ofFirm(own).and(RedemptionStore.inState(state)), 0, limit);
    }

    /// Newest first, of a redemption that the caller was allowed to find.
    @Transactional(readOnly = true)
    public List<RedemptionEvent> events(RedemptionId id) {
        return store.events(id);
    }

    /// Of a voucher that the caller was allowed to find.
    @Transactional(readOnly = true)
    public List<RedemptionView> ofVoucher(VoucherId voucher, int limit) {
        return store.list(RedemptionStore.ofVoucher(voucher), 0, limit);
    }

    private static Condition visible(Actor actor) {
        return RedemptionStore.ofFirm(actor.scope(Permission.READ_VOUCHER));
    }

    /// Which department decides about a policy's vouchers now.
    public Optional<OrgId> department(String policy) {
        return departments.of(policy);
    }
}
