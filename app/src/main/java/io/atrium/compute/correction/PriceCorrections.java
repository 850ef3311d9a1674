// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.correction;

import io.atrium.compute.ComputeRefusal;
import io.atrium.compute.PoolView;
import io.atrium.compute.Pools;
import io.atrium.compute.correction.PriceCorrectionLine.State;
import io.atrium.compute.correction.PriceCorrectionView.Wish;
import io.atrium.compute.status.PoolPrices;
import io.atrium.identity.Audit;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Ids;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Scope;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.Requests;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The front door of price corrections: see the effect, propose, have a second person decide, withdraw. The price that
/// has run stays in the price list; if it is still asked, the right one succeeds it at once. What bills it touches is
/// fixed at the agreement, and [CorrectPricedBills] corrects them one by one.
@Component
public class PriceCorrections {

    /// Bills of one correction; more are corrected period by period.
    static final int BILLS_MAX = 5_000;

    /// How long the second person has; an assumption of this product.
    static final int DECIDE_WITHIN_WORKING_DAYS = 5;

    private final PriceCorrectionStore store;
    private final PriceCorrectionLines lines;
    private final Pools pools;
    private final PoolPrices prices;
    private final PriceCorrectionNotices notices;
    private final Requests requests;
    private final Audit audit;
    private final Ids ids;
    private final BusinessClock clock;
    private final WorkingCalendar calendar;

    PriceCorrections(
            PriceCorrectionStore store,
            PriceCorrectionLines lines,
            Pools pools,
            PoolPrices prices,
            PriceCorrectionNotices notices,
            Requests requests,
            Audit audit,
            Ids ids,
            BusinessClock clock,
            WorkingCalendar calendar) {
        this.store = store;
        this.lines = lines;
        this.pools = pools;
        this.prices = prices;
        this.notices = notices;
        this.requests = requests;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
        this.calendar = calendar;
    }

    /// What the correction would do, before it is proposed. Refused: throws, with the first reason.
    @Transactional(readOnly = true)
    public PriceCorrectionEffect effect(Actor actor, Wish wish) {
        actor.require(Permission.OPERATE_POOL);
        var pool = ownPool(actor, wish.pool());
        check(wish);
        var effect = effect(wish, pool);
        if (effect.isNothing()) {
            throw new RefusedException(Refusal.of(ComputeRefusal.CORRECTION_NOTHING_AFFECTED));
        }
        return effect;
    }

    /// What a correction that stands would do now; once it is agreed, [#lines] says what it does.
    @Transactional(readOnly = true)
    public PriceCorrectionEffect effect(PriceCorrectionView correction) {
        return effect(correction.wish(), pools.find(correction.wish().pool()).orElseThrow());
    }

    private PriceCorrectionEffect effect(Wish wish, PoolView pool) {
        return new PriceCorrectionEffect(
                lines.effects(wish),
                reachesToNow(wish) ? lines.countToCome(wish) : 0,
                pool.pricePerGpuHour().equals(wish.wrongPrice()));
    }

    private boolean reachesToNow(Wish wish) {
        return !wish.lastDay().isBefore(clock.today());
    }

    private void check(Wish wish) {
        if (wish.reason().isBlank() || wish.reason().length() > ProposePriceCorrection.REASON_LENGTH_MAX) {
            refuse(Refusal.of(
                    ComputeRefusal.CORRECTION_REASON_LENGTH, "max", ProposePriceCorrection.REASON_LENGTH_MAX));
        }
        var right = wish.rightPrice();
        if (!right.isPositive() || right.compareTo(PoolPrices.PRICE_MAX) > 0) {
            refuse(Refusal.of(ComputeRefusal.PRICE_OUT_OF_RANGE, "max", PoolPrices.PRICE_MAX));
        }
        if (right.equals(wish.wrongPrice())) {
            refuse(Refusal.of(ComputeRefusal.CORRECTION_PRICE_UNCHANGED, "price", right));
        }
        if (wish.lastDay().isBefore(wish.firstDay()) || wish.lastDay().isAfter(clock.today())) {
            refuse(Refusal.of(ComputeRefusal.CORRECTION_PERIOD_INVALID, "today", clock.today()));
        }
        int bills = lines.count(wish);
        if (bills > BILLS_MAX) {
            refuse(new Refusal(ComputeRefusal.CORRECTION_TOO_LARGE, Map.of("bills", bills, "max", BILLS_MAX)));
        }
    }

    private PoolView ownPool(Actor actor, String pool) {
        var scope = actor.scope(Permission.OPERATE_POOL);
        return pools.find(pool)
                .filter(found -> scope.sees(found.provider()))
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }

    @Transactional
    public PriceCorrectionId propose(Actor actor, ProposePriceCorrection command) {
        actor.require(Permission.OPERATE_POOL);
        return requests.once(
                actor, command.key(), command, PriceCorrectionId.class, () -> proposeNew(actor, command.wish()));
    }

