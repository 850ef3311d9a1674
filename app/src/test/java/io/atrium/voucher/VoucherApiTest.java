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
class VoucherApiTest {
    @Autowired
    House house;

    @Autowired
    VoucherFixtures fixtures;

    private Resident owner;
    private VoucherId voucher;

    @BeforeEach
    void issue() {
        owner = house.firmOwner();
        voucher = fixtures.voucherOf(owner.organisation());
    }

    @Test
    void listsNewestFirstAPageAtATime() {
        var newer = fixtures.voucherOf(owner.organisation());
        var first = house.api(owner).get("/api/v1/vouchers?limit=1").body();
        assertThat(first.at("/items/0/id").asString()).isEqualTo(newer.value());
        assertThat(first.at("/items/0/available/amount").asString()).isEqualTo("300.00");
        var second = house.api(owner)
                .get("/api/v1/vouchers?limit=1&after=" + first.at("/next").asString())
                .body();
        assertThat(second.at("/items/0/id").asString()).isEqualTo(voucher.value());
        assertThat(second.has("next")).isFalse();
        assertThat(house.api(owner)
                        .get("/api/v1/vouchers?state=EXPIRED")
                        .body()
                        .at("/items")
                        .isEmpty())
                .isTrue();
    }

    @Test
    void showsOneVoucherWithItsUses() {
        var job = "job_" + UUID.randomUUID();
        fixtures.hold(owner.organisation(), job, 20_000);
        fixtures.settle(job, 10_000);
        var body = house.api(owner).get("/api/v1/vouchers/" + voucher).body();
        assertThat(body.at("/state").asString()).isEqualTo("ACTIVE");
        assertThat(body.at("/rate_basis_points").asInt()).isEqualTo(5_000);
        assertThat(body.at("/paid/amount").asString()).isEqualTo("50.00");
        assertThat(body.at("/uses/0/job").asString()).isEqualTo(job);
    }

    @Test
    void voucherOfAnotherFirmIsAsAbsent() {
        var other = house.api(house.firmOwner());
        assertThat(other.get("/api/v1/vouchers").body().at("/items").isEmpty()).isTrue();
        assertThat(other.get("/api/v1/vouchers/" + voucher).status()).isEqualTo(404);
        assertThat(other.get("/api/v1/vouchers/vch_absent").status()).isEqualTo(404);
    }

    @Test
    void strangersAndOthersAreRefused() {
        var bank = house.api(house.resident(OrgKind.BANK, Role.BANK_STAFF));
        assertThat(bank.get("/api/v1/vouchers").status()).isEqualTo(403);
        assertThat(bank.get("/api/v1/vouchers/" + voucher).status()).isEqualTo(403);
        assertThat(house.stranger().get("/api/v1/vouchers").status()).isEqualTo(401);
    }
}
