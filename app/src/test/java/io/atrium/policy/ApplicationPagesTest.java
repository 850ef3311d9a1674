// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import static io.atrium.policy.ApplyingFirm.TRAINING;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.atrium.company.Certificates;
import io.atrium.company.Companies;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Role;
import io.atrium.kernel.access.Scope;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.Browser;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// The course of an application on its pages, without scripts.
@AtriumTest
class ApplicationPagesTest {

    @Autowired
    House house;

    @Autowired
    Companies companies;

    @Autowired
    Entitlements entitlements;

    @Autowired
    PolicyKeepers keepers;

    @Autowired
    Applications applications;

    @Autowired
    Certificates certificates;

    private Resident officer;

    @BeforeEach
    void aDepartmentKeepsThePolicy() {
        officer = house.officer();
        keepers.assign(house.operator().actor(), TRAINING, officer.organisation());
    }

    private OrgId firm(Map<String, String> facts) {
        var firm = new Firms(companies, house.operator().actor()).deliver(facts);
        await().atMost(20, SECONDS)
                .until(() ->
                        !entitlements.history(new Scope.All(), firm, TRAINING).isEmpty());
        return firm;
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    @Tag("CO-5")
    void aFirmAppliesFromItsCardToTheReceiptAndIsNeverAskedWhatIsKnown(String language) {
        var isEnglish = language.equals("en");
        var facts = ApplyingFirm.facts();
        facts.remove("compute_contract_amount");
        var owner = house.member(firm(facts), Role.FIRM_OWNER);
        var browser = house.browser(owner).in(language);

        var card =
                browser.get("/entitlements").document().select("a[href='/applications/new?policy=" + TRAINING + "']");
        assertThat(card).hasSize(1);
        var start = browser.get(card.attr("href"));
        assertThat(start.text())
                .contains(isEnglish ? "Who can apply" : "谁可以申报", isEnglish ? "How long" : "办理期限")
                .contains(isEnglish ? "Compute contract amount" : "算力租用合同额");

        var asked = browser.submit(start, "form[action=/applications]", Map.of());
        assertThat(asked.text()).contains(isEnglish ? "Step 1 of 4" : "第 1 步，共 4 步");
        assertThat(asked.document().select("[name^=fact_]").eachAttr("name"))
                .as("only what is missing is asked")
                .containsExactly("fact_compute_contract_amount");
        assertThat(asked.document().select("a[href^='/corrections/new?fact=']")).isNotEmpty();

        var wrong = browser.submit(asked, "form[action$=/facts]", Map.of("fact_compute_contract_amount", "many"));
        assertThat(wrong.status()).isEqualTo(422);
        var papers =
                browser.submit(wrong, "form[action$=/facts]", Map.of("fact_compute_contract_amount", "1000000.00"));
        assertThat(papers.path()).endsWith("/papers");
        var added = browser.upload(
                fillIn(browser.get(papers.path() + "/new")),
                "form[action$='/papers/new']",
                "file",
                "contract.pdf",
                pdf());
        assertThat(added.path()).endsWith("/papers");
        assertThat(added.document().select("input[name=paper_real_training][checked]"))
                .hasSize(1);

        var check = browser.submit(added, "form[action$=/papers]", Map.of("statement", "训练行业模型"));
        assertThat(check.path()).endsWith("/check");
        assertThat(check.text()).contains("200,000.00", isEnglish ? "judged by the department" : "人工");
        var answers = browser.get(check.path().replace("/check", "/answers"));
        assertThat(answers.text()).contains("训练行业模型", "1,000,000.00");
        var receipt = browser.submit(answers, "form[action$=/submission]", Map.of());

        assertThat(receipt.path()).endsWith("/receipt");
        assertThat(receipt.document().select("h1").text()).contains("A-");
        assertThat(receipt.text()).contains(isEnglish ? "The department" : "部门");
        assertThat(receipt.document().select(".atrium-due")).isNotEmpty();
        var record = browser.get(receipt.path().replace("/receipt", ""));
        var sheet = browser.submit(record, "form[action$=/sheet]", Map.of());
        assertThat(sheet.status()).isEqualTo(200);
        assertThat(browser.get("/company/timeline").text()).contains(isEnglish ? "Submitted" : "提交");
    }

    /// A browser keeps what is typed in the page that it sends.
    private static Browser.Page fillIn(Browser.Page page) {
        page.document().select("option[value=real_training]").attr("selected", "selected");
        page.document().select("input[name=number]").val("HT-2026-1");
        page.document().select("input[name=issuer]").val("算力公司");
        return page;
    }

    private static byte[] pdf() {
        return "%PDF-1.4 contract".getBytes(StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    @Tag("TAB-5")
    void anOfficerTakesItInReturnsItOnceAndApproves(String language) {
        var isEnglish = language.equals("en");
        var owner = house.member(firm(ApplyingFirm.facts()), Role.FIRM_OWNER);
        var application = new ApplyingFirm(applications, certificates, owner).submitted(TRAINING);
        var path = "/applications/" + application;
        var desk = house.browser(officer).in(language);
        assertThat(desk.get("/").text()).contains(isEnglish ? "to be taken in" : "待受理");
        var list = desk.get("/applications?state=SUBMITTED");
        assertThat(list.document().select("tbody a[href=" + path + "]")).hasSize(1);
        assertThat(list.document().select("tbody .atrium-due").text()).contains(isEnglish ? "working days" : "个工作日");
        assertThat(desk.get("/applications/export?format=csv&state=SUBMITTED").status())
                .isEqualTo(200);

        var accepted = desk.submit(desk.get(path), "form[action$=/acceptance]", Map.of());
        assertThat(accepted.text()).contains(isEnglish ? "In review" : "已受理");
        var nothing = desk.submit(desk.get(path + "/return"), "form[action$=/return]", Map.of());
        assertThat(nothing.status()).isEqualTo(422);
        var returned = desk.submit(nothing, "form[action$=/return]", Map.of("item_0", "请补合同"));
        assertThat(returned.text()).contains("请补合同");

        var browser = house.browser(owner).in(language);
        assertThat(browser.get("/").text()).contains(isEnglish ? "To be completed" : "要求补正");
        var answers = browser.get(path + "/answers");
        var defect = answers.document().select("textarea[name^=defect_]").attr("name");
        var completed = browser.submit(answers, "form[action$=/completion]", Map.of(defect, "已补合同"));
        assertThat(completed.path()).endsWith("/receipt");

        assertThat(desk.get(path).document().select("a[href$=/return]"))
                .as("it cannot be returned again")
                .isEmpty();
        var form = desk.get(path + "/approval");
        assertThat(form.text()).contains("200,000.00");
        var tooMuch = desk.submit(form, "form[action$=/approval]", Map.of("amount", "200000.01", "reason", "合同真实"));
        assertThat(tooMuch.status()).isEqualTo(422);
        var approved = desk.submit(tooMuch, "form[action$=/approval]", Map.of("amount", "180000.00"));
        assertThat(approved.text()).contains("180,000.00", "vch_");
        assertThat(browser.get(path).document().select("a[href^=/vouchers/]")).hasSize(1);
    }

    @Test
    void whatTheRulesRefuseIsExplainedOnAPage() {
        var facts = ApplyingFirm.facts();
        facts.put("compute_contract_amount", "99999.99");
        var owner = house.member(firm(facts), Role.FIRM_OWNER);
        var draft = new ApplyingFirm(applications, certificates, owner).draft(TRAINING);
        var browser = house.browser(owner);

        var check = browser.get("/applications/" + draft + "/check");

        assertThat(check.text()).contains("明确不符合", "还差 0.01");
        assertThat(check.document().select(".atrium-field--error")).isEmpty();
        assertThat(browser.get("/applications/" + draft + "/answers").document().select("form[action$=/submission]"))
                .isEmpty();
        assertThat(browser.get("/").text()).contains("草稿待填");
    }

    @Test
    void aStewardIsAskedAndAdvises() {
        var owner = house.member(firm(ApplyingFirm.facts()), Role.FIRM_OWNER);
        var draft = new ApplyingFirm(applications, certificates, owner).draft(TRAINING);
        var path = "/applications/" + draft;
        var steward = house.browser(house.resident(OrgKind.COMMUNITY, Role.STEWARD));
        assertThat(steward.get(path).status()).isEqualTo(404);
        var browser = house.browser(owner);
        browser.submit(browser.get(path), "form[action$=/sharing]", Map.of());

        assertThat(steward.get("/").text()).contains("请您看申报");
        var page = steward.get(path);
        assertThat(page.document().select("form[action$=/submission]")).isEmpty();
        var sent = steward.submit(
                page, "form[action$=/comments]", Map.of("item", "fact:compute_contract_amount", "text", "请核对金额"));
        assertThat(sent.text()).contains("请核对金额");

        assertThat(browser.get(path + "/facts").text()).contains("请核对金额");
        var answered = browser.submit(browser.get(path), "form[action$=/answer]", Map.of("answer", "已核对"));
        assertThat(answered.text()).contains("已核对");
        var resolved = browser.submit(answered, "form[action$=/resolution]", Map.of());
        assertThat(resolved.text()).contains("已了结");
    }

    @Test
    void theNumberFindsTheApplicationForThoseWhoMaySeeIt() {
        var owner = house.member(firm(ApplyingFirm.facts()), Role.FIRM_OWNER);
        var firm = new ApplyingFirm(applications, certificates, owner);
        var application = firm.submitted(TRAINING);
        var number = applications.find(owner.actor(), application).orElseThrow().number();

        assertThat(house.browser(officer).get("/search?q=" + number).path()).isEqualTo("/applications/" + application);
        assertThat(house.browser(house.officer()).get("/search?q=" + number).text())
                .doesNotContain("/applications/" + application);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void figuresBeforeAndNowAreToldWithTheirDefinitions(String language) {
        var isEnglish = language.equals("en");
        var owner = house.member(firm(ApplyingFirm.facts()), Role.FIRM_OWNER);
        var application = new ApplyingFirm(applications, certificates, owner).submitted(TRAINING);
        var desk = house.browser(officer).in(language);
        desk.submit(desk.get("/applications/" + application), "form[action$=/acceptance]", Map.of());
        desk.submit(
                desk.get("/applications/" + application + "/approval"),
                "form[action$=/approval]",
                Map.of("amount", "1000.00", "reason", "合同真实"));

        var page = desk.get("/policy-metrics");

        assertThat(page.text())
                .contains(
                        isEnglish ? "Guangzhou Huangpu" : "广州黄埔",
                        isEnglish ? "no step takes place at a counter" : "没有需要到窗口");
        var row = page.document().expectFirst("tr:has(th a[href=/policies/" + TRAINING + "])");
        assertThat(row.select("td").get(1).text())
                .startsWith("6 ")
                .matches(".* (1|1\\.5|2)"); // returned cases take a step more
        assertThat(row.select("td").get(2).text()).startsWith("21 ").doesNotContain("–");
        var cases = desk.get(row.select("a[href^='/applications?']").attr("href"));
        assertThat(cases.document().select("tbody tr")).isNotEmpty();
        assertThat(desk.get("/policies/" + TRAINING).text()).contains(isEnglish ? "before and now" : "改革前与现在");
        assertThat(desk.get("/policy-metrics/export?format=csv").status()).isEqualTo(200);
        assertThat(house.browser(owner).get("/policy-metrics").status()).isEqualTo(403);
    }
}
