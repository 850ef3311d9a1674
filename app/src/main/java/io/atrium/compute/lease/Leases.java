// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.lease;

import static io.atrium.jooq.Tables.LEASE;

import io.atrium.compute.ComputeRefusal;
import io.atrium.compute.PoolView;
import io.atrium.compute.Pools;
import io.atrium.identity.Audit;
import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Ids;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Scope;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.web.Requests;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The front door of leases: quote, request, sign, and the plain steps from there to the end. What happens by itself,
/// day
/// by day, stands in [LeaseDays].
@Component
public class Leases {

    private final LeaseOffers offers;
    private final LeaseStore store;
    private final LeaseNodes nodes;
    private final LeaseMoney money;
    private final LeaseSteps steps;
    private final LeaseFacts facts;
    private final LeaseNotices notices;
    private final Pools pools;
    private final Requests requests;
    private final Audit audit;
    private final Ids ids;
    private final BusinessClock clock;

    Leases(
            LeaseOffers offers,
            LeaseStore store,
            LeaseNodes nodes,
            LeaseMoney money,
            LeaseSteps steps,
            LeaseFacts facts,
            LeaseNotices notices,
            Pools pools,
            Requests requests,
            Audit audit,
            Ids ids,
            BusinessClock clock) {
        this.offers = offers;
        this.store = store;
        this.nodes = nodes;
        this.money = money;
        this.steps = steps;
        this.facts = facts;
        this.notices = notices;
        this.pools = pools;
        this.requests = requests;
        this.audit = audit;
        this.ids = ids;
        this.clock = clock;
    }

    /// Price and nodes before the click. Refused: throws.
    @Transactional
    public LeaseQuote quote(Actor actor, LeaseWish wish) {
        actor.require(Permission.RENT_GPUS);
        return offers.quote(actor.organisation(), wish);
    }

    /// Asks the provider to sign at the price in force. Nothing is held until it does. Refused: throws.
    @Transactional
    public LeaseId request(Actor actor, RequestLease command) {
        actor.require(Permission.RENT_GPUS);
        return requests.once(actor, command.key(), command, LeaseId.class, () -> requestNew(actor, command.wish()));
    }

    private LeaseId requestNew(Actor actor, LeaseWish wish) {
        var quote = offers.quote(actor.organisation(), wish);
        var id = new LeaseId(ids.next(LeaseId.PREFIX));
        var now = clock.instant();
        store.insert(row -> {
            row.setId(id.value());
            row.setFirmId(actor.organisation().value());
            row.setProviderId(quote.provider().value());
            row.setPoolId(wish.pool());
            row.setName(wish.name().strip());
            row.setGpus(wish.gpus());
            row.setNodes(quote.nodes());
            row.setDays(wish.days());
            row.setStartsOn(wish.startsOn());
            row.setEndsOn(wish.endsOn());
            row.setPurpose(wish.purpose().name());
            row.setFirmIsAffiliated(wish.isAffiliated());
            row.setDaysMin(quote.terms().daysMin());
            row.setFenPerGpuHour(quote.terms().pricePerGpuHour().value());
            row.setTotalFen(quote.terms().total().value());
            row.setState(LeaseState.REQUESTED.name());
            row.setRequestedBy(actor.name());
            row.setRequestedAt(now.atOffset(ZoneOffset.UTC));
            row.setSignBy(quote.signBy().atOffset(ZoneOffset.UTC));
        });
        store.addEvent(id, new LeaseEvent(now, LeaseState.REQUESTED.name(), "", actor.name()));
        audit.record(
                actor,
                "compute.lease-requested",
                id.value(),
                Map.of(
                        "pool",
                        wish.pool(),
                        "gpus",
                        wish.gpus(),
                        "days",
                        wish.days(),
                        "total_fen",
                        quote.terms().total().value()));
        notices.tellProvider(store.find(new Scope.All(), id).orElseThrow(), "REQUESTED", quote.signBy());
        return id;
    }

    record Signed(LeaseId lease) {}

    /// Concludes the contract: sets nodes aside, holds the first period, writes the facts; all of it or nothing.
    /// Refused: throws, with the first reason.
    @Transactional
    public void sign(Actor actor, SignLease command) {
        actor.require(Permission.OPERATE_POOL);
        requests.once(actor, command.key(), command, Signed.class, () -> signNow(actor, command));
    }

