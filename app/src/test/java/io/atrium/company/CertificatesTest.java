// SPDX-License-Identifier: Apache-2.0
package io.atrium.company;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.demo.community.Community;
import io.atrium.demo.community.RegistryCsv;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Role;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.Browser;
import io.atrium.testing.House;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Certificates, and what else of a company file rests on several modules: the timeline, the sheet, the list of firms.
@AtriumTest
class CertificatesTest {
    private static final Community COMMUNITY = Community.generate(8);
    private static final byte[] PDF = "%PDF-1.7 scan".getBytes(StandardCharsets.UTF_8);

    @Autowired
    Companies companies;

    @Autowired
    BusinessClock clock;

    @Autowired
    House house;

    @Test
    @Tag("CO-5")
    void aCertificateIsKeptOnceAndPickedAsProofWithItsTrust() {
        var firm = moveIn(691);
        var owner = house.browser(house.member(firm, Role.FIRM_OWNER));
        var kept = add(owner, "A-691", clock.today().plusDays(20).toString());
        assertThat(kept.text()).contains("已存入证照库", "A-691", "企业自行提供", "即将到期");
        assertThat(owner.get("/").text()).contains("营业执照 A-691 即将到期");

        var desk = house.browser(house.officer());
        var checked = desk.submit(desk.get("/companies/" + firm + "/certificates"), "form[action$=/check]", Map.of());
        assertThat(checked.text()).contains("已核对原件", "测试组织");

        var form = owner.get("/corrections/new?fact=employees");
        assertThat(form.text()).contains("从证照库选取", "营业执照 A-691", "已核对原件");
        var box = Objects.requireNonNull(form.document().selectFirst("input[name=kept]"));
        var asked = owner.upload(picked(form, box.val()), ".atrium-form", "evidence", "", new byte[0]);
        assertThat(asked.text()).contains("更正申请已提出", "营业执照 A-691", "已核对原件");
    }

    @Test
    @Tag("CO-5")
    void refusesWhatIsNoCertificateAndRemovesOnlyOnesOwn() {
        var firm = moveIn(692);
        var owner = house.browser(house.member(firm, Role.FIRM_OWNER));
        add(owner, "A-692", "");
        assertThat(add(owner, "A-692", "").text()).contains("这份证照已在证照库中");
        assertThat(add(owner, " ", "").text()).contains("证照信息不完整");
        var removal = owner.get("/company/certificates")
                .document()
                .select("a[href$=/removal]")
                .attr("href");
        var stranger = house.browser(house.member(moveIn(693), Role.FIRM_OWNER));
        assertThat(stranger.get(removal).status()).isEqualTo(404);
        assertThat(stranger.get("/companies/" + firm + "/certificates").status())
                .isEqualTo(404);
        assertThat(stranger.get("/company/certificates").text()).doesNotContain("A-692");
        assertThat(house.browser(house.provider()).get("/company/certificates").status())
                .isEqualTo(403);
        var gone = owner.submit(owner.get(removal), "form[action$=/removal]", Map.of());
        assertThat(gone.document().select("tbody").text()).doesNotContain("A-692");
    }

