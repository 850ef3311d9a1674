// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.ledger;

import static io.atrium.engine.ledger.Status.*;
import static io.atrium.engine.ledger.TestBooks.MEMO;
import static io.atrium.engine.ledger.TestBooks.NOW;
import static io.atrium.engine.ledger.TestBooks.capture;
import static io.atrium.engine.ledger.TestBooks.hold;
import static io.atrium.engine.ledger.TestBooks.holdUntil;
import static io.atrium.engine.ledger.TestBooks.id;
import static io.atrium.engine.ledger.TestBooks.post;
import static io.atrium.engine.ledger.TestBooks.release;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class BooksTest {
    private final TestBooks books = new TestBooks();

    @Test
    void holdsReduceWhatIsAvailableAtOnce() {
        books.apply(post(1, books.budget, books.voucher, 100), hold(2, books.voucher, books.budget, 80));
        assertThat(books.send(hold(3, books.voucher, books.budget, 21), post(4, books.voucher, books.budget, 20)))
                .containsExactly(DEBITS_EXCEED_CREDITS, APPLIED);
        assertThat(books.balances(books.voucher)).isEqualTo(new Balances(80, 20, 0, 100));
        assertThat(books.account(books.voucher).spendable()).isZero();
    }

    @Test
    void whatIsOnlyPromisedCannotBeSpent() {
        books.apply(hold(1, books.budget, books.voucher, 100));
        assertThat(books.send(post(2, books.voucher, books.budget, 1))).containsExactly(DEBITS_EXCEED_CREDITS);
    }

    @Test
    void creditLineReachesExactlyToItsEnd() {
        assertThat(books.send(post(1, books.firm, books.budget, 500), post(2, books.firm, books.budget, 1)))
                .containsExactly(APPLIED, DEBITS_EXCEED_CREDITS);
        assertThat(books.account(books.firm).spendable()).isZero();
    }

    @Test
    void captureFreesTheRestOfItsHold() {
        books.apply(post(1, books.budget, books.voucher, 100), hold(2, books.voucher, books.budget, 80));
        books.apply(capture(3, 2, 50));
        assertThat(books.balances(books.voucher)).isEqualTo(new Balances(0, 50, 0, 100));
        assertThat(books.balances(books.budget)).isEqualTo(new Balances(0, 100, 0, 50));
    }

    @Test
    void overdueHoldsAreReleasedInBatchesUntilNoneIsLeft() {
        var entry = new Entry(books.budget, books.voucher, 7);
        for (int id = 1; id <= 5; id++) {
            books.apply(holdUntil(id, entry, NOW.plusSeconds(10)));
        }
        var later = NOW.plusSeconds(60);
        assertThat(books.door.releaseOverdueHolds(later, 2)).isEqualTo(2);
        assertThat(books.balances(books.voucher).creditsPending()).isEqualTo(21);
        assertThat(books.door.releaseOverdueHolds(later, 2)).isEqualTo(2);
        assertThat(books.door.releaseOverdueHolds(later, 2)).as("the last ones").isEqualTo(1);
        assertThat(books.balances(books.voucher).creditsPending()).isZero();
    }

    @Test
    void grantedHoldIsCapturedThoughTheAccountIsClosed() {
        books.apply(post(1, books.budget, books.voucher, 100), hold(2, books.voucher, books.budget, 80));
        assertThat(books.door.close(books.voucher)).isTrue();
        assertThat(books.send(capture(3, 2, 80))).containsExactly(APPLIED);
    }

    @Test
    void expiredHoldIsReleasedOnceAndOnlyOnce() {
        var entry = new Entry(books.budget, books.voucher, 7);
        books.apply(holdUntil(1, entry, NOW.plusSeconds(10)), holdUntil(2, entry, NOW.plusSeconds(11)));
        assertThat(books.door.releaseOverdueHolds(NOW.plusSeconds(9), 10)).isZero();
        assertThat(books.door.releaseOverdueHolds(NOW.plusSeconds(10), 10)).isEqualTo(1);
        assertThat(books.door.releaseOverdueHolds(NOW.plusSeconds(10), 10)).isZero();
        assertThat(books.balances(books.voucher).creditsPending()).isEqualTo(7);
        assertThat(books.send(release(3, 1))).containsExactly(HOLD_ALREADY_RELEASED);
    }

    @Test
    void expiryIsJudgedByTheBookingTime() {
        books.apply(holdUntil(1, new Entry(books.budget, books.voucher, 7), NOW.plusSeconds(10)));
        assertThat(books.door.post(List.of(capture(2, 1, 7)), NOW.plusSeconds(10)))
                .containsExactly(HOLD_EXPIRED);
        assertThat(books.door.post(List.of(capture(2, 1, 7)), NOW.plusSeconds(9)))
                .containsExactly(APPLIED);
    }

    @Test
    void failedChainLeavesNoTrace() {
        books.apply(post(1, books.budget, books.voucher, 100), hold(2, books.voucher, books.budget, 10));
        var before = books.door.prove();
        assertThat(books.send(
                        post(3, books.voucher, books.firm, 60).linkedToNext(),
                        capture(4, 2, 5).linkedToNext(),
                        post(5, books.voucher, books.firm, 60).linkedToNext(),
                        post(6, books.budget, books.firm, 1)))
                .containsExactly(LINKED_EVENT_FAILED, LINKED_EVENT_FAILED, DEBITS_EXCEED_CREDITS, LINKED_EVENT_FAILED);
        assertThat(books.door.prove()).isEqualTo(before);
        assertThat(books.send(release(4, 2))).containsExactly(APPLIED); // the id of a refused transfer is free again
    }

    @Test
    void chainIsRepeatedAsAWhole() {
        var first = post(1, books.budget, books.voucher, 100).linkedToNext();
        var second = hold(2, books.voucher, books.budget, 100);
        assertThat(books.send(first, second)).containsOnly(APPLIED);
        assertThat(books.send(first, second)).containsOnly(EXISTS);
    }

    @Test
    void chainMaySettleItsOwnHold() {
        assertThat(books.send(hold(1, books.budget, books.voucher, 9).linkedToNext(), capture(2, 1, 9)))
                .containsOnly(APPLIED);
    }

    @Test
    void sameIdTwiceInOneBatchIsAppliedOnce() {
        var transfer = post(1, books.budget, books.voucher, 100);
        assertThat(books.send(transfer, transfer, post(1, books.budget, books.voucher, 99)))
                .containsExactly(APPLIED, EXISTS, EXISTS_WITH_DIFFERENT_AMOUNT);
        assertThat(books.balances(books.voucher).creditsPosted()).isEqualTo(100);
    }

    @Test
    void repeatIsRecognisedWhateverHappenedToTheAccounts() {
        var transfer = post(1, books.budget, books.voucher, 100);
        books.apply(transfer, post(2, books.voucher, books.budget, 100));
        books.door.close(books.voucher);
        assertThat(books.send(transfer)).containsExactly(EXISTS);
    }

    @Test
    void accountsAreOpenedOnce() {
        var same = Account.opened(books.firm, Asset.CNY_FEN, AccountRule.debitsWithinCredits(500));
        var otherLine = Account.opened(books.firm, Asset.CNY_FEN, AccountRule.debitsWithinCredits(501));
        var otherRule = Account.opened(books.firm, Asset.CNY_FEN, AccountRule.FREE);
        var otherAsset = Account.opened(books.firm, Asset.GPU_MS, AccountRule.FREE);
        assertThat(books.door.open(same)).isEqualTo(AccountStatus.EXISTS);
        assertThat(books.door.open(otherLine)).isEqualTo(AccountStatus.EXISTS);
        assertThat(books.door.open(otherRule)).isEqualTo(AccountStatus.EXISTS_WITH_DIFFERENT_RULE);
        assertThat(books.door.open(otherAsset)).isEqualTo(AccountStatus.EXISTS_WITH_DIFFERENT_ASSET);
        assertThat(books.door.close(books.nowhere)).isFalse();
    }

    @Test
    void creditLineIsNotLoweredBelowItsUse() {
        books.apply(hold(1, books.firm, books.budget, 300));
        assertThat(books.door.changeCreditLimit(books.nowhere, 1)).isEqualTo(CreditLimitStatus.ACCOUNT_NOT_FOUND);
        assertThat(books.door.changeCreditLimit(books.budget, 1)).isEqualTo(CreditLimitStatus.DEBITS_NOT_LIMITED);
        assertThat(books.door.changeCreditLimit(books.firm, 299)).isEqualTo(CreditLimitStatus.LIMIT_BELOW_USE);
        assertThat(books.door.changeCreditLimit(books.firm, 300)).isEqualTo(CreditLimitStatus.CHANGED);
        assertThat(books.account(books.firm).spendable()).isZero();
    }

    @Test
    void batchHasALimit() {
        var tooMany = Collections.nCopies(Books.BATCH_MAX + 1, post(1, books.budget, books.voucher, 1));
        assertThatThrownBy(() -> books.door.post(tooMany, NOW)).hasMessage("batch of 8193, at most 8192");
        assertThat(books.door.post(List.of(), NOW)).isEmpty();
    }

    @Test
    void memoHasAShape() {
        assertThatThrownBy(() -> new Memo("lower case", NOW, "")).hasMessage("malformed code: lower case");
        assertThatThrownBy(() -> new Memo("X".repeat(41), NOW, "")).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Memo("X", NOW, "x".repeat(121))).isInstanceOf(IllegalArgumentException.class);
        assertThat(MEMO.code()).isEqualTo("TEST");
    }

    @Test
    void derivedIdsDependOnTheirParentAndWord() {
        assertThat(id(1).derived("a")).isEqualTo(id(1).derived("a"));
        assertThat(List.of(id(1).derived("a"), id(1).derived("b"), id(2).derived("a")))
                .doesNotHaveDuplicates();
    }
}
