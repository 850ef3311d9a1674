// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.ledger;

import static io.atrium.engine.ledger.TestBooks.MEMO;
import static io.atrium.engine.ledger.TestBooks.NOW;
import static io.atrium.engine.ledger.TestBooks.capture;
import static io.atrium.engine.ledger.TestBooks.hold;
import static io.atrium.engine.ledger.TestBooks.holdUntil;
import static io.atrium.engine.ledger.TestBooks.id;
import static io.atrium.engine.ledger.TestBooks.post;
import static io.atrium.engine.ledger.TestBooks.release;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// One way to get each status; the last transfer of the batch is the one that gets it.
class StatusTest {
    private static final Entry NOTHING_SPECIAL = new Entry(new TestBooks().budget, new TestBooks().voucher, 10);
    private static final Map<Status, Function<TestBooks, List<Transfer>>> TABLE = table();

    private static Map<Status, Function<TestBooks, List<Transfer>>> table() {
        var table = new EnumMap<Status, Function<TestBooks, List<Transfer>>>(Status.class);
        table.put(
                Status.LINKED_CHAIN_OPEN,
                l -> List.of(post(1, l.budget, l.voucher, 10).linkedToNext()));
        table.put(
                Status.LINKED_EVENT_FAILED,
                l -> List.of(post(1, l.budget, l.voucher, 0).linkedToNext(), post(2, l.budget, l.voucher, 10)));
        putRepeats(table);
        table.put(Status.AMOUNT_NOT_POSITIVE, l -> List.of(post(1, l.budget, l.voucher, 0)));
        table.put(Status.ACCOUNTS_ARE_THE_SAME, l -> List.of(post(1, l.budget, l.budget, 1)));
        table.put(Status.EXPIRY_NOT_IN_FUTURE, l -> List.of(holdUntil(1, NOTHING_SPECIAL, NOW)));
        putSettlements(table);
        table.put(Status.DEBIT_ACCOUNT_NOT_FOUND, l -> List.of(post(1, l.nowhere, l.voucher, 1)));
        table.put(Status.CREDIT_ACCOUNT_NOT_FOUND, l -> List.of(post(1, l.budget, l.nowhere, 1)));
        table.put(Status.ASSETS_DIFFER, l -> List.of(post(1, l.budget, l.gpus, 1)));
        table.put(Status.DEBIT_ACCOUNT_CLOSED, l -> List.of(post(1, l.closed, l.voucher, 1)));
        table.put(Status.CREDIT_ACCOUNT_CLOSED, l -> List.of(post(1, l.budget, l.closed, 1)));
        table.put(
                Status.DEBIT_ACCOUNT_OVERFLOWS,
                l -> List.of(post(1, l.budget, l.firm, Long.MAX_VALUE), hold(2, l.budget, l.voucher, 1)));
        table.put(
                Status.CREDIT_ACCOUNT_OVERFLOWS,
                l -> List.of(hold(1, l.budget, l.voucher, Long.MAX_VALUE), post(2, l.fund, l.voucher, 1)));
        table.put(Status.DEBITS_EXCEED_CREDITS, l -> List.of(post(1, l.firm, l.budget, 501)));
        table.put(Status.CREDITS_EXCEED_DEBITS, l -> List.of(post(1, l.budget, l.fund, 1)));
        table.put(Status.APPLIED, l -> List.of(post(1, l.budget, l.voucher, 10)));
        return table;
    }

    private static void putRepeats(Map<Status, Function<TestBooks, List<Transfer>>> table) {
        table.put(Status.EXISTS_WITH_DIFFERENT_KIND, l -> List.of(post(1, l.budget, l.voucher, 9), release(1, 7)));
        table.put(
                Status.EXISTS_WITH_DIFFERENT_DEBIT_ACCOUNT,
                l -> List.of(post(1, l.budget, l.voucher, 9), post(1, l.firm, l.voucher, 9)));
        table.put(
                Status.EXISTS_WITH_DIFFERENT_CREDIT_ACCOUNT,
                l -> List.of(post(1, l.budget, l.voucher, 9), post(1, l.budget, l.firm, 9)));
        table.put(
                Status.EXISTS_WITH_DIFFERENT_HOLD,
                l -> List.of(hold(1, l.budget, l.voucher, 9), release(2, 1), release(2, 7)));
        table.put(
                Status.EXISTS_WITH_DIFFERENT_AMOUNT,
                l -> List.of(hold(1, l.budget, l.voucher, 9), capture(2, 1, 8), capture(2, 1, 7)));
        table.put(
                Status.EXISTS_WITH_DIFFERENT_EXPIRY,
                l -> List.of(holdUntil(1, NOTHING_SPECIAL, null), holdUntil(1, NOTHING_SPECIAL, NOW.plusSeconds(1))));
        table.put(Status.EXISTS_WITH_DIFFERENT_CODE, _ -> repeat(new Memo("X", MEMO.eventTime(), MEMO.reference())));
        table.put(Status.EXISTS_WITH_DIFFERENT_EVENT_TIME, _ -> repeat(new Memo("TEST", NOW, MEMO.reference())));
        table.put(Status.EXISTS_WITH_DIFFERENT_REFERENCE, _ -> repeat(new Memo("TEST", MEMO.eventTime(), "x")));
        table.put(Status.EXISTS, _ -> repeat(MEMO));
    }

