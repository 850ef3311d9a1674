// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import io.atrium.compute.store.BillStore;
import io.atrium.kernel.access.Actor;
import io.atrium.kernel.access.Scope;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/// The front door of bills (账单): what firms owe for their jobs, and what providers are owed (应收).
@Component
public class Bills {

    private final BillStore store;

    Bills(BillStore store) {
        this.store = store;
    }

    @Transactional(readOnly = true)
    public Optional<BillView> find(Scope scope, BillId bill) {
        return store.find(BillStore.withSimulatedOfFirm(scope), bill);
    }

    /// One bill, for the firm that is billed and for the provider that bills.
    @Transactional(readOnly = true)
    public Optional<BillView> findAsEither(Actor actor, BillId bill) {
        return store.find(BillStore.ofEither(actor), bill);
    }

    @Transactional(readOnly = true)
    public Optional<BillView> ofJob(Scope scope, JobId job) {
        return store.ofJob(BillStore.withSimulatedOfFirm(scope), job);
    }

    /// Where the bills of a lease are, by the number of their period; those that the reader may see.
    @Transactional(readOnly = true)
    public Map<Integer, String> ofLease(Actor actor, String lease) {
        return store.ofLease(BillStore.ofEither(actor), lease).stream()
                .collect(Collectors.toMap(bill -> bill.subject().period(), bill -> "/bills/" + bill.id()));
    }

    /// Bills of the firms that the reader may see, newest first; of one period, or of all.
    @Transactional(readOnly = true)
    public List<BillView> list(Scope scope, @Nullable BillPeriod period, long offset, int limit) {
        return store.list(BillStore.ofFirm(scope).and(BillStore.in(period)), offset, limit);
    }

    /// The same, from the bill after a given one.
    @Transactional(readOnly = true)
    public List<BillView> page(Scope scope, @Nullable String after, int rows) {
        return store.page(BillStore.ofFirm(scope), after, rows);
    }

    @Transactional(readOnly = true)
    public BillTotals totals(Scope scope, @Nullable BillPeriod period) {
        return store.totals(BillStore.ofFirm(scope).and(BillStore.in(period)));
    }

    @Transactional(readOnly = true)
    public List<BillView> receivablesPage(Scope scope, @Nullable String after, int rows) {
        return store.page(BillStore.ofProvider(scope), after, rows);
    }

    @Transactional(readOnly = true)
    public BillTotals receivableTotals(Scope scope, @Nullable BillPeriod period) {
        return store.totals(BillStore.ofProvider(scope).and(BillStore.in(period)));
    }

    @Transactional(readOnly = true)
    public int count(Scope scope, @Nullable BillPeriod period) {
        return store.count(BillStore.ofFirm(scope).and(BillStore.in(period)));
    }

    /// The same bills as their providers see them.
    @Transactional(readOnly = true)
    public List<BillView> receivables(Scope scope, @Nullable BillPeriod period, long offset, int limit) {
        return store.list(BillStore.ofProvider(scope).and(BillStore.in(period)), offset, limit);
    }

    @Transactional(readOnly = true)
    public int countReceivables(Scope scope, @Nullable BillPeriod period) {
        return store.count(BillStore.ofProvider(scope).and(BillStore.in(period)));
    }
}
