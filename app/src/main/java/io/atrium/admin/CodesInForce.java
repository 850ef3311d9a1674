// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin;

import io.atrium.admin.domain.CodeList;
import io.atrium.admin.store.ReferenceStore;
import io.atrium.identity.Audit;
import io.atrium.identity.SystemActors;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.kernel.codes.CodeTable;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Which version of each code table counts (现行代码表), and telling the module that reads it.
@Component
public class CodesInForce {

    private final ReferenceStore store;
    private final List<CodeTable> tables;
    private final Audit audit;
    private final BusinessClock clock;
    private final TransactionTemplate transactions;

    CodesInForce(
            ReferenceStore store,
            List<CodeTable> tables,
            Audit audit,
            BusinessClock clock,
            PlatformTransactionManager transactionManager) {
        this.store = store;
        this.tables =
                tables.stream().sorted(Comparator.comparing(CodeTable::name)).toList();
        this.audit = audit;
        this.clock = clock;
        transactions = new TransactionTemplate(transactionManager);
        transactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    public List<CodeTable> tables() {
        return tables;
    }

    public Optional<CodeTable> table(String name) {
        return tables.stream().filter(table -> table.name().equals(name)).findFirst();
    }

    /// The entries that count today.
    public CodeList current(CodeTable table) {
        return inForce().getOrDefault(table.name(), new CodeList(table.shipped()));
    }

    /// Takes up what is in force; called at the start, every few seconds, and after a version is published.
    public void refresh() {
        transactions.executeWithoutResult(_ -> {
            store.takeUnapplied(Subject.Kind.CODES, clock.today(), clock.instant(), CodeList.class)
                    .forEach(this::note);
            var current = inForce();
            tables.forEach(table -> table.use(
                    current.getOrDefault(table.name(), new CodeList(table.shipped()))
                            .entries(),
                    clock.today()));
        });
    }

    /// As soon as the caller's transaction is committed.
    void applySoon() {
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                refresh();
            }
        });
    }

    private Map<String, CodeList> inForce() {
        var lists = new HashMap<String, CodeList>();
        store.inForce(Subject.Kind.CODES, clock.today(), CodeList.class)
                .forEach(version -> lists.put(version.subject().name(), version.content()));
        return lists;
    }

    private void note(Version<CodeList> version) {
        audit.record(
                SystemActors.of("codes"),
                "admin.codes-applied",
                version.id().value(),
                Map.of("subject", version.subject().name()));
    }
}
