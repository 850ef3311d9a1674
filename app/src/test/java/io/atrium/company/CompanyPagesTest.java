// SPDX-License-Identifier: Apache-2.0
package io.atrium.company;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.demo.community.Community;
import io.atrium.demo.community.InventedFirm;
import io.atrium.demo.community.RegistryCsv;
import io.atrium.files.FileId;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Role;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.Browser;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.dhatim.fastexcel.Workbook;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AtriumTest
class CompanyPagesTest {
    private static final Community COMMUNITY = Community.generate(8);
    private static final String FORM = "form[action=/registry-imports]";

    @Autowired
    Companies companies;

    @Autowired
    House house;

    private Resident operator;

    @BeforeEach
    void someOperator() {
        operator = house.operator();
    }

    @Test
    @Tag("CO-1")
    @Tag("CO-2")
    void showsEveryFactWithValueSourceDateAndWhoMaySeeIt() {
        var firm = moveIn(601);
        // As on a named day: other tests move the shared business clock, and with it what is too old.
        var page = house.browser(house.member(firm, Role.FIRM_OWNER)).get("/company?valid-on=2026-12-31");
        assertThat(page.status()).isEqualTo(200);
        var newcomer = COMMUNITY.newcomer(601);
        assertThat(page.document().select("h1").text()).isEqualTo(newcomer.name());
        assertThat(page.text()).contains(newcomer.unifiedCode(), "已入驻", "登记数据已核验", "上海市 徐汇区");
        var revenue =
                page.document().select("tr:has(th:contains(营业收入（2025 年）))").first();
        assertThat(Objects.requireNonNull(revenue).text()).contains("元", "登记数据，2026-10-31", "本企业与主管部门、社区、审计", "有效");
        var bar = Objects.requireNonNull(page.document().selectFirst(".atrium-identity-bar"));
        assertThat(bar.text()).contains(newcomer.nameEn(), "发展阶段", "初创期", "由测试组织", "按登记数据核验（数据日期 2026-10-31）");
        assertThat(bar.select("[lang=en]").text()).isEqualTo(newcomer.nameEn());
        assertThat(page.document().select("a[href^=/files/]"))
                .as("the delivery holds other firms' data")
                .isEmpty();
        assertThat(house.browser(operator).get("/companies/" + firm).document().select("a[href^=/files/]"))
                .isNotEmpty();
    }

    @Test
    @Tag("CO-8")
    void leadsWhoLooksAfterPeopleFromANewFirmToItsFirstOwner() {
        var firm = moveIn(606);
        var members = "a[href=/organisations/" + firm + "/members]";
        var browser = house.browser(operator);
        assertThat(browser.get("/companies/" + firm).document().select(members)).hasSize(1);
        var delivery = companies
                .listImports(operator.actor().scope(Permission.IMPORT_REGISTRY))
                .getFirst();
        assertThat(browser.get("/registry-imports/" + delivery.id()).text()).contains("下一步", "邀请第一位负责人");
        assertThat(house.browser(house.auditor())
                        .get("/companies/" + firm)
                        .document()
                        .select(members))
                .isEmpty();
    }

    @Test
    void speaksEnglishToo() {
        var firm = moveIn(602);
        var page = house.browser(house.member(firm, Role.FIRM_OWNER)).in("en").get("/company");
        assertThat(page.document().select("h1").text())
                .isEqualTo(COMMUNITY.newcomer(602).nameEn());
        assertThat(page.text())
                .contains("Resident", "Revenue (2025)", "Registry data, 31 Oct 2026", "Missing facts", "Start-up");
        assertThat(page.text()).doesNotContain("营业收入", "company.");
    }

    @Test
    @Tag("CO-2")
    void marksStaleFactsInWords() {
        var firm = moveIn(603);
        var browser = house.browser(house.member(firm, Role.FIRM_OWNER));
        assertThat(browser.get("/company?valid-on=2027-12-01").text())
                .contains("已过期", "已超过 12 个月，最近确认于 2026-10-31", "所属年度结束已超过 18 个月");
        assertThat(browser.get("/company").document().select("caption").text()).contains("人员");
        assertThat(browser.get("/company?valid-on=2026-10-30")
                        .document()
                        .select("caption")
                        .text())
                .doesNotContain("人员");
        assertThat(browser.get("/company?valid-on=yesterday").status()).isEqualTo(400);
    }

    @Test
    void keepsAFirmOutOfOtherFirmsFilesAndDeliveries() {
        var mine = house.browser(house.member(moveIn(604), Role.FIRM_OWNER));
        var other = moveIn(605);
        assertThat(mine.get("/companies/" + other).status()).isEqualTo(404);
        assertThat(mine.get("/companies/org_nobody").status()).isEqualTo(404);
        assertThat(mine.get("/companies").text())
                .doesNotContain(COMMUNITY.newcomer(605).name());
        assertThat(mine.get("/registry-imports").status()).isEqualTo(403);
        var delivery = companies
                .listImports(operator.actor().scope(Permission.IMPORT_REGISTRY))
                .getFirst();
        assertThat(mine.get("/registry-imports/" + delivery.id()).status()).isEqualTo(404);
        assertThat(mine.get("/files/" + delivery.file()).status()).isEqualTo(404);
        assertThat(house.browser(house.provider()).get("/companies").status()).isEqualTo(403);
        assertThat(house.visitor().get("/company").path()).isEqualTo("/sign-in");
    }

