// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.ledger;

import static io.atrium.engine.ledger.TestBooks.NOW;
import static io.atrium.engine.ledger.TestBooks.capture;
import static io.atrium.engine.ledger.TestBooks.hold;
import static io.atrium.engine.ledger.TestBooks.post;
import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.engine.ledger.Proof.Columns;
import io.atrium.engine.ledger.Proof.Mismatch;
import java.math.BigInteger;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProofTest {
    private final TestBooks books = new TestBooks();

    @Test
    void soundBooksBalancePerAsset() {
        books.apply(post(1, books.budget, books.voucher, 100), hold(2, books.voucher, books.firm, 30));
        var proof = books.door.prove();
        assertThat(proof.isSound()).isTrue();
        assertThat(proof.trialBalances()).containsOnlyKeys(Asset.values());
        var fen = proof.trialBalances().get(Asset.CNY_FEN);
        assertThat(fen).isEqualTo(new Proof.TrialBalance(big(30), big(100), big(30), big(100)));
        assertThat(proof.bookingCount()).isEqualTo(2);
        assertThat(proof.accountCount()).isEqualTo(6);
    }

    @Test
    void sumsMayPassALong() {
        books.apply(
                post(1, books.budget, books.voucher, Long.MAX_VALUE), post(2, books.fund, books.firm, Long.MAX_VALUE));
        var fen = books.door.prove().trialBalances().get(Asset.CNY_FEN);
        assertThat(fen)
                .isNotNull()
                .extracting(Proof.TrialBalance::debitsPosted)
                .isEqualTo(big(Long.MAX_VALUE).shiftLeft(1));
    }

    @Test
    void findsAColumnThatWasChangedByHand() {
        books.apply(post(1, books.budget, books.voucher, 100));
        books.store.save(List.of(), List.of(tampered(books.voucher, new Balances(0, 0, 0, 101))));
        var proof = books.door.prove();
        assertThat(proof.isSound()).isFalse();
        assertThat(proof.mismatches())
                .containsExactly(new Mismatch(books.voucher, new Columns(0, 0, 0, 101), new Columns(0, 0, 0, 100)));
        assertThat(proof.trialBalances().get(Asset.CNY_FEN))
                .isNotNull()
                .extracting(Proof.TrialBalance::difference)
                .isEqualTo(big(-1));
    }

    @Test
    void findsAnAccountBelowItsFloor() {
        books.store.save(List.of(), List.of(tampered(books.voucher, new Balances(0, 1, 0, 0))));
        assertThat(books.door.prove().breaches()).containsExactly(books.voucher);
    }

    @Test
    void findsABookingWithoutItsEffectAndOneWithoutAccount() {
        var lost = new Booking(post(1, books.budget, books.nowhere, 5), new Entry(books.budget, books.nowhere, 5), NOW);
        books.store.save(List.of(lost), List.of());
        assertThat(books.door.prove().mismatches())
                .extracting(Mismatch::account)
                .containsExactly(books.budget, books.nowhere);
    }

    @Test
    void findsAHoldThatWasSettledTwice() {
        books.apply(hold(1, books.budget, books.voucher, 5), capture(2, 1, 5));
        var again = new Booking(capture(3, 1, 5), new Entry(books.budget, books.voucher, 5), NOW);
        books.store.save(List.of(again), List.of());
        assertThat(books.door.prove().isSound()).isFalse();
    }

    private Account tampered(AccountId id, Balances balances) {
        var account = books.account(id);
        return new Account(id, account.asset(), account.rule(), account.closed(), balances);
    }

    private static BigInteger big(long value) {
        return BigInteger.valueOf(value);
    }
}
