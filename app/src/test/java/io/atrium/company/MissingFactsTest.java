// SPDX-License-Identifier: Apache-2.0
package io.atrium.company;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.demo.community.Community;
import io.atrium.demo.community.InventedFirm;
import io.atrium.demo.community.RegistryCsv;
import io.atrium.identity.Organisations;
import io.atrium.identity.RegisterOrganisation;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Role;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.Browser;
import io.atrium.testing.House;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AtriumTest
class MissingFactsTest {
    private static final Community COMMUNITY = Community.generate(8);

    @Autowired
    Companies companies;

    @Autowired
    Organisations organisations;

    @Autowired
    House house;

    @Test
    @Tag("CO-4")
    void listsWhatEachMissingFactWouldUnlockWithItsAmountTheMostUsefulFirst() {
        var page = browser(moveIn(651, "tax_district")).get("/company/missing");
        assertThat(page.status()).isEqualTo(200);
        var rows = page.document().select("tbody tr");
        assertThat(rows.eachText().getFirst()).contains("最高");
        assertThat(page.document().select("tbody tr:first-child a[href^=/policies/]"))
                .isNotEmpty();
        assertThat(rows.eachText()).anySatisfy(row -> assertThat(row).contains("语料采购合同额", "上海语料券"));
        assertThat(rows.eachText()).anySatisfy(row -> assertThat(row).contains("税务关系所在区", "由登记数据导入"));
    }

    @Test
    @Tag("CO-4")
    void addsAFactThatTheFirmMayStateAndShowsItsLowerTrust() {
        var owner = browser(moveIn(652));
        var form = owner.get("/company/facts/corpus_contract_amount/declaration");
        assertThat(owner.submit(form, ".atrium-form", Map.of("value", "")).status())
                .isEqualTo(422);
        var wrong = owner.submit(form, ".atrium-form", Map.of("value", "viel"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.document().select("#field-value").val()).isEqualTo("viel");
        var done = owner.submit(wrong, ".atrium-form", Map.of("value", "1,200,000"));
        assertThat(done.path()).isEqualTo("/company/missing");
        assertThat(done.text()).contains("已写入：语料采购合同额（企业自报）");
        assertThat(owner.get("/company")
                        .document()
                        .select("tr:has(th:contains(语料采购合同额))")
                        .text())
                .contains("1,200,000.00 元", "企业自报");
    }

    @Test
    @Tag("ERR-3")
    void anOvertakenStatementIsShownBesideWhatIsKnownNowAndKept() {
        var firm = moveIn(655);
        var first = browser(firm);
        var second = browser(firm);
        var late = second.get("/company/facts/corpus_contract_amount/declaration");
        first.submit(
                first.get("/company/facts/corpus_contract_amount/declaration"),
                ".atrium-form",
                Map.of("value", "1,200,000"));

        var both = second.submit(late, ".atrium-form", Map.of("value", "900000"));

        assertThat(both.status()).isEqualTo(409);
        assertThat(both.document().select(".atrium-conflict tr:nth-child(1) td").eachText())
                .containsExactly("1200000", "900000");
        assertThat(both.text()).contains("先一步更新的来源：企业自报");
        assertThat(both.document().select("#field-value").val()).isEqualTo("900000");
        assertThat(second.submit(both, ".atrium-form", Map.of()).text()).contains("已写入：语料采购合同额");
    }

    @Test
    void refusesToOverwriteWhatOthersSaid() {
        var owner = browser(moveIn(653));
        var form = owner.get("/company/facts/employees/declaration");
        var refused = owner.submit(form, ".atrium-form", Map.of("value", "9"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("已有其他来源");
        assertThat(owner.get("/company/facts/dishonesty_record_3y/declaration").status())
                .isEqualTo(404);
    }

    @Test
    @Tag("ENT-12")
    @Tag("I18-3")
    @Tag("CO-4")
    void showsAFirmWithoutAnyFactWhatToAddFirstAndLetsItBegin() {
        var code = COMMUNITY.newcomer(654).unifiedCode();
        var firm = organisations.register(new RegisterOrganisation(OrgKind.FIRM, "白手起家公司", "From Nothing Co.", code));
        var owner = browser(firm);
        var empty = owner.get("/company");
        assertThat(empty.path()).isEqualTo("/company/missing");
        assertThat(empty.text()).contains("还没有企业档案", "最高");
        var opened = owner.submit(empty, ".atrium-form", Map.of());
        assertThat(opened.text()).contains("企业档案已建立", "尚未核验", code);
        var added =
                owner.submit(owner.get("/company/facts/employees/declaration"), ".atrium-form", Map.of("value", "12"));
        assertThat(added.text()).contains("已写入：从业人数");
        var english = owner.in("en").get("/company");
        assertThat(english.text()).contains("白手起家公司", "Chinese one is shown");
        assertThat(english.document()
                        .select(".atrium-identity-bar [lang=zh-CN]")
                        .text())
                .isEqualTo("白手起家公司");
    }

    @Test
    void tellsAFirmWithoutACodeWhoHasToAct() {
        assertThat(house.browser(house.firmOwner()).get("/company").text()).contains("社区运营中心", "统一社会信用代码");
    }

    @Test
    void keepsOthersOut() {
        var firm = moveIn(655);
        assertThat(house.browser(house.firmOwner())
                        .get("/companies/" + firm + "/missing")
                        .status())
                .isEqualTo(404);
        var officer = house.browser(house.officer()).get("/companies/" + firm + "/missing");
        assertThat(officer.status()).isEqualTo(200);
        assertThat(officer.document().select("a[href$=/declaration]")).isEmpty();
        assertThat(house.browser(house.provider()).get("/company/missing").status())
                .isEqualTo(403);
        var engineer = house.browser(house.member(firm, Role.FIRM_ENGINEER));
        assertThat(engineer.get("/company/facts/employees/declaration").status())
                .isEqualTo(403);
    }

    private Browser browser(OrgId firm) {
        return house.browser(house.member(firm, Role.FIRM_OWNER));
    }

    private OrgId moveIn(int number, String... without) {
        var all = COMMUNITY.newcomer(number);
        var known = all.registry().stream()
                .filter(fact -> Stream.of(without).noneMatch(fact.key()::equals))
                .toList();
        var firm = new InventedFirm(
                all.number(), all.unifiedCode(), all.name(), all.nameEn(), all.stage(), known, all.reported());
        var outcome = (ImportOutcome.Imported) companies.importRegistry(new ImportRegistry(
                new RequestKey("missing-move-in-" + number),
                house.operator().actor(),
                "registry.csv",
                RegistryCsv.write(List.of(firm))));
        return Objects.requireNonNull(outcome.report().rows().getFirst().firm());
    }
}
