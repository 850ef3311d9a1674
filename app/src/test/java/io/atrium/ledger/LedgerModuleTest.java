// SPDX-License-Identifier: Apache-2.0
package io.atrium.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atrium.engine.ledger.Asset;
import io.atrium.engine.ledger.Movement;
import io.atrium.engine.ledger.Status;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Scope;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.ledger.PostOutcome.Posted;
import io.atrium.ledger.PostOutcome.Refused;
import io.atrium.ledger.job.LedgerWork;
import io.atrium.testing.AtriumTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.IllegalTransactionStateException;
import org.springframework.transaction.support.TransactionTemplate;

@AtriumTest
class LedgerModuleTest {
    private static final Instant EVENT = Instant.parse("2026-11-20T00:00:00Z");

    @Autowired
    Ledger ledger;

    @Autowired
    LedgerWork work;

    @Autowired
    BusinessClock clock;

    @Autowired
    TransactionTemplate transactions;

    private final String scope = UUID.randomUUID().toString();
    private final AccountCode source = code("source");
    private final AccountCode firm = code("own");

    @Test
    void opensOnceAndKeepsTheCreditLine() {
        openBoth(500, null);
        ledger.setCreditLimit(firm, 700);
        ledger.open(OpenAccount.noOverdraft(firm, 500, null));
        assertThat(ledger.balances(firm)).isEqualTo(new Balances(0, 0, 0, 700, 700));
        assertThatThrownBy(() -> ledger.open(OpenAccount.free(firm, null))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void refusesACreditLineBelowItsUse() {
        openBoth(500, null);
        post(Posting.hold(id("h"), firm, source, 300, "TEST", "r", EVENT));
        assertThatThrownBy(() -> ledger.setCreditLimit(firm, 299)).isInstanceOf(RefusedException.class);
        ledger.setCreditLimit(firm, 300);
    }

    @Test
    void postsAllOrNothingAndTellsWhichFailed() {
        openBoth(0, null);
        var outcome = post(move("a", source, firm, 100), move("b", firm, source, 101), move("c", source, firm, 1));
        assertThat(outcome).isInstanceOfSatisfying(Refused.class, refused -> {
            assertThat(refused.index()).isEqualTo(1);
            assertThat(refused.status()).isEqualTo(Status.DEBITS_EXCEED_CREDITS);
        });
        assertThat(ledger.balances(firm).posted()).isZero();
    }

    @Test
    void repeatInOtherCompanyIsBookedOnce() {
        openBoth(0, null);
        assertThat(post(move("a", source, firm, 100), move("b", firm, source, 10)))
                .isEqualTo(new Posted());
        assertThat(post(move("b", firm, source, 10), move("a", source, firm, 100)))
                .isEqualTo(new Posted());
        assertThat(ledger.balances(firm)).isEqualTo(new Balances(90, 0, 0, 0, 90));
    }

    @Test
    void livesAndDiesWithTheTransactionOfItsCaller() {
        openBoth(0, null);
        assertThatThrownBy(() -> ledger.post(List.of(move("a", source, firm, 1))))
                .isInstanceOf(IllegalTransactionStateException.class);
        transactions.executeWithoutResult(status -> {
            ledger.postSurely(List.of(move("a", source, firm, 1)));
            status.setRollbackOnly();
        });
        assertThat(ledger.balances(firm).posted()).isZero();
    }

    @Test
    void showsTheLinesOfAnAccountWithItsBalance() {
        openBoth(0, null);
        post(move("a", source, firm, 100), Posting.hold(id("h"), firm, source, 80, "HOLD", "job", EVENT));
        post(Posting.capture(id("c"), id("h"), 50, "CAPTURE", "job", EVENT));
        var lines = ledger.entries(firm, Long.MAX_VALUE, 10);
        assertThat(lines)
                .extracting(EntryView::kind)
                .containsExactly(Movement.Kind.CAPTURE, Movement.Kind.HOLD, Movement.Kind.POST);
        assertThat(lines).extracting(EntryView::posted).containsExactly(-50L, 0L, 100L);
        assertThat(lines).extracting(EntryView::held).containsExactly(-80L, 80L, 0L);
        assertThat(lines).extracting(EntryView::balance).containsExactly(50L, 100L, 100L);
        assertThat(lines).extracting(EntryView::counterpart).containsOnly(source);
        var older = ledger.entries(firm, lines.get(1).position(), 10);
        assertThat(older).isEqualTo(lines.subList(2, 3));
    }

    @Test
    void accountOfOthersIsAsAbsent() {
        var owner = new OrgId("org_ledger_owner");
        openBoth(0, owner);
        assertThat(ledger.find(new Scope.Own(owner), firm)).isPresent();
        assertThat(ledger.find(new Scope.Own(new OrgId("org_other")), firm)).isEmpty();
        assertThat(ledger.find(new Scope.None(), firm)).isEmpty();
        assertThat(ledger.accounts(new Scope.Own(owner), firm.owner(), 0, 10)).hasSize(1);
        assertThat(ledger.countAccounts(new Scope.Own(new OrgId("org_other")), ""))
                .isZero();
    }

    @Test
    void readsManyBalancesAtOnce() {
        openBoth(5, null);
        post(move("a", source, firm, 7));
        var balances = ledger.balances(List.of(source, firm, code("absent")));
        assertThat(balances).containsOnlyKeys(source, firm).containsEntry(firm, new Balances(7, 0, 0, 5, 12));
        assertThat(ledger.balances(List.of())).isEmpty();
    }

    @Test
    void overdueHoldFreesItself() {
        openBoth(10, null);
        var hold = Posting.hold(id("h"), firm, source, 10, "TEST", "r", EVENT);
        post(hold.until(clock.instant().plus(Duration.ofHours(1))));
        work.freeOverdueHolds(clock.instant());
        assertThat(ledger.balances(firm).held()).isEqualTo(10);
        work.freeOverdueHolds(clock.instant().plus(Duration.ofHours(2)));
        assertThat(ledger.balances(firm).held()).isZero();
    }

    @Test
    void meteredUsageIsBookedOnceHoweverOftenItIsReported() {
        openBoth(0, null);
        var usage = List.of(move("a", source, firm, 7), move("b", source, firm, 5));
        meter(usage);
        meter(usage);
        bookAllUsage();
        meter(usage);
        bookAllUsage();
        assertThat(ledger.balances(firm).posted()).isEqualTo(12);
    }

    @Test
    void usageThatTheBooksRefuseIsKeptAndDoesNotStopTheRest() {
        openBoth(0, null);
        long refusedBefore = ledger.refusedUsage();
        meter(List.of(move("a", firm, source, 7), move("b", source, firm, 5)));
        bookAllUsage();
        assertThat(ledger.balances(firm).posted()).isEqualTo(5);
        assertThat(ledger.refusedUsage()).isEqualTo(refusedBefore + 1);
    }

    @Test
    void crossingWritersNeitherBlockEachOtherForGoodNorOverdraw() throws Exception {
        openBoth(0, null);
        var other = code("quota");
        ledger.open(OpenAccount.noOverdraft(other, 0, null));
        post(move("start", source, firm, 1_000), move("start2", source, other, 1_000));
        try (var writers = Executors.newVirtualThreadPerTaskExecutor()) {
            var all = List.of(1, 2, 3, 4).stream()
                    .map(seed -> writers.submit(() -> moveBackAndForth(seed, other)))
                    .toList();
            for (Future<?> writer : all) {
                writer.get();
            }
        }
        assertThat(ledger.balances(firm).posted() + ledger.balances(other).posted())
                .isEqualTo(2_000);
        assertThat(ledger.trialBalance().isBalanced()).isTrue();
    }

    private void moveBackAndForth(int seed, AccountCode other) {
        var random = new Random(seed);
        for (int i = 0; i < 40; i++) {
            boolean forth = random.nextBoolean();
            post(move("w" + seed + "-" + i, forth ? firm : other, forth ? other : firm, random.nextInt(400) + 1));
        }
    }

    private void openBoth(long creditLimit, @Nullable OrgId owner) {
        ledger.open(OpenAccount.free(source, null));
        ledger.open(OpenAccount.noOverdraft(firm, creditLimit, owner));
    }

    private PostOutcome post(Posting... postings) {
        return transactions.execute(_ -> ledger.post(List.of(postings)));
    }

    private void meter(List<Posting> usage) {
        transactions.executeWithoutResult(_ -> ledger.meter(usage));
    }

    private void bookAllUsage() {
        while (work.bookUsage() > 0) {
            Thread.onSpinWait();
        }
    }

    private Posting move(String part, AccountCode debit, AccountCode credit, long amount) {
        return Posting.move(id(part), debit, credit, amount, "TEST", "r", EVENT);
    }

    private UUID id(String part) {
        return TransferIds.of(scope, part);
    }

    private AccountCode code(String role) {
        return AccountCode.of(Asset.CNY_FEN, "test", scope, role);
    }
}
