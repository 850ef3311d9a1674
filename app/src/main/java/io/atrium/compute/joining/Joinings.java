// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.joining;

import io.atrium.compute.ComputeRefusal;
import io.atrium.compute.Pools;
import io.atrium.compute.RegisterPool;
import io.atrium.identity.Audit;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Ids;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Scope;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.Requests;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The front door of providers that join: hand in, decide, withdraw. Both sides see the same record. Pools and prices
/// come into being with the acceptance, in its transaction.
@Component
public class Joinings {

    /// How long the operator has; an assumption of this product.
    public static final int DECIDE_WITHIN_WORKING_DAYS = 5;

    private final JoiningStore store;
    private final Pools pools;
    private final JoiningNotices notices;
    private final Requests requests;
    private final Audit audit;
    private final Ids ids;
    private final BusinessClock clock;
    private final WorkingCalendar calendar;

    Joinings(
            JoiningStore store,
            Pools pools,
            JoiningNotices notices,
            Requests requests,
            Audit audit,
            Ids ids,
            BusinessClock clock,
            WorkingCalendar calendar) {
        this.store = store;
        this.pools = pools;
        this.notices = notices;
        this.requests = requests;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
        this.calendar = calendar;
    }

    /// Why this provider cannot hand in anything now; empty when it can.
    @Transactional(readOnly = true)
    public Optional<Refusal> obstacle(OrgId provider) {
        if (store.hasPools(provider)) {
            return Optional.of(Refusal.of(ComputeRefusal.JOINING_HAS_POOLS));
        }
        return store.findOpen(provider)
                .filter(open -> open.state() == JoiningState.SUBMITTED)
                .map(open -> Refusal.of(ComputeRefusal.JOINING_OPEN, "number", open.number()));
    }

    /// Everything that is wrong with the answers so far, in the order of the steps.
    @Transactional(readOnly = true)
    public List<JoiningWrong> wrong(JoiningAnswers answers) {
        return JoiningRules.wrong(answers, clock.today(), store::isPoolName);
    }

    /// Refused: throws with the first obstacle, then with the first wrong answer.
    @Transactional
    public JoiningId submit(Actor actor, SubmitJoining command) {
        actor.require(Permission.JOIN_AS_PROVIDER);
        return requests.once(actor, command.key(), command, JoiningId.class, () -> submitNow(actor, command.answers()));
    }

    private JoiningId submitNow(Actor actor, JoiningAnswers answers) {
        var open = store.lockOpen(actor.organisation());
        obstacle(actor.organisation()).ifPresent(Joinings::refuse);
        wrong(answers).stream().findFirst().map(JoiningWrong::refusal).ifPresent(Joinings::refuse);
        var now = clock.instant();
        var submitted = new JoiningView.Submitted(actor.name(), now, decideBy(now));
        return open.map(returned -> submitAgain(actor, returned, answers, submitted))
                .orElseGet(() -> submitNew(actor, answers, submitted));
    }

    private JoiningId submitNew(Actor actor, JoiningAnswers answers, JoiningView.Submitted submitted) {
        var joining = new JoiningView(
                new JoiningId(ids.next(JoiningId.PREFIX)),
                store.nextNumber(clock.today().getYear()),
                actor.organisation(),
                JoiningState.SUBMITTED,
                answers,
                submitted,
                null,
                null);
        if (!store.insert(joining)) {
            refuse(Refusal.of(ComputeRefusal.JOINING_OPEN, "number", ""));
        }
        audit.record(actor, "compute.joining-submitted", joining.id().value(), Map.of("number", joining.number()));
        return joining.id();
    }

    private JoiningId submitAgain(
            Actor actor, JoiningView returned, JoiningAnswers answers, JoiningView.Submitted submitted) {
        store.submitAgain(returned.id(), answers, submitted);
        audit.record(actor, "compute.joining-mended", returned.id().value(), Map.of("number", returned.number()));
        return returned.id();
    }

    /// Refused: throws. Accepted: its pools and prices are there when this returns, or nothing is.
    @Transactional
    public JoiningState decide(Actor actor, DecideJoining command) {
        actor.require(Permission.DECIDE_JOINING);
        return requests.once(actor, command.key(), command, JoiningState.class, () -> decideNow(actor, command));
    }

    private JoiningState decideNow(Actor actor, DecideJoining command) {
        var joining = locked(actor.scope(Permission.DECIDE_JOINING), command.joining());
        if (joining.state() != JoiningState.SUBMITTED) {
            refuse(Refusal.of(
                    ComputeRefusal.JOINING_NOT_NOW, "state", joining.state().name()));
        }
        return switch (command.decision()) {
            case ACCEPT -> accept(actor, joining, command.reason().strip());
            case RETURN -> giveBack(actor, joining, command.toMend());
            case DECLINE -> decline(actor, joining, command.reason().strip());
        };
    }