    @Test
    @Tag("CO-7")
    void tellsWhatHappenedInOneStreamWithAFilterInTheAddress() {
        var firm = moveIn(694);
        var owner = house.browser(house.member(firm, Role.FIRM_OWNER));
        owner.get("/entitlements");
        var all = owner.get("/company/timeline");
        assertThat(all.text()).contains("判定");
        assertThat(all.document().select("a[href^=/entitlements/]")).isNotEmpty();
        var facts = owner.get("/company/timeline?kind=FACT");
        assertThat(facts.text()).contains("写入", "来源：登记数据");
        assertThat(facts.document().select(".atrium-days__line").eachText())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(line).contains("事实"));
        assertThat(owner.get("/company/timeline?kind=CONSENT").text()).contains("没有符合条件的记录");
        assertThat(house.browser(house.officer())
                        .get("/companies/" + firm + "/timeline?kind=FACT")
                        .text())
                .contains("来源：登记数据");
        assertThat(house.browser(house.firmOwner())
                        .get("/companies/" + firm + "/timeline?kind=FACT")
                        .status())
                .isEqualTo(404);
    }

    @Test
    @Tag("CO-9")
    void issuesASummaryThatAnybodyCanCheck() {
        var firm = moveIn(695);
        var owner = house.browser(house.member(firm, Role.FIRM_OWNER));
        var sheet = owner.submit(owner.get("/company"), "form[action$=/summary]", Map.of());
        assertThat(sheet.path()).startsWith("/sheets/");
        assertThat(sheet.text()).contains("企业档案摘要");
        var code = sheet.document().select("a[href*=/check/]").attr("href");
        assertThat(code).isNotEmpty();
        assertThat(house.visitor().get(code.substring(code.indexOf("/check/"))).text())
                .contains("企业档案摘要");
        var stranger = house.browser(house.member(moveIn(696), Role.FIRM_OWNER));
        assertThat(stranger.get(sheet.path()).status()).isEqualTo(404);
    }

    @Test
    @Tag("I18-10")
    void sortsFirmsByPinyinInChineseAndByTheAlphabetInEnglish() {
        var operator = house.operator().actor();
        var scope = operator.scope(Permission.READ_COMPANY);
        var invented = List.of(moveIn(697), moveIn(698), moveIn(699));
        var english = companies.list(scope, ordered(CompanyFilter.Order.ALPHABET), 1, 200).stream()
                .map(firm -> Objects.requireNonNullElse(firm.nameEn(), firm.nameZh()))
                .filter(name -> name.matches("[A-Za-z .,&]+"))
                .toList();
        assertThat(english).isSortedAccordingTo(String.CASE_INSENSITIVE_ORDER);
        var initials = companies.list(scope, ordered(CompanyFilter.Order.PINYIN), 1, 200).stream()
                .filter(firm -> invented.contains(firm.id()))
                .map(firm -> Objects.requireNonNullElse(firm.nameEn(), "").substring(0, 1)) // an invented name's pinyin
                .toList();
        assertThat(initials).isSorted();
    }

    @Test
    void narrowsTheListByStageAndIndustry() {
        var firm = COMMUNITY.newcomer(700);
        moveIn(700);
        var officer = house.browser(house.officer());
        var base = "/companies?text=" + firm.unifiedCode();
        assertThat(officer.get(base + "&stage=START_UP").text()).contains(firm.name());
        assertThat(officer.get(base + "&stage=ESTABLISHED").text()).doesNotContain(firm.name());
        assertThat(officer.get(base + "&resident=no").text()).doesNotContain(firm.name());
        assertThat(officer.get(base + "&industry=finance").text()).doesNotContain(firm.name());
    }

    private static CompanyFilter ordered(CompanyFilter.Order order) {
        return new CompanyFilter(null, null, null, null, null, null, order);
    }

    private static Browser.Page picked(Browser.Page form, String file) {
        form.document().select("#field-value").val("77");
        form.document().select("#field-reason").val("登记有误");
        form.document().select("input[name=kept][value=" + file + "]").attr("checked", "");
        return form;
    }

    private static Browser.Page add(Browser owner, String number, String until) {
        var form = owner.get("/company/certificates/new");
        form.document().select("#field-number").val(number);
        form.document().select("#field-issuer").val("市场监督管理局");
        form.document().select("#field-valid_until").val(until);
        form.document().select("select[name=kind] option").removeAttr("selected");
        return owner.upload(form, ".atrium-form", "file", "scan.pdf", PDF);
    }

    private OrgId moveIn(int newcomer) {
        var outcome = (ImportOutcome.Imported) companies.importRegistry(new ImportRegistry(
                new RequestKey("certificates-move-in-" + newcomer),
                house.operator().actor(),
                "registry.csv",
                RegistryCsv.write(List.of(COMMUNITY.newcomer(newcomer)))));
        return Objects.requireNonNull(outcome.report().rows().getFirst().firm());
    }
}
