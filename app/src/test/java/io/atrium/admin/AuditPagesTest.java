// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.identity.Audit;
import io.atrium.identity.AuditSeals;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

@AtriumTest
@Tag("ADM-4")
class AuditPagesTest {

    @Autowired
    House house;

    @Autowired
    Audit audit;

    @Autowired
    AuditSeals seals;

    @Autowired
    TransactionTemplate transactions;

    private Resident auditor;
    private Resident owner;
    private final String subject = "sub_" + UUID.randomUUID();

    @BeforeEach
    void record() {
        auditor = house.auditor();
        owner = house.firmOwner();
        var change = Map.of("gpus", Map.of("before", 4, "after", 8));
        transactions.executeWithoutResult(_ -> audit.record(owner.actor(), "compute.quota-set", subject, change));
    }

    @Test
    void tellsWhoWhatBeforeAndAfter() {
        var page = house.browser(auditor).get("/audit?subject=" + subject);
        assertThat(page.document().select("tbody tr").text())
                .contains("测试人员", owner.actor().organisationName(), "设置配额", subject, "卡数 4 → 8", "系统自动");
        assertThat(house.browser(auditor)
                        .in("en")
                        .get("/audit?subject=" + subject)
                        .text())
                .contains("Quota set", "GPUs 4 → 8", "Atrium itself");
    }

    @Test
    void tellsFromWhereAChangeCame() {
        var token = house.browser(owner);
        var page = token.get("/tokens");
        token.submit(page, "main form[action=/tokens]", Map.of("name", "from a page", "permissions", "READ_JOB"));
        var shown =
                house.browser(auditor).get("/audit?action=identity.token-created&organisation=" + owner.organisation());
        assertThat(shown.text()).contains("网页 127.0.0.1");
    }

    @Test
    void saysCodesAmountsMomentsAndNamesInWords() {
        var told = Map.of(
                "roles",
                List.of("FIRM_OWNER"),
                "sum_fen",
                123_456,
                "until",
                "2026-03-02T01:00:00Z",
                "organisation",
                owner.organisation().value());
        var id = "vch_" + "0".repeat(26);
        transactions.executeWithoutResult(_ -> audit.record(owner.actor(), "identity.invited", id, told));
        assertThat(house.browser(auditor)
                        .get("/audit?subject=" + id + "&person=" + owner.actor().person())
                        .document()
                        .select("tbody tr")
                        .text())
                .contains(
                        "邀请成员",
                        "企业负责人",
                        "1,234.56 元",
                        "2026-03-02 09:00 (周一)",
                        owner.actor().organisationName(),
                        "算力券")
                .doesNotContain("FIRM_OWNER", "identity.invited", "sum_fen");
    }

    @Test
    void policiesAndFactsHaveTheirNames() {
        var told = Map.of("policy", "demo-compute-voucher", "facts", List.of("employees"));
        var id = "vch_" + "1".repeat(26);
        transactions.executeWithoutResult(_ -> audit.record(owner.actor(), "identity.invited", id, told));
        var path = "/audit?subject=" + id + "&person=" + owner.actor().person();
        assertThat(house.browser(auditor).get(path).text())
                .contains("模拟区算力券（演示）", "从业人数")
                .doesNotContain("demo-compute-voucher");
    }

    @Test
    void filtersStandInTheAddress() {
        var browser = house.browser(auditor);
        var organisation = URLEncoder.encode(owner.actor().organisationName(), StandardCharsets.UTF_8);
        for (var filter : new String[] {
            "organisation=" + organisation,
            "organisation=" + owner.organisation(),
            "person=" + owner.actor().person(),
            "action=compute.quota-set&from=2020-01-01",
            "subject=" + subject + "&to=2999-01-01"
        }) {
            assertThat(browser.get("/audit?size=100&" + filter).text())
                    .as(filter)
                    .contains(subject);
        }
        for (var filter : new String[] {"to=2020-01-01", "from=2999-01-01", "action=voucher.issued", "person=nobody"}) {
            assertThat(browser.get("/audit?subject=" + subject + "&" + filter).text())
                    .as(filter)
                    .contains("没有符合条件");
        }
    }

    @Test
    void exportHoldsTheFilteredRows() {
        var api = house.browser(auditor).get("/audit/export?format=csv&subject=" + subject);
        assertThat(api.status()).isEqualTo(200);
        assertThat(api.text()).contains(subject, "compute.quota-set", "4 → 8").doesNotContain("voucher.issued");
    }

    @Test
    void saysInWordsThatTheChainHolds() {
        seals.seal();
        assertThat(house.browser(auditor).get("/audit").text()).contains("均与哈希链相符");
    }

    @Test
    void whoMayNotReadTheTrailIsRefused() {
        assertThat(house.browser(owner).get("/audit").status()).isEqualTo(403);
        assertThat(house.browser(owner).get("/audit/export?format=csv").status())
                .isEqualTo(403);
    }
}