    private JoiningState accept(Actor actor, JoiningView joining, String reason) {
        requireLength(reason, 0);
        joining.answers().pools().forEach(pool -> open(actor, joining.provider(), pool));
        return ended(actor, joining, JoiningState.ACCEPTED, reason);
    }

    private void open(Actor actor, OrgId provider, JoiningAnswers.Pool pool) {
        var register = new RegisterPool(
                pool.id(),
                provider,
                pool.gpuModel(),
                pool.gpuMemoryGib(),
                pool.domestic(),
                pool.nodes(),
                pool.gpusPerNode(),
                pool.price(),
                pool.shape());
        pools.open(actor, register, pool.from());
    }

    private JoiningState giveBack(Actor actor, JoiningView joining, Map<JoiningStep, String> given) {
        if (joining.returned() != null) {
            refuse(Refusal.of(ComputeRefusal.JOINING_RETURNED_ONCE));
        }
        var toMend = new EnumMap<JoiningStep, String>(JoiningStep.class);
        given.forEach((step, words) -> {
            requireLength(words.strip(), 0);
            if (!words.isBlank()) {
                toMend.put(step, words.strip());
            }
        });
        if (toMend.isEmpty()) {
            refuse(reasonLength());
        }
        store.giveBack(joining.id(), new JoiningView.Returned(actor.name(), clock.instant(), toMend));
        audit.record(actor, "compute.joining-returned", joining.id().value(), Map.of("steps", toMend.keySet()));
        notices.tell(joining, JoiningState.RETURNED);
        return JoiningState.RETURNED;
    }

    private JoiningState decline(Actor actor, JoiningView joining, String reason) {
        requireLength(reason, 1);
        return ended(actor, joining, JoiningState.DECLINED, reason);
    }

    private JoiningState ended(Actor actor, JoiningView joining, JoiningState end, String reason) {
        store.end(joining.id(), end, new JoiningView.End(actor.name(), clock.instant(), reason));
        audit.record(actor, "compute.joining-decided", joining.id().value(), Map.of("end", end));
        notices.tell(joining, end);
        return end;
    }

    @Transactional
    public JoiningState withdraw(Actor actor, WithdrawJoining command) {
        actor.require(Permission.JOIN_AS_PROVIDER);
        return requests.once(
                actor, command.key(), command, JoiningState.class, () -> withdrawNow(actor, command.joining()));
    }

    private JoiningState withdrawNow(Actor actor, JoiningId id) {
        var joining = locked(actor.scope(Permission.JOIN_AS_PROVIDER), id);
        if (!joining.state().isOpen()) {
            refuse(Refusal.of(
                    ComputeRefusal.JOINING_NOT_NOW, "state", joining.state().name()));
        }
        store.end(id, JoiningState.WITHDRAWN, new JoiningView.End(actor.name(), clock.instant(), ""));
        audit.record(actor, "compute.joining-withdrawn", id.value(), Map.of("number", joining.number()));
        return JoiningState.WITHDRAWN;
    }

    @Transactional(readOnly = true)
    public Optional<JoiningView> find(Scope scope, JoiningId id) {
        return store.find(scope, id);
    }

    /// What this provider has handed in and is not decided yet.
    @Transactional(readOnly = true)
    public Optional<JoiningView> findOpen(OrgId provider) {
        return store.findOpen(provider);
    }

    /// Those to be decided first on top.
    @Transactional(readOnly = true)
    public List<JoiningView> list(Scope scope, long offset, int limit) {
        return store.list(scope, offset, limit);
    }

    @Transactional(readOnly = true)
    public List<JoiningView> page(Scope scope, @Nullable String after, int rows) {
        return store.page(scope, after, rows);
    }

    @Transactional(readOnly = true)
    public int count(Scope scope) {
        return store.count(scope);
    }

    private JoiningView locked(Scope scope, JoiningId id) {
        return store.lock(scope, id).orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
    }

    private static void requireLength(String words, int min) {
        if (words.length() < min || words.length() > JoiningRules.WORDS_LENGTH_MAX) {
            refuse(reasonLength());
        }
    }

    private static Refusal reasonLength() {
        return Refusal.of(ComputeRefusal.JOINING_REASON_LENGTH, "max", JoiningRules.WORDS_LENGTH_MAX);
    }

    private static void refuse(Refusal refusal) {
        throw new RefusedException(refusal);
    }

    /// Close of business of the last day.
    private Instant decideBy(Instant now) {
        var today = now.atZone(BusinessClock.ZONE).toLocalDate();
        return calendar.closing(calendar.plusWorkingDays(today, DECIDE_WITHIN_WORKING_DAYS));
    }
}
