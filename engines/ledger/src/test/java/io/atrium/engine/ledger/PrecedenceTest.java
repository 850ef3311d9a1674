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

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Ladders: a transfer that is wrong in many ways at once, repaired one way at a time. Each repair must uncover the
/// next status, and the statuses must come in the order of the enum.
class PrecedenceTest {
    private final TestBooks books = new TestBooks();

    @Test
    void repeats() {
        var booked = Transfer.hold(id(1), new Entry(books.budget, books.voucher, 9), NOW.plusSeconds(9), MEMO);
        var settled = Transfer.release(id(3), id(1), MEMO);
        books.apply(booked, hold(2, books.budget, books.voucher, 1), settled);
        var wrong = new Memo("X", NOW, "x");
        assertLadder(
                new Rung(EXISTS_WITH_DIFFERENT_KIND, Transfer.capture(id(3), id(7), 0, wrong)),
                new Rung(EXISTS_WITH_DIFFERENT_DEBIT_ACCOUNT, repeat(books.nowhere, books.nowhere, 0, NOW, wrong)),
                new Rung(EXISTS_WITH_DIFFERENT_CREDIT_ACCOUNT, repeat(books.budget, books.nowhere, 0, NOW, wrong)),
                new Rung(EXISTS_WITH_DIFFERENT_HOLD, Transfer.release(id(3), id(7), wrong)),
                new Rung(EXISTS_WITH_DIFFERENT_AMOUNT, repeat(books.budget, books.voucher, 0, NOW, wrong)),
                new Rung(EXISTS_WITH_DIFFERENT_EXPIRY, repeat(books.budget, books.voucher, 9, NOW, wrong)));
        var sameButMemo = Transfer.release(id(3), id(1), wrong);
        assertLadder(
                new Rung(EXISTS_WITH_DIFFERENT_CODE, sameButMemo),
                new Rung(EXISTS_WITH_DIFFERENT_EVENT_TIME, Transfer.release(id(3), id(1), new Memo("TEST", NOW, "x"))),
                new Rung(
                        EXISTS_WITH_DIFFERENT_REFERENCE,
                        Transfer.release(id(3), id(1), new Memo("TEST", MEMO.eventTime(), "x"))),
                new Rung(EXISTS, settled));
    }

    @Test
    void chainsComeBeforeEverythingElse() {
        books.apply(post(1, books.budget, books.voucher, 1));
        var wrong = post(1, books.nowhere, books.nowhere, 0);
        assertThat(books.send(wrong.linkedToNext(), wrong.linkedToNext()))
                .containsExactly(LINKED_EVENT_FAILED, LINKED_CHAIN_OPEN);
        assertThat(books.send(post(2, books.nowhere, books.budget, 1).linkedToNext(), wrong))
                .containsExactly(DEBIT_ACCOUNT_NOT_FOUND, LINKED_EVENT_FAILED);
    }

    @Test
    void postsAndHolds() {
        books.apply(post(1, books.budget, books.firm, Long.MAX_VALUE), post(2, books.gpus, openGpus(), Long.MAX_VALUE));
        books.apply(post(3, books.fund, books.voucher, Long.MAX_VALUE));
        var past = NOW.minusSeconds(1);
        assertLadder(
                new Rung(AMOUNT_NOT_POSITIVE, holdUntil(9, new Entry(books.nowhere, books.nowhere, 0), past)),
                new Rung(ACCOUNTS_ARE_THE_SAME, holdUntil(9, new Entry(books.nowhere, books.nowhere, 1), past)),
                new Rung(EXPIRY_NOT_IN_FUTURE, holdUntil(9, new Entry(books.nowhere, unknown(), 1), past)),
                new Rung(DEBIT_ACCOUNT_NOT_FOUND, hold(9, books.nowhere, unknown(), 1)),
                new Rung(CREDIT_ACCOUNT_NOT_FOUND, hold(9, books.closed, unknown(), 1)),
                new Rung(ASSETS_DIFFER, hold(9, books.closed, books.gpus, 1)),
                new Rung(DEBIT_ACCOUNT_CLOSED, hold(9, books.closed, closed(), 1)),
                new Rung(CREDIT_ACCOUNT_CLOSED, hold(9, books.budget, closed(), 1)),
                new Rung(DEBIT_ACCOUNT_OVERFLOWS, hold(9, books.budget, books.voucher, 1)),
                new Rung(CREDIT_ACCOUNT_OVERFLOWS, hold(9, poor(), books.voucher, 1)),
                new Rung(DEBITS_EXCEED_CREDITS, hold(9, poor(), poorFund(), 1)),
                new Rung(CREDITS_EXCEED_DEBITS, hold(9, books.firm, poorFund(), 1)),
                new Rung(APPLIED, hold(9, books.firm, books.budget, 1)));
    }

    @Test
    void settlements() {
        var expiring = NOW.minusSeconds(1);
        var entry = new Entry(books.budget, books.voucher, 9);
        books.door.post(
                List.of(
                        holdUntil(1, entry, expiring),
                        holdUntil(2, entry, expiring),
                        holdUntil(3, entry, expiring),
                        hold(4, books.budget, books.voucher, 9),
                        capture(5, 1, 1),
                        release(6, 2),
                        post(7, books.budget, books.voucher, 9)),
                NOW.minusSeconds(2));
        books.door.close(books.budget);
        books.door.close(books.voucher);
        assertLadder(
                new Rung(AMOUNT_NOT_POSITIVE, capture(9, 99, 0)),
                new Rung(HOLD_NOT_FOUND, capture(9, 99, 10)),
                new Rung(HOLD_NOT_A_HOLD, capture(9, 7, 10)),
                new Rung(HOLD_ALREADY_CAPTURED, capture(9, 1, 10)),
                new Rung(HOLD_ALREADY_RELEASED, capture(9, 2, 10)),
                new Rung(HOLD_EXPIRED, capture(9, 3, 10)),
                new Rung(CAPTURE_EXCEEDS_HOLD, capture(9, 4, 10)),
                new Rung(APPLIED, capture(9, 4, 9)));
    }

    private record Rung(Status status, Transfer transfer) {}

    private void assertLadder(Rung... rungs) {
        var given = new ArrayList<Status>();
        for (var rung : rungs) {
            given.addAll(books.send(rung.transfer));
        }
        assertThat(given)
                .containsExactlyElementsOf(
                        List.of(rungs).stream().map(Rung::status).toList());
        assertThat(given).isSortedAccordingTo(Comparator.naturalOrder());
    }

    private static Transfer repeat(AccountId debit, AccountId credit, long amount, Instant expiresAt, Memo memo) {
        return Transfer.hold(id(1), new Entry(debit, credit, amount), expiresAt, memo);
    }

    private static AccountId unknown() {
        return account(98);
    }

    private AccountId openGpus() {
        return opened(10, Asset.GPU_MS, AccountRule.FREE);
    }

    private AccountId closed() {
        var id = opened(11, Asset.CNY_FEN, AccountRule.FREE);
        books.door.close(id);
        return id;
    }

    private AccountId poor() {
        return opened(12, Asset.CNY_FEN, AccountRule.debitsWithinCredits(0));
    }

    private AccountId poorFund() {
        return opened(13, Asset.CNY_FEN, AccountRule.CREDITS_WITHIN_DEBITS);
    }

    private AccountId opened(long number, Asset asset, AccountRule rule) {
        var id = account(number);
        books.door.open(Account.opened(id, asset, rule));
        return id;
    }

    private static AccountId account(long number) {
        return new AccountId(new UUID(0, number));
    }
}
