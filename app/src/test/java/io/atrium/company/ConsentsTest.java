// SPDX-License-Identifier: Apache-2.0
package io.atrium.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.atrium.demo.community.Community;
import io.atrium.demo.community.RegistryCsv;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Role;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.Browser;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AtriumTest
class ConsentsTest {
    private static final Community COMMUNITY = Community.generate(8);

    @Autowired
    Companies companies;

    @Autowired
    Consents consents;

    @Autowired
    DSLContext database;

    @Autowired
    BusinessClock clock;

    @Autowired
    House house;

    private Resident bank;

    @BeforeEach
    void someBank() {
        bank = house.resident(OrgKind.BANK, Role.BANK_STAFF);
    }

    @Test
    @Tag("CO-6")
    void aBankSeesTheConsentedFactsOnlyAndNothingOnceTheyAreRevoked() {
        var firm = moveIn(681);
        var owner = house.browser(house.member(firm, Role.FIRM_OWNER));
        var teller = house.browser(bank);
        assertThat(teller.get("/consented-firms").text()).contains("还没有企业授权");

        var given = give(owner, "finance");
        assertThat(given.text()).contains("授权已生效", "经营与研发", "申请贷款", "有效", "依职责查阅", "暂定");
        var file = teller.get("/consented-firms/" + firm);
        assertThat(file.text()).contains("营业收入（2025 年）").doesNotContain("从业人数", "近三年失信记录");
        assertThat(teller.get("/consented-firms").text())
                .contains(COMMUNITY.newcomer(681).name());
        assertThat(owner.get("/company")
                        .document()
                        .select("tr:has(th:contains(营业收入))")
                        .text())
                .contains("经企业授权：测试组织");

        var confirm = owner.get(given.document().select("a[href$=/revocation]").attr("href"));
        assertThat(confirm.text()).contains("立即看不到：经营与研发");
        var revoked = owner.submit(confirm, "form[action$=/revocation]", Map.of());
        assertThat(revoked.text()).contains("授权已撤销", "已撤销");
        assertThat(teller.get("/consented-firms/" + firm).status()).isEqualTo(404);
        assertThat(teller.get("/consented-firms").text())
                .doesNotContain(COMMUNITY.newcomer(681).name());
    }

    @Test
    @Tag("CO-6")
    void forbiddenAndAbsentAreTheSameToABank() {
        var firm = moveIn(682);
        var teller = house.browser(bank);
        var forbidden = teller.get("/consented-firms/" + firm);
        var absent = teller.get("/consented-firms/org_nobody");
        assertThat(forbidden.status()).isEqualTo(absent.status()).isEqualTo(404);
        assertThat(withoutReference(forbidden)).isEqualTo(withoutReference(absent));
        assertThat(teller.get("/companies/" + firm).status()).isEqualTo(404);
        assertThat(teller.get("/companies/" + firm + "/consents").status()).isEqualTo(404);
        assertThat(house.api(bank)
                        .get("/api/v1/consented-firms/" + firm + "/facts")
                        .status())
                .isEqualTo(404);
        assertThat(house.browser(house.provider()).get("/consented-firms").status())
                .isEqualTo(403);
    }

