// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.lease;

import io.atrium.compute.ComputeRefusal;
import io.atrium.compute.PoolView;
import io.atrium.compute.Pools;
import io.atrium.compute.account.JobAccounts;
import io.atrium.kernel.Fen;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.calendar.WorkingCalendar;
import io.atrium.kernel.clock.BusinessClock;
import java.time.Instant;
import java.util.Map;
import org.springframework.stereotype.Component;

/// Finds price and nodes for a wish; the same for a quote and for a request.
@Component
class LeaseOffers {

    /// How long a provider has to sign; an assumption of this product.
    static final int SIGN_WITHIN_WORKING_DAYS = 5;

    private static final int AHEAD_DAYS_MAX = 180;

    private final Pools pools;
    private final LeasePrices prices;
    private final LeaseNodes nodes;
    private final JobAccounts accounts;
    private final BusinessClock clock;
    private final WorkingCalendar calendar;

    LeaseOffers(
            Pools pools,
            LeasePrices prices,
            LeaseNodes nodes,
            JobAccounts accounts,
            BusinessClock clock,
            WorkingCalendar calendar) {
        this.pools = pools;
        this.prices = prices;
        this.nodes = nodes;
        this.accounts = accounts;
        this.clock = clock;
        this.calendar = calendar;
    }

    /// Refused: throws with the first reason in the order of [ComputeRefusal].
    LeaseQuote quote(OrgId firm, LeaseWish wish) {
        check(wish);
        var pool = pools.find(wish.pool())
                .orElseThrow(() -> refused(Refusal.of(ComputeRefusal.POOL_UNKNOWN, "pool", wish.pool())));
        if (!pool.shape().share().isWhole()) {
            throw refused(Refusal.of(ComputeRefusal.LEASE_WHOLE_GPUS, "pool", wish.pool()));
        }
        var step = prices.step(wish.pool(), wish.days())
                .orElseThrow(() -> refused(Refusal.of(ComputeRefusal.LEASE_NOT_OFFERED, "pool", wish.pool())));
        int wholeNodes = wholeNodes(wish, pool);
        requireFree(wish, wholeNodes);
        var terms = new LeaseTerms(wish.gpus(), wish.days(), step.daysMin(), step.pricePerGpuHour());
        var firstPeriod = terms.price(terms.daysOf(1));
        var first = wish.isAffiliated()
                ? new JobAccounts.Split(null, Fen.ZERO, firstPeriod)
                : accounts.quote(firm, firstPeriod);
        var creditLeft = new Fen(accounts.purse(firm).own().available()).minus(first.ownPart());
        return new LeaseQuote(wish, pool.provider(), pool.gpuModel(), wholeNodes, terms, first, creditLeft, signBy());
    }

    private void check(LeaseWish wish) {
        if (wish.name().isBlank() || wish.name().length() > LeaseWish.NAME_LENGTH_MAX) {
            throw refused(Refusal.of(ComputeRefusal.LEASE_NAME_LENGTH, "max", LeaseWish.NAME_LENGTH_MAX));
        }
        if (wish.days() < 1 || wish.days() > LeaseWish.DAYS_MAX) {
            throw refused(Refusal.of(ComputeRefusal.LEASE_TERM_OUT_OF_RANGE, "max", LeaseWish.DAYS_MAX));
        }
        var today = clock.today();
        if (wish.startsOn().isBefore(today) || wish.startsOn().isAfter(today.plusDays(AHEAD_DAYS_MAX))) {
            throw refused(Refusal.of(ComputeRefusal.LEASE_START_OUT_OF_RANGE, "max", AHEAD_DAYS_MAX));
        }
    }

    private static int wholeNodes(LeaseWish wish, PoolView pool) {
        if (wish.gpus() < 1 || wish.gpus() % pool.gpusPerNode() != 0) {
            throw refused(Refusal.of(ComputeRefusal.LEASE_WHOLE_NODES, "gpus", pool.gpusPerNode()));
        }
        return wish.gpus() / pool.gpusPerNode();
    }

    private void requireFree(LeaseWish wish, int wanted) {
        int free = nodes.free(wish.pool(), wish.startsOn(), wish.endsOn()).size();
        if (free < wanted) {
            throw refused(new Refusal(ComputeRefusal.LEASE_NO_NODES, Map.of("wanted", wanted, "free", free)));
        }
    }

    /// Close of business of the last day.
    private Instant signBy() {
        var today = clock.today();
        return calendar.closing(calendar.plusWorkingDays(today, SIGN_WITHIN_WORKING_DAYS));
    }

    private static RefusedException refused(Refusal refusal) {
        return new RefusedException(refusal);
    }
}
