// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import io.atrium.compute.store.BillStore;
import io.atrium.kernel.access.Scope;
import java.util.List;
import java.util.Optional;
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
        return store.find(BillStore.ofFirm(scope), bill);
    }

    @Transactional(readOnly = true)
    public Optional<BillView> ofJob(Scope scope, JobId job) {
        return store.ofJob(BillStore.ofFirm(scope), job);
    }

    /// Bills of the firms that the reader may see, newest first.
    @Transactional(readOnly = true)
    public List<BillView> list(Scope scope, long offset, int limit) {
        return store.list(BillStore.ofFirm(scope), offset, limit);
    }

    /// The same, from the bill after a given one.
    @Transactional(readOnly = true)
    public List<BillView> page(Scope scope, @Nullable String after, int rows) {
        return store.page(BillStore.ofFirm(scope), after, rows);
    }

    @Transactional(readOnly = true)
    public BillTotals totals(Scope scope) {
        return store.totals(BillStore.ofFirm(scope));
    }

    @Transactional(readOnly = true)
    public List<BillView> receivablesPage(Scope scope, @Nullable String after, int rows) {
        return store.page(BillStore.ofProvider(scope), after, rows);
    }

    @Transactional(readOnly = true)
    public BillTotals receivableTotals(Scope scope) {
        return store.totals(BillStore.ofProvider(scope));
    }

    @Transactional(readOnly = true)
    public int count(Scope scope) {
        return store.count(BillStore.ofFirm(scope));
    }

    /// The same bills as their providers see them.
    @Transactional(readOnly = true)
    public List<BillView> receivables(Scope scope, long offset, int limit) {
        return store.list(BillStore.ofProvider(scope), offset, limit);
    }

    @Transactional(readOnly = true)
    public int countReceivables(Scope scope) {
        return store.count(BillStore.ofProvider(scope));
    }
}