    @Test
    void onlyTheOwnerGivesAndRevokes() {
        var firm = moveIn(683);
        var finance = house.browser(house.member(firm, Role.FIRM_FINANCE));
        assertThat(finance.get("/company/consents/new").status()).isEqualTo(403);
        assertThat(finance.get("/company/consents").document().select("a[href$=/new]"))
                .isEmpty();
        var id = ((ConsentOutcome.Done) consents.grant(grant(house.member(firm, Role.FIRM_OWNER), "people"))).id();
        var other = house.member(moveIn(684), Role.FIRM_OWNER);
        assertThat(house.browser(other)
                        .get("/company/consents/" + id + "/revocation")
                        .status())
                .isEqualTo(404);
        assertThat(house.api(other)
                        .post("/api/v1/consents/" + id + "/revocation", Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(house.browser(house.officer())
                        .get("/companies/" + firm + "/consents")
                        .text())
                .contains("人员", "申请贷款");
    }

    @Test
    void saysWhatIsWrongAndKeepsWhatWasTyped() {
        var owner = house.browser(house.member(moveIn(685), Role.FIRM_OWNER));
        var none = owner.submit(
                owner.get("/company/consents/new"),
                ".atrium-form",
                Map.of("body", bank.organisation().value(), "purpose", "贷款"));
        assertThat(none.status()).isEqualTo(422);
        assertThat(none.text()).contains("请选择事实类别");
        assertThat(none.document().select("#field-purpose").val()).isEqualTo("贷款");
        var values =
                Map.of("body", bank.organisation().value(), "purpose", "贷款", "groups", "people", "until", "2099-01-01");
        assertThat(owner.submit(none, ".atrium-form", values).text()).contains("最长 3 年");
    }

    @Test
    void endsByItselfAfterItsLastDay() {
        var firm = moveIn(686);
        var owner = house.member(firm, Role.FIRM_OWNER);
        consents.grant(grant(owner, "people"));
        var holding = consents.ledger(owner.actor(), firm).getFirst();
        assertThat(holding.holdsOn(holding.until())).isTrue();
        assertThat(holding.holdsOn(holding.until().plusDays(1))).isFalse();
    }

    @Test
    @Tag("HOME-6")
    void aBanksHomeShowsWhoMayBeReadAndWhatChanged() {
        var owner = house.member(moveIn(689), Role.FIRM_OWNER);
        var firm = COMMUNITY.newcomer(689).name();
        var given = ((ConsentOutcome.Done) consents.grant(grant(owner, "people"))).id();
        var teller = house.browser(bank);
        var home = teller.get("/").document();
        assertThat(home.select("section[aria-labelledby=now]").text()).contains(firm, "授权本行查阅", "申请贷款");
        assertThat(home.select(".atrium-tile").eachText())
                .satisfiesExactly(
                        tile -> assertThat(tile).contains("授权我行查阅的企业", "1"),
                        tile -> assertThat(tile).contains("近 30 天的变化", "1"),
                        tile -> assertThat(tile).contains("30 天内到期", "0"));
        consents.revoke(new RequestKey("test-" + UUID.randomUUID()), owner.actor(), given);
        var changes = teller.get("/consented-firms?show=changed").document();
        assertThat(changes.select("tbody tr").text()).contains(firm, "已撤销");
        assertThat(changes.select("tbody th a")).isEmpty();
        assertThat(teller.get("/")
                        .document()
                        .select("section[aria-labelledby=now]")
                        .text())
                .doesNotContain(firm);
        var other = house.browser(house.resident(OrgKind.BANK, Role.BANK_STAFF));
        assertThat(other.get("/consented-firms?show=changed").text()).doesNotContain(firm);
    }

    @Test
    @Tag("CO-6")
    void theLedgerOnlyGrows() {
        consents.grant(grant(house.member(moveIn(687), Role.FIRM_OWNER), "people"));
        assertThatThrownBy(() -> database.execute("update consent set purpose = 'x'"))
                .hasMessageContaining("append-only");
        assertThatThrownBy(() -> database.execute("delete from consent_group")).hasMessageContaining("append-only");
    }

    @Test
    void worksByTheApiToo() {
        var firm = moveIn(688);
        var api = house.api(house.member(firm, Role.FIRM_OWNER));
        var body = Map.of(
                "body",
                bank.organisation().value(),
                "groups",
                List.of("people"),
                "purpose",
                "贷款",
                "until",
                clock.today().plusMonths(1).toString());
        var given = api.post("/api/v1/consents", body);
        assertThat(given.status()).as(given.text()).isEqualTo(201);
        var path = "/api/v1/consented-firms/" + firm + "/facts";
        assertThat(house.api(bank).get(path).text()).contains("employees").doesNotContain("revenue");
        var id = given.body().at("/id").asString();
        assertThat(api.post("/api/v1/consents/" + id + "/revocation", Map.of()).status())
                .isEqualTo(200);
        assertThat(house.api(bank).get(path).status()).isEqualTo(404);
        assertThat(api.post("/api/v1/consents/" + id + "/revocation", Map.of()).status())
                .isEqualTo(409);
    }

    private Browser.Page give(Browser owner, String group) {
        var values = Map.of("body", bank.organisation().value(), "groups", group, "purpose", "申请贷款");
        return owner.submit(owner.get("/company/consents/new"), ".atrium-form", values);
    }

    private GrantConsent grant(Resident owner, String group) {
        var key = new RequestKey("test-" + UUID.randomUUID());
        var until = clock.today().plusMonths(6);
        return new GrantConsent(key, owner.actor(), bank.organisation(), List.of(group), "申请贷款", until);
    }

    private static String withoutReference(Browser.Page page) {
        return page.document().select("main").text().replaceAll("ref_\\w+", "");
    }

    private OrgId moveIn(int newcomer) {
        var outcome = (ImportOutcome.Imported) companies.importRegistry(new ImportRegistry(
                new RequestKey("consents-move-in-" + newcomer),
                house.operator().actor(),
                "registry.csv",
                RegistryCsv.write(List.of(COMMUNITY.newcomer(newcomer)))));
        return Objects.requireNonNull(outcome.report().rows().getFirst().firm());
    }
}
