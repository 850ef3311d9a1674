// SPDX-License-Identifier: Apache-2.0
package io.atrium.ledger.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.engine.ledger.Account;
import io.atrium.engine.ledger.AccountId;
import io.atrium.engine.ledger.AccountRule;
import io.atrium.engine.ledger.Asset;
import io.atrium.engine.ledger.Books;
import io.atrium.engine.ledger.Entry;
import io.atrium.engine.ledger.Memo;
import io.atrium.engine.ledger.Transfer;
import io.atrium.engine.ledger.TransferId;
import io.atrium.engine.ledger.audit.AuditReport;
import io.atrium.ledger.store.LedgerDatabase;
import io.atrium.ledger.store.SealRows;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// One connection seals, two others write.
class SealWorkTest {
    private static LedgerDatabase database;

    private final AccountId bank = new AccountId(UUID.randomUUID());
    private final AccountId firm = new AccountId(UUID.randomUUID());
    private Connection sealing;
    private Connection writing;
    private Connection alsoWriting;
    private SealRows rows;
    private SealWork work;

    @BeforeAll
    static void start() {
        database = LedgerDatabase.temporary();
    }

    @AfterAll
    static void stop() throws Exception {
        database.close();
    }

    @BeforeEach
    void openAccounts() throws SQLException {
        database.empty();
        sealing = connect();
        writing = connect();
        alsoWriting = connect();
        rows = LedgerDatabase.seals(LedgerDatabase.over(sealing));
        work = new SealWork(rows, new StandingClock(CrashBatches.NOW));
        var books = new Books(LedgerDatabase.store(LedgerDatabase.over(writing)));
        books.open(Account.opened(bank, Asset.CNY_FEN, AccountRule.FREE));
        books.open(Account.opened(firm, Asset.CNY_FEN, AccountRule.FREE));
        writing.commit();
    }

    @AfterEach
    void close() throws SQLException {
        sealing.close();
        writing.close();
        alsoWriting.close();
    }

    @Test
    void sealsWhatWasWrittenSinceTheLastSeal() throws SQLException {
        assertThat(seal()).isZero();
        post(writing, 3);
        writing.commit();
        assertThat(seal()).isEqualTo(3);
        assertThat(seal()).isZero();
        var first = rows.head().orElseThrow();
        post(writing, 2);
        writing.commit();
        assertThat(seal()).isEqualTo(2);
        var second = rows.head().orElseThrow();
        assertThat(second.number()).isEqualTo(2);
        assertThat(second.afterPosition()).isEqualTo(first.untilPosition());
        assertThat(audit().isSound()).isTrue();
        assertThat(audit().sealed()).isEqualTo(5);
    }

    @Test
    void waitsForAPositionThatWasGivenOutAndIsNotCommitted() throws SQLException {
        post(writing, 1); // has a lower position, commits later
        var other = new Books(LedgerDatabase.store(LedgerDatabase.over(alsoWriting)));
        var third = new AccountId(UUID.randomUUID());
        var fourth = new AccountId(UUID.randomUUID());
        other.open(Account.opened(third, Asset.CNY_FEN, AccountRule.FREE));
        other.open(Account.opened(fourth, Asset.CNY_FEN, AccountRule.FREE));
        other.post(List.of(transfer(third, fourth)), CrashBatches.NOW);
        alsoWriting.commit();

        assertThat(seal()).as("somebody still writes").isZero();
        assertThat(seal()).as("and still").isZero();
        writing.commit();
        assertThat(seal()).as("both, the late one included").isEqualTo(2);
        assertThat(audit().isSound()).isTrue();
    }

    @Test
    void doesNotWaitForThoseWhoCameLater() throws SQLException {
        post(writing, 1);
        assertThat(seal()).isZero(); // notes who writes
        writing.commit();
        post(alsoWriting, 1);
        assertThat(seal()).isEqualTo(1);
        alsoWriting.commit();
        assertThat(seal()).isEqualTo(1);
    }

    @Test
    void passesOverWhatWasRolledBack() throws SQLException {
        post(writing, 2);
        writing.rollback();
        assertThat(seal()).isZero();
        post(writing, 1);
        writing.commit();
        assertThat(seal()).isEqualTo(1);
        assertThat(audit().isSound()).isTrue();
    }

    @Test
    void sealsInGroupsOfABoundedSize() throws SQLException {
        post(writing, 6_000);
        post(writing, 6_000);
        writing.commit();
        assertThat(seal()).isEqualTo(SealWork.TRANSFERS_MAX);
        assertThat(seal()).isEqualTo(2_000);
        assertThat(audit().isSound()).isTrue();
    }

    private int seal() throws SQLException {
        int sealed = work.sealSome();
        sealing.commit();
        return sealed;
    }

    private void post(Connection connection, int count) {
        var transfers = new ArrayList<Transfer>();
        for (int i = 0; i < count; i++) {
            transfers.add(transfer(bank, firm));
        }
        new Books(LedgerDatabase.store(LedgerDatabase.over(connection))).post(transfers, CrashBatches.NOW);
    }

    private static Transfer transfer(AccountId debit, AccountId credit) {
        var memo = new Memo("TEST", CrashBatches.NOW, "r");
        return Transfer.post(new TransferId(UUID.randomUUID()), new Entry(debit, credit, 5), memo);
    }

    private AuditReport audit() {
        return LedgerDatabase.audit(LedgerDatabase.over(sealing));
    }

    private static Connection connect() throws SQLException {
        var connection = database.connect();
        connection.setAutoCommit(false);
        return connection;
    }
}
