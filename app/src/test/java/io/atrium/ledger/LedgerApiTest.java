// SPDX-License-Identifier: Apache-2.0
package io.atrium.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.engine.ledger.Asset;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@AtriumTest
class LedgerApiTest {
    private static final String ACCOUNTS = "/api/v1/ledger/accounts/";

    @Autowired
    House house;

    @Autowired
    Ledger ledger;

    @Autowired
    TransactionTemplate transactions;

    private Resident owner;
    private AccountCode own;

    @BeforeEach
    void bookSomething() {
        owner = house.firmOwner();
        var firm = owner.organisation();
        own = AccountCode.of(Asset.CNY_FEN, "firm", firm.value(), "own");
        var source = AccountCode.of(Asset.CNY_FEN, "treasury", "test", "source");
        ledger.open(OpenAccount.free(source, null));
        ledger.open(OpenAccount.noOverdraft(own, 5_000, firm));
        var at = Instant.parse("2026-01-01T00:00:00Z");
        transactions.executeWithoutResult(_ -> ledger.postSurely(List.of(
                Posting.move(UUID.randomUUID(), source, own, 1_234, "GIFT", "first", at),
                Posting.move(UUID.randomUUID(), own, source, 34, "FEE", "second", at))));
    }

    @Test
    void showsBalancesAndLines() {
        var account = house.api(owner).get(ACCOUNTS + own).body();
        assertThat(account.at("/balance/money/amount").asString()).isEqualTo("12.00");
        assertThat(account.at("/available/money/amount").asString()).isEqualTo("62.00");
        var first = house.api(owner).get(ACCOUNTS + own + "/entries?limit=1").body();
        assertThat(first.at("/items/0/purpose").asString()).isEqualTo("FEE");
        assertThat(first.at("/items/0/posted/money/amount").asString()).isEqualTo("-0.34");
        var next = house.api(owner)
                .get(ACCOUNTS + own + "/entries?limit=1&after="
                        + first.at("/next").asString())
                .body();
        assertThat(next.at("/items/0/reference").asString()).isEqualTo("first");
        assertThat(next.at("/items/0/balance/money/amount").asString()).isEqualTo("12.34");
        assertThat(next.has("next")).isFalse();
    }

    @Test
    void accountOfAnotherFirmIsAsAbsent() {
        var other = house.api(house.firmOwner());
        assertThat(other.get(ACCOUNTS + own).status()).isEqualTo(404);
        assertThat(other.get(ACCOUNTS + own + "/entries").status()).isEqualTo(404);
        assertThat(other.get(ACCOUNTS + "cny/firm/absent/own").status()).isEqualTo(404);
        assertThat(other.get(ACCOUNTS + "usd/firm/absent/own").status()).isEqualTo(404);
    }

    @Test
    void trialBalanceIsForThoseWhoReadTheWholeLedger() {
        var body =
                house.api(house.auditor()).get("/api/v1/ledger/trial-balance").body();
        assertThat(body.at("/balanced").asBoolean()).isTrue();
        assertThat(body.at("/lines/0/difference").asString()).isEqualTo("0");
        assertThat(body.at("/lines/1/asset").asString()).isEqualTo("GPU_MS");
        assertThat(house.api(owner).get("/api/v1/ledger/trial-balance").status())
                .isEqualTo(403);
        assertThat(house.stranger().get("/api/v1/ledger/trial-balance").status())
                .isEqualTo(401);
    }
}