    private Signed signNow(Actor actor, SignLease command) {
        var found = store.find(actor.scope(Permission.OPERATE_POOL), command.lease())
                .filter(lease -> LeaseSteps.isOf(actor, lease.provider()))
                .orElseThrow(() -> new RefusedException(CommonRefusal.NOT_FOUND));
        nodes.oneAtATime(found.thing().pool());
        var lease = store.lock(actor.scope(Permission.OPERATE_POOL), command.lease())
                .orElseThrow();
        if (lease.state() != LeaseState.REQUESTED) {
            throw LeaseSteps.notNow(lease);
        }
        setAside(lease);
        var isAffiliated = lease.requested().isAffiliated() || command.isAffiliated();
        hold(lease, !isAffiliated && command.isComputeOnly());
        var now = clock.instant();
        store.move(
                lease,
                LeaseState.SIGNED,
                Map.of(
                        LEASE.SIGNED_BY, actor.name(),
                        LEASE.SIGNED_AT, now.atOffset(ZoneOffset.UTC),
                        LEASE.PROVIDER_IS_AFFILIATED, command.isAffiliated(),
                        LEASE.IS_COMPUTE_ONLY, command.isComputeOnly()));
        store.addEvent(lease.id(), new LeaseEvent(now, LeaseState.SIGNED.name(), "", actor.name()));
        var pool = pools.find(lease.thing().pool()).map(PoolView::domestic).orElse(false);
        facts.signed(lease, isAffiliated, command.isComputeOnly(), pool);
        audit.record(
                actor,
                "compute.lease-signed",
                lease.id().value(),
                Map.of("affiliated", isAffiliated, "compute_only", command.isComputeOnly()));
        notices.tellFirm(lease, "SIGNED", null);
        return new Signed(lease.id());
    }

    private void setAside(LeaseView lease) {
        var free = nodes.free(lease.thing().pool(), lease.startsOn(), lease.endsOn());
        int wanted = lease.thing().nodes();
        if (free.size() < wanted) {
            throw new RefusedException(
                    new Refusal(ComputeRefusal.LEASE_NO_NODES, Map.of("wanted", wanted, "free", free.size())));
        }
        nodes.setAside(lease.id(), free.subList(0, wanted));
    }

    /// The provider learns that the firm cannot bear it, not what the firm has.
    private void hold(LeaseView lease, boolean withVoucher) {
        try {
            money.hold(lease, 1, lease.startsOn(), withVoucher);
        } catch (RefusedException refused) {
            if (refused.refusal().code() == ComputeRefusal.CREDIT_LINE_EXHAUSTED) {
                throw new RefusedException(Refusal.of(ComputeRefusal.LEASE_NOT_COVERED));
            }
            throw refused;
        }
    }

    record Stepped(LeaseId lease) {}

    /// One of the plain steps. Refused: throws.
    @Transactional
    public void step(Actor actor, StepLease command) {
        actor.require(LeaseSteps.permission(command.step()));
        requests.once(actor, command.key(), command, Stepped.class, () -> {
            steps.take(actor, command);
            return new Stepped(command.lease());
        });
    }

    /// For the firm, its provider, and those who read all.
    @Transactional(readOnly = true)
    public Optional<LeaseView> find(Scope scope, LeaseId id) {
        return store.find(scope, id);
    }

    /// Those in force and to come first.
    @Transactional(readOnly = true)
    public List<LeaseView> list(Scope scope, long offset, int limit) {
        return store.list(scope, offset, limit);
    }

    @Transactional(readOnly = true)
    public List<LeaseView> page(Scope scope, @Nullable String after, int rows) {
        return store.page(scope, after, rows);
    }

    @Transactional(readOnly = true)
    public int count(Scope scope) {
        return store.count(scope);
    }

    /// What there is to know of a lease that the caller was allowed to find.
    @Transactional(readOnly = true)
    public LeaseDetails details(LeaseId lease) {
        return new LeaseDetails(store.periods(lease), nodes.of(lease), nodes.jobsOn(lease), store.events(lease));
    }

    /// When a lease would end if its firm moved the last day forward now.
    @Transactional(readOnly = true)
    public LocalDate earliestEnd(LeaseView lease) {
        return steps.earliestEnd(lease);
    }

    /// What leases are called, by the names that their periods have in the ledger; what is none is left out.
    @Transactional(readOnly = true)
    public Map<String, String> namesOfPeriods(Collection<String> references) {
        var leases = references.stream()
                .filter(reference -> LeaseId.ofPeriod(reference) != null)
                .collect(Collectors.toMap(
                        reference -> reference,
                        reference -> Objects.requireNonNull(LeaseId.ofPeriod(reference))
                                .value(),
                        (one, _) -> one));
        var names = store.names(leases.values());
        return leases.entrySet().stream()
                .filter(entry -> names.containsKey(entry.getValue()))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> Objects.requireNonNull(names.get(entry.getValue()))));
    }
}
