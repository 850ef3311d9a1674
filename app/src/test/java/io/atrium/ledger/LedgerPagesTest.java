// SPDX-License-Identifier: Apache-2.0
package io.atrium.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.engine.ledger.Asset;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Role;
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
class LedgerPagesTest {
    @Autowired
    House house;

    @Autowired
    Ledger ledger;

    @Autowired
    TransactionTemplate transactions;

    private Resident owner;
    private AccountCode quota;

    @BeforeEach
    void bookSomething() {
        owner = house.firmOwner();
        var firm = owner.organisation();
        quota = AccountCode.of(Asset.GPU_MS, "firm", firm.value(), "quota");
        var source = AccountCode.of(Asset.GPU_MS, "community", "fleet", "source");
        ledger.open(OpenAccount.free(source, null));
        ledger.open(OpenAccount.noOverdraft(quota, 0, firm));
        var grant = Posting.move(
                UUID.randomUUID(), source, quota, 7_200_000, "QUOTA", "2026", Instant.parse("2026-01-01T00:00:00Z"));
        transactions.executeWithoutResult(_ -> ledger.postSurely(List.of(grant)));
    }

    @Test
    void firmSeesItsAccountsButNoTrialBalance() {
        var page = house.browser(owner).get("/ledger");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("企业算力额度", "2.00 卡时").doesNotContain("试算平衡", "社区算力来源");
    }

    @Test
    void statementShowsEachLineWithTheBalanceAfterIt() {
        var page = house.browser(owner).get("/ledger/accounts/" + quota);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.document().select("tbody tr").text()).contains("QUOTA", "+2.00 卡时", "社区算力来源");
        var english = house.browser(owner).in("en").get("/ledger/accounts/" + quota);
        assertThat(english.text()).contains("Firm's compute quota", "+2.00 GPU-hours");
    }

    @Test
    void auditorSeesAllAccountsAndTheTrialBalance() {
        var page = house.browser(house.auditor()).get("/ledger?code=" + quota.owner());
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("试算平衡", "账目平衡", "最近一次复核", "测试组织");
        assertThat(page.document().select("main a[href=/ledger/accounts/" + quota.value() + "]"))
                .hasSize(1);
        assertThat(house.browser(house.auditor()).in("en").get("/ledger").text())
                .contains("The books balance");
    }

    @Test
    void accountOfAnotherFirmIsAsAbsent() {
        var other = house.browser(house.firmOwner());
        assertThat(other.get("/ledger?code=" + quota.owner()).text()).doesNotContain(quota.value());
        assertThat(other.get("/ledger/accounts/" + quota).status()).isEqualTo(404);
        assertThat(other.get("/ledger/accounts/cny/firm/absent/own").status()).isEqualTo(404);
        assertThat(other.get("/ledger/accounts/usd/firm/absent/own").status()).isEqualTo(404);
    }

    @Test
    void whoMayReadNoLedgerIsRefused() {
        var bank = house.browser(house.resident(OrgKind.BANK, Role.BANK_STAFF));
        assertThat(bank.get("/ledger").status()).isEqualTo(403);
        assertThat(bank.get("/ledger/accounts/" + quota).status()).isEqualTo(404);
        assertThat(house.visitor().get("/ledger").path()).isEqualTo("/sign-in");
    }
}
