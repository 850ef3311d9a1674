// SPDX-License-Identifier: Apache-2.0
package io.atrium.bench.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.cli.AtriumCommand;
import io.atrium.engine.ledger.Asset;
import io.atrium.ledger.AccountCode;
import io.atrium.ledger.OpenAccount;
import io.atrium.ledger.Posting;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// `atrium ledger verify` on books that the application's own module wrote, before and after somebody changed them in
/// SQL. Each tampering is taken back before the next.
class LedgerVerifyTest {
    private static final Instant EVENT = Instant.parse("2026-11-20T00:00:00Z");
    private static final AccountCode SOURCE = AccountCode.of(Asset.CNY_FEN, "treasury", "v", "source");
    private static final AccountCode FIRM = AccountCode.of(Asset.CNY_FEN, "firm", "v", "own");
    private static final AccountCode PROVIDER = AccountCode.of(Asset.CNY_FEN, "provider", "v", "receivable");

    private static LedgerHouse house;

    private record Ended(int code, String out, String err) {}

    @BeforeAll
    static void keepBooks() throws Exception {
        house = LedgerHouse.start();
        var ledger = house.ledger();
        ledger.open(OpenAccount.free(SOURCE, null));
        ledger.open(OpenAccount.free(PROVIDER, null));
        ledger.open(OpenAccount.noOverdraft(FIRM, 500, null));
        ledger.postAlone(List.of(Posting.move(id(1), SOURCE, FIRM, 10_000, "GRANT", "v", EVENT)));
        ledger.postAlone(List.of(Posting.hold(id(2), FIRM, PROVIDER, 800, "JOB", "j", EVENT)));
        seal();
        ledger.postAlone(List.of(Posting.capture(id(3), id(2), 500, "JOB", "j", EVENT)));
        var usage = new ArrayList<Posting>();
        for (int i = 10; i < 110; i++) {
            usage.add(Posting.move(id(i), FIRM, PROVIDER, 7, "JOB", "j" + i, EVENT));
        }
        ledger.postEachAlone(usage);
        seal();
        ledger.postAlone(List.of(
                Posting.hold(id(4), FIRM, PROVIDER, 30, "JOB", "k", EVENT).until(EVENT.plusSeconds(9_999_999))));
    }

    private static void seal() {
        while (house.seals().sealSome() == 0) {
            Thread.onSpinWait();
        }
    }

    @AfterAll
    static void close() throws Exception {
        house.close();
    }

    @Test
    void printsTheTrialBalanceOfBooksInOrder() {
        var ended = verify();
        assertThat(ended.code()).as(ended.err()).isZero();
        assertThat(ended.out())
                .contains("CNY_FEN", "11200", "The books are in order")
                .contains("104 transfers between 3 accounts; 103 transfers under 2 seals, 1 newer than the last seal");
        assertThat(verify("--json").out()).contains("\"sound\":true", "\"seals\":2", "\"balanced\":true");
    }

    @Test
    void findsANotedHeadAgain() {
        var head = verify().out()
                .lines()
                .filter(line -> line.startsWith("head "))
                .findFirst()
                .orElseThrow()
                .substring(5);
        assertThat(verify("--head", head).code()).isZero();
        var other = verify("--head", "ab".repeat(32));
        assertThat(other.code()).isEqualTo(3);
        assertThat(other.out()).contains("HEAD_UNKNOWN");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            update ledger_transfer set amount = 501 where kind = 'CAPTURE'       | TRANSFER_CHANGED | position 3
            update ledger_transfer set reference = 'x' where reference = 'j42'   | TRANSFER_CHANGED | position
            update ledger_transfer set event_at = now() where reference = 'j42'  | TRANSFER_CHANGED | position
            update ledger_transfer set debit_id = gen_random_uuid() where position = 1 | TRANSFER_CHANGED | position 1
            update ledger_transfer set purpose = 'GIFT' where position = 1       | TRANSFER_CHANGED | position 1
            delete from ledger_transfer where reference = 'j42'                  | TRANSFER_MISSING | position
            insert into ledger_transfer overriding system value select 0, gen_random_uuid(), kind, debit_id, credit_id, 5, null, purpose, reference, event_at, booked_at, null from ledger_transfer where reference = 'j42' | TRANSFER_INSERTED | position 0
            update ledger_transfer set amount = 31 where reference = 'k'         | BALANCE_DIFFERS  | cny/firm/v/own
            update ledger_account set debits_posted = debits_posted + 1 where credit_limit = 500 | BALANCE_DIFFERS | cny/firm/v/own
            update ledger_account set credits_pending = 0 where credits_posted = 1200 | BALANCE_DIFFERS | cny/provider/v/receivable
            update ledger_seal set hash = sha256('x') where number = 1           | SEAL_CHANGED     | seal 1
            update ledger_seal set hash = sha256('x') where number = 2           | SEAL_CHANGED     | seal 2
            update ledger_seal set fingerprints = '' where number = 2            | SEAL_CHANGED     | seal 2
            delete from ledger_seal where number = 1                             | SEAL_MISSING     | seal 2
            """)
    void namesWhatSomebodyChangedInSql(String tampering, String finding, String about) throws SQLException {
        try (var connection = house.dataSource().getConnection();
                var statement = connection.createStatement()) {
            statement.execute("create table kept_transfer as table ledger_transfer");
            statement.execute("create table kept_account as table ledger_account");
            statement.execute("create table kept_seal as table ledger_seal");
            statement.execute("set session_replication_role = replica");
            try {
                assertThat(statement.executeUpdate(tampering)).isOne();
                var ended = verify();
                assertThat(ended.code()).isEqualTo(3);
                assertThat(ended.out().lines())
                        .anySatisfy(line -> assertThat(line).startsWith(finding).contains(about));
                assertThat(ended.out()).contains("The books are NOT in order");
                assertThat(verify("--json").out()).contains("\"sound\":false", "\"finding\":\"" + finding + "\"");
            } finally {
                statement.execute("truncate ledger_transfer, ledger_account, ledger_seal");
                statement.execute("insert into ledger_transfer overriding system value table kept_transfer");
                statement.execute("insert into ledger_account table kept_account");
                statement.execute("insert into ledger_seal table kept_seal");
                statement.execute("drop table kept_transfer, kept_account, kept_seal");
                statement.execute("set session_replication_role = origin");
            }
        }
        assertThat(verify().code()).as("taken back").isZero();
    }

    private static Ended verify(String... options) {
        var out = new StringWriter();
        var err = new StringWriter();
        var words = new ArrayList<>(
                List.of("ledger", "verify", "--data", house.folder().toString()));
        words.addAll(List.of(options));
        int code = AtriumCommand.run(words, new PrintWriter(out, true), new PrintWriter(err, true));
        return new Ended(code, out.toString(), err.toString());
    }

    private static UUID id(int number) {
        return new UUID(7, number);
    }
}
