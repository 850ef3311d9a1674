// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.proof;

import static io.atrium.jooq.Tables.LEDGER_ACCOUNT;
import static io.atrium.jooq.Tables.LEDGER_ACCOUNT_CARD;

import io.atrium.compute.execution.ExecutionEngine;
import io.atrium.compute.execution.Readiness;
import io.atrium.engine.ledger.audit.AuditReport;
import io.atrium.kernel.node.AppNodes;
import io.atrium.ledger.store.LedgerDatabase;
import io.atrium.testing.AtriumProcess;
import io.atrium.testing.Resident;
import java.util.Objects;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Assumptions;
import org.springframework.context.ApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.env.Environment;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/// The process of a test that leaves the installation to nodes of their own and only looks on, at the books above all.
class LookingOn {

    private final ExecutionEngine engine;
    private final AppNodes here;
    private final Environment environment;
    private final ApplicationContext context;
    private final DSLContext database;
    private final PlatformTransactionManager transactions;

    LookingOn(
            ExecutionEngine engine,
            AppNodes here,
            Environment environment,
            ApplicationContext context,
            DSLContext database,
            PlatformTransactionManager transactions) {
        this.engine = engine;
        this.here = here;
        this.environment = environment;
        this.context = context;
        this.database = database;
        this.transactions = transactions;
    }

    /// On a machine that cannot confine jobs there is nothing to prove.
    void begin() {
        var readiness = engine.readiness();
        Assumptions.assumeTrue(readiness instanceof Readiness.Ready, () -> "cannot confine jobs here: " + readiness);
        loop().stop();
        here.stop();
    }

    void end() {
        here.start();
        loop().start();
    }

    AtriumProcess.Database address() {
        return new AtriumProcess.Database(
                environment.getRequiredProperty("atrium.db.url"),
                environment.getRequiredProperty("atrium.db.user"),
                environment.getRequiredProperty("atrium.db.password"));
    }

    /// Accounts of a firm with something held.
    int held(Resident firm) {
        return database.fetchCount(database.selectOne()
                .from(LEDGER_ACCOUNT)
                .join(LEDGER_ACCOUNT_CARD)
                .on(LEDGER_ACCOUNT_CARD.ACCOUNT_ID.eq(LEDGER_ACCOUNT.ID))
                .where(
                        LEDGER_ACCOUNT_CARD.CODE.contains(firm.organisation().value()),
                        LEDGER_ACCOUNT.DEBITS_PENDING.ne(0L).or(LEDGER_ACCOUNT.CREDITS_PENDING.ne(0L))));
    }

    /// On one snapshot.
    AuditReport audit() {
        var snapshot = new TransactionTemplate(transactions);
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        return Objects.requireNonNull(snapshot.execute(_ -> LedgerDatabase.audit(database)));
    }

    private SmartLifecycle loop() {
        return context.getBean("computeLoop", SmartLifecycle.class);
    }
}