    @Test
    void tellsAFirmWithoutAFileHowItComesAbout() {
        assertThat(house.browser(house.firmOwner()).get("/company").text()).contains("还没有企业档案");
    }

    @Test
    void listsFirmsForOfficersByNameAndDistrict() {
        moveIn(606);
        var browser = house.browser(house.officer());
        var page = browser.get("/companies?text=" + COMMUNITY.newcomer(606).unifiedCode());
        assertThat(page.document().select("tbody tr")).hasSize(1);
        assertThat(page.text()).contains(COMMUNITY.newcomer(606).name());
        assertThat(browser.get("/company").path()).isEqualTo("/companies");
        assertThat(browser.get("/companies?text=nobody-has-this-name").text()).contains("没有");
    }

    @Test
    @Tag("TAB-5")
    void exportsTheFilteredFirmsFromALinkUnderTheList() {
        moveIn(610);
        var browser = house.browser(house.officer());
        var list = browser.get("/companies?text=" + COMMUNITY.newcomer(610).unifiedCode());
        var file = browser.get(list.document().select(".atrium-table__files a").attr("href"));
        assertThat(file.text())
                .contains("统一社会信用代码", COMMUNITY.newcomer(610).name())
                .doesNotContain(COMMUNITY.newcomer(609).name());
        assertThat(browser.get("/companies/export?format=xlsx").status()).isEqualTo(200);
        assertThat(browser.get("/companies/export?format=doc").text()).contains("CSV 或 XLSX");
        assertThat(house.browser(house.provider())
                        .get("/companies/export?format=csv")
                        .status())
                .isEqualTo(403);
    }

    @Test
    void importsADeliveryByFormAndReportsEachRow() {
        var browser = house.browser(operator);
        var report = upload(browser, "登记.csv", csv(COMMUNITY.newcomer(607)));
        assertThat(report.path()).startsWith("/registry-imports/imp_");
        assertThat(report.text())
                .contains("登记.csv", "全部写入", COMMUNITY.newcomer(607).unifiedCode(), "新建");
        assertThat(browser.get("/registry-imports").text()).contains("登记.csv", "已导入");
    }

    @Test
    void rejectsAWrongDeliveryWithEveryProblemInWords() {
        var wrong = new String(csv(COMMUNITY.newcomer(608)), StandardCharsets.UTF_8)
                .replace("从业人数/employees", "人数")
                .replace("上海市", "");
        var report = upload(house.browser(operator), "bad.csv", wrong.getBytes(StandardCharsets.UTF_8));
        assertThat(report.status()).isEqualTo(422);
        assertThat(report.document().title()).startsWith("有误：");
        assertThat(report.text()).contains("没有写入任何数据", "发现 2 个问题", "不认识的列", "必填内容为空", "注册城市 (registered_city)");
    }

    @Test
    void takesADeliveryAsAWorkbookMadeFromTheTemplate() throws Exception {
        var browser = house.browser(operator);
        assertThat(browser.get("/registry-imports")
                        .document()
                        .select("a[href*=/template]")
                        .eachText())
                .containsExactly("XLSX", "CSV");
        var headings = browser.get("/registry-imports/template?format=csv").text();
        assertThat(headings).contains("统一社会信用代码", "从业人数", "数据日期").containsPattern("营业收入_20\\d\\d");
        assertThat(browser.get("/registry-imports/template?format=xlsx").status())
                .isEqualTo(200);
        var bytes = new ByteArrayOutputStream();
        try (var book = new Workbook(bytes, "test", "1.0")) {
            var page = book.newWorksheet("登记");
            var lines = new String(csv(COMMUNITY.newcomer(611)), StandardCharsets.UTF_8)
                    .replace("\uFEFF", "")
                    .split("\r\n");
            for (int line = 0; line < lines.length; line++) {
                var cells = lines[line].split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
                for (int column = 0; column < cells.length; column++) {
                    page.value(line, column, cells[column].replace("\"", ""));
                }
            }
        }
        assertThat(upload(browser, "登记.xlsx", bytes.toByteArray()).text())
                .contains("登记.xlsx", "全部写入", COMMUNITY.newcomer(611).unifiedCode());
        assertThat(upload(browser, "坏.xlsx", new byte[] {'P', 'K', 3, 4, 1}).text())
                .contains("XLSX 文件已损坏");
    }

    @Test
    void asksForAFileWhenNoneWasChosen() {
        var page = upload(house.browser(operator), "", new byte[0]);
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.document().select("#field-file-error").text()).contains("请选择文件");
    }

    @Test
    void handsOutADeliveryOnlyAsAnAttachment() {
        moveIn(609);
        var delivery = companies
                .listImports(operator.actor().scope(Permission.IMPORT_REGISTRY))
                .getFirst();
        assertThat(delivery.file()).isInstanceOf(FileId.class);
        var answer = house.browser(operator).get("/files/" + delivery.file());
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text()).contains(COMMUNITY.newcomer(609).unifiedCode());
    }

    private OrgId moveIn(int newcomer) {
        var outcome = companies.importRegistry(new ImportRegistry(
                new RequestKey("pages-move-in-" + newcomer),
                operator.actor(),
                "registry.csv",
                csv(COMMUNITY.newcomer(newcomer))));
        return Objects.requireNonNull(outcome.report().rows().getFirst().firm());
    }

    private static Browser.Page upload(Browser browser, String name, byte[] content) {
        return browser.upload(browser.get("/registry-imports"), FORM, "file", name, content);
    }

    private static byte[] csv(InventedFirm firm) {
        return RegistryCsv.write(List.of(firm));
    }
}
