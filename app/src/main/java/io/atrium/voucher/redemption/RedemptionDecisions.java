// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher.redemption;

import io.atrium.identity.Audit;
import io.atrium.identity.SystemActors;
import io.atrium.kernel.BasisPoints;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Fen;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.voucher.VoucherState;
import io.atrium.voucher.Vouchers;
import io.atrium.voucher.redemption.RedemptionView.Line;
import io.atrium.voucher.redemption.RedemptionView.LineState;
import io.atrium.web.Requests;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jooq.impl.DSL;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// What a department does with redemptions: pays back all or some of the bills, rejects, or returns it once. Only the
/// department that keeps the policy, and only within what was held.
@Component
public class RedemptionDecisions {

    private final RedemptionStore store;
    private final PaidBills bills;
    private final Vouchers vouchers;
    private final RedemptionTerms terms;
    private final RedemptionNotices notices;
    private final Requests requests;
    private final Audit audit;
    private final BusinessClock clock;

    RedemptionDecisions(
            RedemptionStore store,
            PaidBills bills,
            Vouchers vouchers,
            RedemptionTerms terms,
            RedemptionNotices notices,
            Requests requests,
            Audit audit,
            BusinessClock clock) {
        this.store = store;
        this.bills = bills;
        this.vouchers = vouchers;
        this.terms = terms;
        this.notices = notices;
        this.requests = requests;
        this.audit = audit;
        this.clock = clock;
    }

    /// Refused: throws, with the first reason.
    @Transactional
    public RedemptionState decide(Actor actor, DecideRedemption command) {
        actor.require(Permission.DECIDE_REDEMPTION);
        return requests.once(actor, command.key(), command, RedemptionState.class, () -> decideNow(actor, command));
    }

    private RedemptionState decideNow(Actor actor, DecideRedemption command) {
        var redemption = lock(actor, command.redemption());
        var end = command.accepted().isEmpty() ? RedemptionState.REJECTED : RedemptionState.ACCEPTED;
        Redemptions.require(redemption, end);
        var known = redemption.lines().stream().map(Line::bill).toList();
        if (!known.containsAll(command.accepted())) {
            throw new RefusedException(Refusal.of(CommonRefusal.MALFORMED_REQUEST, "field", "accepted"));
        }
        if (!command.accepted().containsAll(known)) {
            requireWords(command.clause());
            requireWords(command.reason());
        }
        var lines = decided(redemption, command.accepted());
        lines.forEach(line -> store.saveLine(redemption.id(), line));
        var base = sum(lines.stream()
                .filter(line -> line.state() == LineState.ACCEPTED)
                .map(Line::amount)
                .toList());
        var paid = sum(lines.stream().map(Line::paid).toList());
        vouchers.settleRedemption(redemption.id().value(), base, paid);
        var now = clock.instant();
        var ended = new RedemptionView.End(
                actor.name(), now, command.clause().strip(), command.reason().strip());
        store.saveEnded(redemption.id(), end, ended);
        store.addEvent(redemption.id(), new RedemptionEvent(now, end.name(), paid.toString(), actor.name()));
        audit.record(
                actor,
                "voucher.redemption-decided",
                redemption.id().value(),
                Map.of("end", end, "paid_fen", paid.value()));
        notices.tellFirm(found(redemption.id()), null);
        return end;
    }

    /// Bills count as they stand now, within what was asked for; whoever corrects one waits for the other's end.
    private List<Line> decided(RedemptionView redemption, List<String> accepted) {
        var paidNow = new HashMap<String, Fen>();
        redemption.lines().stream()
                .map(Line::bill)
                .sorted()
                .forEach(bill -> paidNow.put(
                        bill, bills.lock(redemption.firm(), bill).orElseThrow().paid()));
        var voucher = vouchers.lock(redemption.voucher());
        if (!accepted.isEmpty() && voucher.state() == VoucherState.RECALLED) {
            throw new RefusedException(Refusal.of(RedemptionRefusal.REDEMPTION_VOUCHER_RECALLED));
        }
        var lines = new ArrayList<Line>();
        for (var line : redemption.lines()) {
            lines.add(
                    accepted.contains(line.bill())
                            ? accepted(line, paidNow.getOrDefault(line.bill(), Fen.ZERO), voucher.rate())
                            : with(line, line.amount(), LineState.REFUSED, Fen.ZERO));
        }
        return lines;
    }

