// SPDX-License-Identifier: Apache-2.0
package io.atrium.search;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Role;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import io.atrium.voucher.VoucherFixtures;
import io.atrium.voucher.VoucherId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AtriumTest
@Tag("FRM-13")
class SearchTest {

    @Autowired
    House house;

    @Autowired
    VoucherFixtures fixtures;

    @Autowired
    BusinessClock clock;

    private Resident owner;
    private VoucherId voucher;

    @BeforeEach
    void issue() {
        owner = house.firmOwner();
        voucher = fixtures.voucherOf(owner.organisation());
    }

    @Test
    void idJumpsStraightToItsRecord() {
        var page = house.browser(owner).get("/search?q=+" + voucher + "%20");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.path()).isEqualTo("/vouchers/" + voucher);
        assertThat(page.document().select("#atrium-flash").text()).contains("已按编号");
    }

    @Test
    void idOfAnotherFirmIsAsAbsent() {
        var other = house.browser(house.firmOwner());
        var forbidden = other.get("/search?q=" + voucher);
        var absent = other.get("/search?q=vch_00000000000000000000000000");
        assertThat(forbidden.path()).isEqualTo("/search").isEqualTo(absent.path());
        assertThat(forbidden.document().select("main section").text())
                .isEqualTo(absent.document().select("main section").text())
                .contains("可以这样试试");
    }

    @Test
    void resultsAreGroupedByTypeWithCounts() {
        var page = house.browser(owner).get(address("测试组织"));
        assertThat(page.document().select("h1").text()).isEqualTo("搜索“测试组织”");
        assertThat(page.document().select("section h2").eachText()).anyMatch(title -> title.startsWith("算力券 （1 条）"));
        assertThat(page.document().select("a[href=/vouchers/" + voucher + "]")).hasSize(1);
        assertThat(house.browser(owner).in("en").get(address("test-policy")).text())
                .contains("Compute vouchers (1)", "One result.");
    }

    @Test
    void twoChineseCharactersFindPoliciesAndPages() {
        var page = house.browser(owner).get(address("算力"));
        assertThat(page.document().select("section h2").eachText())
                .anyMatch(title -> title.startsWith("页面"))
                .anyMatch(title -> title.startsWith("政策"));
    }

    @Test
    void whatOthersOwnIsNotFoundByWords() {
        var other = house.firmOwner();
        var strangers = fixtures.voucherOf(other.organisation());
        assertThat(house.browser(owner)
                        .get(address("test-policy") + "&in=voucher-40")
                        .document()
                        .html())
                .contains(voucher.value())
                .doesNotContain(strangers.value());
        var bank = house.resident(OrgKind.BANK, Role.BANK_STAFF);
        assertThat(house.browser(bank).get(address("test-policy")).text()).contains("没有找到");
    }

    @Test
    void dateFindsWhatHappenedOnThatDay() {
        var today = clock.today();
        var browser = house.browser(owner);
        for (var form : new String[] {
            today.toString(),
            today.getMonthValue() + "月" + today.getDayOfMonth() + "日",
            DateTimeFormatter.ofPattern("d MMM", Locale.UK).format(today)
        }) {
            var page = browser.get(address(form));
            assertThat(page.text()).contains("也按日期");
            assertThat(page.document().select("a[href=/vouchers/" + voucher + "]"))
                    .hasSize(1);
        }
        assertThat(browser.get(address("1月5日 2019")).document().select("a[href^=/vouchers/]"))
                .isEmpty();
    }

    @Test
    void officerSeesAllInAGroup() {
        for (int i = 0; i < 6; i++) {
            fixtures.voucherOf(owner.organisation());
        }
        var browser = house.browser(owner);
        var glance = browser.get(address("test-policy"));
        assertThat(glance.document().select("a[href^=/vouchers/]")).hasSize(5);
        var more =
                glance.document().select("section p a[href*='in=voucher-40']").attr("href");
        assertThat(browser.get(more).document().select("main a[href^=/vouchers/]"))
                .hasSize(7);
    }

    @Test
    void worksAsAFormWithoutScripts() {
        var browser = house.browser(owner);
        var found = browser.submit(browser.get("/search"), "main form[action=/search]", Map.of("q", "test-policy"));
        assertThat(found.text()).contains("共找到 1 条结果");
    }

    @Test
    void programsGetGroupsAndTheRecord() {
        var body = house.api(owner).get("/api/v1/search?q=" + voucher).body();
        assertThat(body.at("/record").asString()).isEqualTo("/vouchers/" + voucher);
        assertThat(body.at("/groups/0/items/0/href").asString()).isEqualTo("/vouchers/" + voucher);
        var other =
                house.api(house.firmOwner()).get("/api/v1/search?q=" + voucher).body();
        assertThat(other.has("record")).isFalse();
        assertThat(other.at("/total").asInt()).isZero();
        assertThat(house.stranger().get("/api/v1/search?q=x").status()).isEqualTo(401);
    }

    @Test
    void peopleAreFoundByThoseWhoManageThem() {
        var login = owner.login();
        assertThat(house.browser(owner).get(address(login)).text()).contains("人员");
        assertThat(house.browser(house.firmOwner()).get(address(login)).text()).contains("没有找到");
    }

    private static String address(String words) {
        return "/search?q=" + URLEncoder.encode(words, StandardCharsets.UTF_8);
    }
}
