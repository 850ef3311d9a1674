// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.quota;

import io.atrium.compute.ComputeRefusal;
import io.atrium.compute.JobRequest;
import io.atrium.compute.PoolView;
import io.atrium.compute.Pools;
import io.atrium.compute.Quotas;
import io.atrium.identity.Audit;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Fen;
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

/// The front door of quota requests: see what would change, ask, decide, withdraw. Both sides see the same record.
@Component
public class QuotaRequests {

    /// How long the operator has; an assumption of this product.
    static final int DECIDE_WITHIN_WORKING_DAYS = 3;

    private final QuotaRequestStore store;
    private final Quotas quotas;
    private final Pools pools;
    private final QuotaNotices notices;
    private final Requests requests;
    private final Audit audit;
    private final Ids ids;
    private final BusinessClock clock;
    private final WorkingCalendar calendar;

    QuotaRequests(
            QuotaRequestStore store,
            Quotas quotas,
            Pools pools,
            QuotaNotices notices,
            Requests requests,
            Audit audit,
            Ids ids,
            BusinessClock clock,
            WorkingCalendar calendar) {
        this.store = store;
        this.quotas = quotas;
        this.pools = pools;
        this.notices = notices;
        this.requests = requests;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
        this.calendar = calendar;
    }

    /// What the wish would change, before it is asked. Refused: throws.
    @Transactional
    public QuotaEffect effect(Actor actor, AskQuota.Wish wish) {
        actor.require(Permission.ASK_QUOTA);
        check(actor, wish);
        var quota = quotas.of(actor.organisation());
        return effect(wish.gpus(), quota.gpusMax(), actor);
    }

    /// The same for a request that stands, for whoever may see it.
    @Transactional
    public QuotaEffect effect(QuotaRequestView request) {
        var credit = quotas.of(request.firm()).creditLeft();
        var prices = prices();
        return new QuotaEffect(
                QuotaEffect.side(request.gpusBefore(), prices, credit),
                QuotaEffect.side(request.gpusWanted(), prices, credit),
                quotas.waitingForQuota(request.firm(), request.gpusWanted()));
    }

    private QuotaEffect effect(int wanted, int now, Actor actor) {
        var credit = quotas.of(actor.organisation()).creditLeft();
        var prices = prices();
        return new QuotaEffect(
                QuotaEffect.side(now, prices, credit),
                QuotaEffect.side(wanted, prices, credit),
                quotas.waitingForQuota(actor.organisation(), wanted));
    }

    private List<Fen> prices() {
        return pools.list().stream().map(PoolView::pricePerGpuHour).toList();
    }

    @Transactional
    public QuotaRequestId ask(Actor actor, AskQuota command) {
        actor.require(Permission.ASK_QUOTA);
        return requests.once(actor, command.key(), command, QuotaRequestId.class, () -> askNew(actor, command.wish()));
    }

    private QuotaRequestId askNew(Actor actor, AskQuota.Wish wish) {
        check(actor, wish);
        var now = clock.instant();
        var request = new QuotaRequestView(
                new QuotaRequestId(ids.next(QuotaRequestId.PREFIX)),
                actor.organisation(),
                quotas.of(actor.organisation()).gpusMax(),
                wish.gpus(),
                wish.reason().strip(),
                QuotaRequestState.ASKED,
                actor.name(),
                now,
                decideBy(now),
                null);
        if (!store.insert(request)) {
            throw new RefusedException(Refusal.of(ComputeRefusal.QUOTA_REQUEST_OPEN, "gpus", wish.gpus()));
        }
        audit.record(
                actor,
                "compute.quota-asked",
                request.id().value(),
                Map.of("before", request.gpusBefore(), "wanted", wish.gpus()));
        return request.id();
    }

    private void check(Actor actor, AskQuota.Wish wish) {
        if (wish.gpus() < 1 || wish.gpus() > JobRequest.GPUS_MAX) {
            throw new RefusedException(Refusal.of(ComputeRefusal.GPUS_OUT_OF_RANGE, "max", JobRequest.GPUS_MAX));
        }
        if (wish.gpus() == quotas.of(actor.organisation()).gpusMax()) {
            throw new RefusedException(Refusal.of(ComputeRefusal.QUOTA_UNCHANGED, "gpus", wish.gpus()));
        }
        checkReason(wish.reason());
    }

    private static void checkReason(String reason) {
        if (reason.isBlank() || reason.length() > AskQuota.REASON_LENGTH_MAX) {
            throw new RefusedException(
                    Refusal.of(ComputeRefusal.QUOTA_REASON_LENGTH, "max", AskQuota.REASON_LENGTH_MAX));
        }
    }

    /// Grants or declines as the operator, or withdraws as the firm; a granted quota is in force at once.
    @Transactional
    public QuotaRequestState end(Actor actor, EndQuotaRequest command) {
        var permission = permission(command.end());
        actor.require(permission);
        return requests.once(
                actor,
                command.key(),
                command,
                QuotaRequestState.class,
                () -> endNow(actor, actor.scope(permission), command));
    }

    private QuotaRequestState endNow(Actor actor, Scope scope, EndQuotaRequest command) {
        var request =
                store.lock(scope, command.request()).orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
        if (!request.state().isOpen()) {
            throw new RefusedException(Refusal.of(
                    ComputeRefusal.QUOTA_REQUEST_ENDED, "state", request.state().name()));
        }
        if (command.end() != QuotaRequestState.WITHDRAWN) {
            checkReason(command.reason());
        }
        var end = new QuotaRequestView.End(
                actor.name(), clock.instant(), command.reason().strip());
        store.end(request.id(), command.end(), end);
        if (command.end() == QuotaRequestState.GRANTED) {
            quotas.setGpusMax(actor, request.firm(), request.gpusWanted());
        }
        audit.record(
                actor,
                "compute.quota-request-ended",
                request.id().value(),
                Map.of("end", command.end(), "wanted", request.gpusWanted()));
        notices.tell(request, command.end());
        return command.end();
    }

    private static Permission permission(QuotaRequestState end) {
        return end == QuotaRequestState.WITHDRAWN ? Permission.ASK_QUOTA : Permission.DECIDE_QUOTA;
    }

    @Transactional(readOnly = true)
    public Optional<QuotaRequestView> find(Scope scope, QuotaRequestId id) {
        return store.find(scope, id);
    }

    /// Open ones first.
    @Transactional(readOnly = true)
    public List<QuotaRequestView> list(Scope scope, long offset, int limit) {
        return store.list(scope, offset, limit);
    }

    @Transactional(readOnly = true)
    public List<QuotaRequestView> page(Scope scope, @Nullable String after, int rows) {
        return store.page(scope, after, rows);
    }

    @Transactional(readOnly = true)
    public int count(Scope scope) {
        return store.count(scope);
    }

    /// Close of business of the last day.
    private Instant decideBy(Instant now) {
        var today = now.atZone(BusinessClock.ZONE).toLocalDate();
        return calendar.closing(calendar.plusWorkingDays(today, DECIDE_WITHIN_WORKING_DAYS));
    }
}