    private static void putSettlements(Map<Status, Function<TestBooks, List<Transfer>>> table) {
        table.put(Status.HOLD_NOT_FOUND, _ -> List.of(capture(1, 7, 1)));
        table.put(Status.HOLD_NOT_A_HOLD, l -> List.of(post(1, l.budget, l.voucher, 9), capture(2, 1, 1)));
        table.put(
                Status.HOLD_ALREADY_CAPTURED,
                l -> List.of(hold(1, l.budget, l.voucher, 9), capture(2, 1, 1), capture(3, 1, 1)));
        table.put(
                Status.HOLD_ALREADY_RELEASED,
                l -> List.of(hold(1, l.budget, l.voucher, 9), release(2, 1), capture(3, 1, 1)));
        table.put(Status.HOLD_EXPIRED, l -> {
            l.door.post(List.of(holdUntil(1, NOTHING_SPECIAL, NOW)), NOW.minusSeconds(1));
            return List.of(capture(2, 1, 1));
        });
        table.put(Status.CAPTURE_EXCEEDS_HOLD, l -> List.of(hold(1, l.budget, l.voucher, 9), capture(2, 1, 10)));
    }

    private static List<Transfer> repeat(Memo memo) {
        return List.of(Transfer.post(id(1), NOTHING_SPECIAL, MEMO), Transfer.post(id(1), NOTHING_SPECIAL, memo));
    }

    @Test
    void tableHasEveryStatus() {
        assertThat(TABLE.keySet()).containsExactly(Status.values());
    }

    @TestFactory
    Stream<DynamicTest> givesEachStatus() {
        return TABLE.entrySet().stream()
                .map(row -> DynamicTest.dynamicTest(row.getKey().name(), () -> {
                    var books = new TestBooks();
                    var statuses = books.door.post(row.getValue().apply(books), NOW);
                    assertThat(statuses.getLast()).isEqualTo(row.getKey());
                    assertThat(books.door.prove().isSound()).isTrue();
                }));
    }

    @Test
    void referenceListsEveryStatusInOrder() throws IOException {
        var reference = Files.readString(Path.of("../../docs/reference/ledger.md"));
        var listed = Pattern.compile("^\\| \\d+ \\| `([A-Z_]+)`", Pattern.MULTILINE)
                .matcher(reference)
                .results()
                .map(row -> row.group(1));
        assertThat(listed)
                .containsExactly(Stream.of(Status.values()).map(Enum::name).toArray(String[]::new));
    }

    @Test
    void onlyAppliedAndExistsAreSuccess() {
        assertThat(Stream.of(Status.values()).filter(Status::isSuccess)).containsExactly(Status.EXISTS, Status.APPLIED);
    }

    @Test
    void comparesTimesByTheMicrosecondThatDatabasesKeep() {
        var books = new TestBooks();
        var finer = new Memo("TEST", MEMO.eventTime().plusNanos(999), MEMO.reference());
        var coarser = new Memo("TEST", MEMO.eventTime().plus(Duration.ofNanos(1_000)), MEMO.reference());
        assertThat(books.send(
                        Transfer.post(id(1), NOTHING_SPECIAL, MEMO),
                        Transfer.post(id(1), NOTHING_SPECIAL, finer),
                        Transfer.post(id(1), NOTHING_SPECIAL, coarser)))
                .containsExactly(Status.APPLIED, Status.EXISTS, Status.EXISTS_WITH_DIFFERENT_EVENT_TIME);
    }
}