    private PriceCorrectionId proposeNew(Actor actor, Wish wish) {
        effect(actor, wish);
        var now = clock.instant();
        var correction = new PriceCorrectionView(
                new PriceCorrectionId(ids.next(PriceCorrectionId.PREFIX)),
                ownPool(actor, wish.pool()).provider(),
                wish,
                PriceCorrectionState.PROPOSED,
                new PriceCorrectionView.Proposed(actor.name(), actor.person(), now),
                decideBy(now),
                null);
        if (!store.insert(correction)) {
            refuse(Refusal.of(ComputeRefusal.CORRECTION_OPEN, "pool", wish.pool()));
        }
        audit.record(
                actor,
                "compute.price-correction-proposed",
                correction.id().value(),
                Map.of(
                        "pool",
                        wish.pool(),
                        "wrong_fen",
                        wish.wrongPrice().value(),
                        "right_fen",
                        wish.rightPrice().value()));
        return correction.id();
    }

    /// Agrees or declines; never the person who proposed.
    @Transactional
    public PriceCorrectionState decide(Actor actor, DecidePriceCorrection command) {
        actor.require(Permission.OPERATE_POOL);
        return requests.once(
                actor, command.key(), command, PriceCorrectionState.class, () -> decideNow(actor, command));
    }

    private PriceCorrectionState decideNow(Actor actor, DecidePriceCorrection command) {
        var correction = open(actor, command.correction());
        if (correction.proposed().person().equals(actor.person())) {
            refuse(Refusal.of(ComputeRefusal.CORRECTION_SAME_PERSON));
        }
        if (!command.approved()) {
            checkReason(command.reason());
            return end(actor, correction, PriceCorrectionState.REJECTED, command.reason());
        }
        var effect = effect(correction);
        command.seen().refusal(effect.seen()).ifPresent(PriceCorrections::refuse);
        lines.fix(correction.id(), correction.wish(), reachesToNow(correction.wish()));
        if (effect.isAskedNow()) {
            prices.succeedAtOnce(
                    actor, correction.wish().pool(), correction.wish().rightPrice());
        }
        return end(actor, correction, PriceCorrectionState.APPROVED, command.reason());
    }

    @Transactional
    public PriceCorrectionState withdraw(Actor actor, WithdrawPriceCorrection command) {
        actor.require(Permission.OPERATE_POOL);
        return requests.once(
                actor,
                command.key(),
                command,
                PriceCorrectionState.class,
                () -> end(actor, open(actor, command.correction()), PriceCorrectionState.WITHDRAWN, ""));
    }

    private PriceCorrectionView open(Actor actor, PriceCorrectionId id) {
        var correction = store.lock(actor.scope(Permission.OPERATE_POOL), id)
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
        if (!correction.state().isOpen()) {
            refuse(Refusal.of(
                    ComputeRefusal.CORRECTION_ENDED, "state", correction.state().name()));
        }
        return correction;
    }

    private PriceCorrectionState end(
            Actor actor, PriceCorrectionView correction, PriceCorrectionState state, String reason) {
        store.end(correction.id(), state, new PriceCorrectionView.End(actor.name(), clock.instant(), reason.strip()));
        audit.record(actor, "compute.price-correction-decided", correction.id().value(), Map.of("end", state));
        notices.decided(correction, state);
        return state;
    }

    private static void checkReason(String reason) {
        if (reason.isBlank() || reason.length() > ProposePriceCorrection.REASON_LENGTH_MAX) {
            refuse(Refusal.of(
                    ComputeRefusal.CORRECTION_REASON_LENGTH, "max", ProposePriceCorrection.REASON_LENGTH_MAX));
        }
    }

    private static void refuse(Refusal refusal) {
        throw new RefusedException(refusal);
    }

    @Transactional(readOnly = true)
    public Optional<PriceCorrectionView> find(Scope scope, PriceCorrectionId id) {
        return store.find(scope, id);
    }

    /// Those to be decided first.
    @Transactional(readOnly = true)
    public List<PriceCorrectionView> list(Scope scope, long offset, int limit) {
        return store.list(scope, offset, limit);
    }

    @Transactional(readOnly = true)
    public List<PriceCorrectionView> page(Scope scope, @Nullable String after, int rows) {
        return store.page(scope, after, rows);
    }

    @Transactional(readOnly = true)
    public int count(Scope scope) {
        return store.count(scope);
    }

    /// The bills of a correction that the caller was allowed to find, oldest first; none before it is agreed.
    @Transactional(readOnly = true)
    public List<PriceCorrectionLine> lines(PriceCorrectionId id, int limit) {
        return lines.list(id, limit);
    }

    /// How many of them are in which state.
    @Transactional(readOnly = true)
    public Map<State, Integer> states(PriceCorrectionId id) {
        return lines.states(id);
    }

    /// Close of business of the last day.
    private Instant decideBy(Instant now) {
        var today = now.atZone(BusinessClock.ZONE).toLocalDate();
        return calendar.closing(calendar.plusWorkingDays(today, DECIDE_WITHIN_WORKING_DAYS));
    }
}
