// SPDX-License-Identifier: Apache-2.0
package io.atrium.ledger;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.atrium.engine.ledger.Asset;
import io.atrium.engine.ledger.Status;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.kernel.group.GroupNotCommitted;
import io.atrium.ledger.PostOutcome.Posted;
import io.atrium.ledger.PostOutcome.Refused;
import io.atrium.ledger.store.SqlLedgerStore;
import io.atrium.testing.AtriumTest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@AtriumTest
class GroupCommitTest {
    private static final Instant EVENT = Instant.parse("2026-11-20T00:00:00Z");
    private static final int CALLERS = 40;

    @Autowired
    Ledger ledger;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    PlatformTransactionManager manager;

    @Autowired
    SqlLedgerStore store;

    @Autowired
    BusinessClock clock;

    private final String scope = UUID.randomUUID().toString();
    private final AccountCode source = code("source");
    private final AccountCode firm = code("own");
    private final AccountCode provider = code("receivable");

    @BeforeEach
    void openAccounts() {
        ledger.open(OpenAccount.free(source, null));
        ledger.open(OpenAccount.free(provider, null));
        ledger.open(OpenAccount.noOverdraft(firm, 0, null));
    }

    @Test
    void answersWhenThePostingsCanBeSeenByAnybody() {
        assertThat(ledger.postAlone(List.of(move("a", source, firm, 70)))).isInstanceOf(Posted.class);
        assertThat(ledger.balances(firm).posted()).isEqualTo(70);
    }

    @Test
    void appliesAllOrNothingAndTellsWhichFailed() {
        var outcome = ledger.postAlone(List.of(move("a", source, firm, 70), move("b", firm, provider, 71)));
        assertThat(outcome).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.index()).isEqualTo(1);
            assertThat(refused.status()).isEqualTo(Status.DEBITS_EXCEED_CREDITS);
        });
        assertThat(ledger.balances(firm).posted()).isZero();
    }

    @Test
    void appliesEachOnItsOwnWhenAskedTo() {
        var statuses = ledger.postEachAlone(
                List.of(move("a", source, firm, 70), move("b", firm, provider, 71), move("c", firm, provider, 70)));
        assertThat(statuses).containsExactly(Status.APPLIED, Status.DEBITS_EXCEED_CREDITS, Status.APPLIED);
    }

    @Test
    void answersARepeatWithoutMovingAnything() {
        var funds = List.of(move("a", source, firm, 70));
        ledger.postAlone(funds);
        assertThat(ledger.postEachAlone(funds)).containsExactly(Status.EXISTS);
        assertThat(ledger.postAlone(funds)).isInstanceOf(Posted.class);
        assertThat(ledger.balances(firm).posted()).isEqualTo(70);
    }

    @Test
    void isNotToBeCalledInsideATransaction() {
        var funds = List.of(move("a", source, firm, 70));
        assertThatThrownBy(() -> transactions.execute(_ -> ledger.postAlone(funds)))
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThatThrownBy(() -> transactions.execute(_ -> ledger.postEachAlone(funds)))
                .isInstanceOf(IllegalTransactionStateException.class);
        assertThat(ledger.balances(firm).posted()).isZero();
    }

    @Test
    void commitsThoseWhoCameMeanwhileTogether() throws Exception {
        var callers = new ArrayList<Thread>();
        var held = new CountDownLatch(1);
        transactions.executeWithoutResult(_ -> {
            ledger.post(List.of(move("first", source, firm, 1))); // keeps the writer out until this transaction ends
            for (int i = 0; i < CALLERS; i++) {
                var posting = List.of(move("caller-" + i, source, firm, 10));
                callers.add(Thread.ofPlatform().start(() -> ledger.postAlone(posting)));
            }
            await().atMost(30, SECONDS)
                    .until(() -> callers.stream().allMatch(caller -> caller.getState() == Thread.State.WAITING));
            held.countDown();
        });
        held.await();
        for (var caller : callers) {
            caller.join();
        }
        var lines = ledger.entries(firm, Long.MAX_VALUE, 100);
        assertThat(lines).hasSize(CALLERS + 1);
        assertThat(lines.stream().map(EntryView::bookedAt).distinct())
                .as("one group that was taken at once, one that gathered behind it, and the first transfer")
                .hasSizeLessThanOrEqualTo(3);
    }

    @Test
    void spendsAHotAccountToTheLastFenAndNoFurther() throws Exception {
        ledger.postAlone(List.of(move("funds", source, firm, 25)));
        var outcomes = allAtOnce(IntStream.range(0, CALLERS)
                .<Callable<PostOutcome>>mapToObj(i -> () -> ledger.postAlone(List.of(move("s" + i, firm, provider, 1))))
                .toList());
        assertThat(outcomes).filteredOn(Posted.class::isInstance).hasSize(25);
        assertThat(outcomes).filteredOn(Refused.class::isInstance).hasSize(CALLERS - 25);
        assertThat(ledger.balances(firm).available()).isZero();
        assertThat(ledger.balances(provider).posted()).isEqualTo(25);
    }

    @Test
    void twoNodesAndWiderTransactionsShareOneAccount() throws Exception {
        ledger.postAlone(List.of(move("funds", source, firm, 60)));
        var other = new GroupCommit(store, manager, clock);
        var deeds = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < CALLERS; i++) {
            var posting = List.of(move("n" + i, firm, provider, 1));
            deeds.add(() -> ledger.postAlone(posting) instanceof Posted);
            deeds.add(() -> other.post(List.of(posting.getFirst().transfer()))
                    .getFirst()
                    .isSuccess()); // the same again, by the other node
            var wider = List.of(move("w" + i, firm, provider, 1));
            deeds.add(() -> transactions.execute(_ -> ledger.post(wider)) instanceof Posted);
        }
        allAtOnce(deeds);
        assertThat(ledger.balances(firm).available()).isZero();
        assertThat(ledger.balances(provider).posted()).isEqualTo(60);
        assertThat(ledger.entries(firm, Long.MAX_VALUE, 1_000)).hasSize(61);
    }

    @Test
    void onePostingThatTheDatabaseDoesNotTakeHarmsNobodyElse() throws Exception {
        var bad = Posting.move(id("bad"), source, firm, 5, "TEST", "a\0b", EVENT);
        var tasks = new ArrayList<Callable<Boolean>>();
        for (int i = 0; i < CALLERS; i++) {
            var posting = i == 7 ? bad : move("g" + i, source, firm, 1);
            tasks.add(() -> succeeds(posting));
        }
        assertThat(allAtOnce(tasks)).filteredOn(succeeded -> !succeeded).hasSize(1);
        assertThat(ledger.balances(firm).posted()).isEqualTo(CALLERS - 1);
    }

    private boolean succeeds(Posting posting) {
        try {
            return ledger.postAlone(List.of(posting)) instanceof Posted;
        } catch (GroupNotCommitted _) {
            return false;
        }
    }

    private static <T> List<T> allAtOnce(List<Callable<T>> deeds) throws InterruptedException, ExecutionException {
        var tasks = deeds.stream().map(FutureTask::new).toList();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            tasks.forEach(threads::execute);
        }
        var results = new ArrayList<T>();
        for (var task : tasks) {
            results.add(task.get());
        }
        return results;
    }

    private Posting move(String part, AccountCode debit, AccountCode credit, long amount) {
        return Posting.move(id(part), debit, credit, amount, "TEST", "r", EVENT);
    }

    private UUID id(String part) {
        return UUID.nameUUIDFromBytes((scope + part).getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }

    private AccountCode code(String role) {
        return AccountCode.of(Asset.CNY_FEN, "test", scope, role);
    }
}
