// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Role;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AtriumTest
class VoucherPagesTest {
    @Autowired
    House house;

    @Autowired
    VoucherFixtures fixtures;

    private Resident owner;
    private VoucherId voucher;
    private final String job = "job_" + UUID.randomUUID();

    @BeforeEach
    void issue() {
        owner = house.firmOwner();
        voucher = fixtures.voucherOf(owner.organisation());
        fixtures.hold(owner.organisation(), job, 20_000);
        fixtures.settle(job, 10_000);
    }

    @Test
    void firmSeesItsVouchers() {
        var page = house.browser(owner).get("/vouchers");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.document().select("h1").text()).isEqualTo("算力券");
        var cells = page.document().select("tbody tr").text();
        assertThat(cells).contains("还剩", "抵目录价的 50%", "可用", "300.00", "50.00", "250.00");
        assertThat(house.browser(owner).in("en").get("/vouchers").text()).contains("Compute vouchers", "Active");
    }

    @Test
    void voucherPageAddsUpAndNamesItsJobs() {
        var page = house.browser(owner).get("/vouchers/" + voucher);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("50.00", "250.00", "300.00", job, "已结算", "最早到期");
        assertThat(page.document().select("a[href*=/ledger/accounts/cny/voucher/" + voucher + "]"))
                .hasSize(1);
        var english = house.browser(owner).in("en").get("/vouchers/" + voucher);
        assertThat(english.text()).contains("pays 50% of the list price", "Settled");
    }

    @Test
    void officerSeesTheVouchersOfAllFirms() {
        var page = house.browser(house.officer()).get("/vouchers?size=100");
        assertThat(page.document().select("main a[href=/vouchers/" + voucher + "]"))
                .hasSize(1);
        assertThat(page.text()).contains("测试组织");
    }

    @Test
    void officerIsLedOnlyWhereTheyMayGo() {
        var page = house.browser(house.officer()).get("/vouchers/" + voucher);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains(job);
        assertThat(page.document().select("main a[href^=/ledger], main a[href^=/jobs]"))
                .isEmpty();
    }

    @Test
    void filterKeepsOnlyTheAskedState() {
        var link = "main a[href=/vouchers/" + voucher + "]";
        assertThat(house.browser(owner)
                        .get("/vouchers?state=EXPIRED")
                        .document()
                        .select(link))
                .isEmpty();
        assertThat(house.browser(owner).get("/vouchers?state=ACTIVE").document().select(link))
                .hasSize(1);
    }

    @Test
    void voucherOfAnotherFirmIsAsAbsent() {
        var other = house.browser(house.firmOwner());
        assertThat(other.get("/vouchers").document().html()).doesNotContain(voucher.value());
        assertThat(other.get("/vouchers/" + voucher).status()).isEqualTo(404);
        assertThat(other.get("/vouchers/vch_absent").status()).isEqualTo(404);
    }

    @Test
    void whoMayReadNoVouchersIsRefused() {
        var bank = house.resident(OrgKind.BANK, Role.BANK_STAFF);
        assertThat(house.browser(bank).get("/vouchers").status()).isEqualTo(403);
        assertThat(house.browser(bank).get("/vouchers/" + voucher).status()).isEqualTo(404);
    }
}