    private static Line accepted(Line line, Fen paidNow, BasisPoints rate) {
        var amount = paidNow.isPositive() ? paidNow : line.amount();
        return with(line, amount, LineState.ACCEPTED, paidNow.share(rate).min(line.asked()));
    }

    static Line with(Line line, Fen amount, LineState state, Fen paid) {
        return new Line(line.bill(), line.name(), line.supplier(), line.billedOn(), amount, line.asked(), state, paid);
    }

    private static Fen sum(List<Fen> amounts) {
        return amounts.stream().reduce(Fen.ZERO, Fen::plus);
    }

    private static void requireWords(String words) {
        if (words.isBlank() || words.length() > DecideRedemption.WORDS_LENGTH_MAX) {
            throw new RefusedException(
                    Refusal.of(RedemptionRefusal.REDEMPTION_WORDS_MISSING, "max", DecideRedemption.WORDS_LENGTH_MAX));
        }
    }

    /// Once: whoever is sent back a second time learns nothing that could not have been said the first time.
    @Transactional
    public RedemptionState giveBack(Actor actor, ReturnRedemption command) {
        actor.require(Permission.DECIDE_REDEMPTION);
        return requests.once(actor, command.key(), command, RedemptionState.class, () -> {
            var redemption = lock(actor, command.redemption());
            Redemptions.require(redemption, RedemptionState.RETURNED);
            if (redemption.returned() != null) {
                throw new RefusedException(Refusal.of(RedemptionRefusal.REDEMPTION_RETURNED_BEFORE));
            }
            requireWords(command.reason());
            var returned = new RedemptionView.Returned(command.reason().strip(), terms.mendBy());
            store.saveReturned(redemption.id(), returned);
            store.addEvent(
                    redemption.id(), new RedemptionEvent(clock.instant(), "RETURNED", returned.reason(), actor.name()));
            audit.record(
                    actor,
                    "voucher.redemption-returned",
                    redemption.id().value(),
                    Map.of("mend_by", returned.mendBy().toString()));
            notices.tellFirm(found(redemption.id()), returned.mendBy());
            return RedemptionState.RETURNED;
        });
    }

    /// What was returned and not mended in time ends; its hold comes free, and its bills can be redeemed anew.
    @Transactional
    public void lapse(RedemptionId id) {
        var redemption = store.lock(DSL.noCondition(), id).orElseThrow();
        if (!redemption.state().allows(RedemptionState.LAPSED)) {
            return;
        }
        var system = SystemActors.of("voucher");
        vouchers.settleRedemption(id.value(), Fen.ZERO, Fen.ZERO);
        store.freeLines(id, LineState.FREED);
        var now = clock.instant();
        store.saveEnded(id, RedemptionState.LAPSED, new RedemptionView.End(system.name(), now, "", ""));
        store.addEvent(id, new RedemptionEvent(now, "LAPSED", "", null));
        audit.record(
                system,
                "voucher.redemption-lapsed",
                id.value(),
                Map.of("asked_fen", redemption.asked().value()));
        notices.tellFirm(found(id), null);
    }

    /// What waits for the actor's department, that to be decided first on top.
    @Transactional(readOnly = true)
    public List<RedemptionView> waiting(Actor actor, int limit) {
        return store.list(
                RedemptionStore.ofDepartment(actor.scope(Permission.DECIDE_REDEMPTION))
                        .and(RedemptionStore.inState(RedemptionState.SUBMITTED)),
                0,
                limit);
    }

    public boolean mayDecide(Actor actor, OrgId department) {
        return actor.scope(Permission.DECIDE_REDEMPTION).sees(department);
    }

    private RedemptionView lock(Actor actor, RedemptionId id) {
        return store.lock(RedemptionStore.ofDepartment(actor.scope(Permission.DECIDE_REDEMPTION)), id)
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }

    private RedemptionView found(RedemptionId id) {
        return store.find(DSL.noCondition(), id).orElseThrow();
    }
}
