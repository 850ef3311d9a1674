// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.atrium.company.Companies;
import io.atrium.files.pdf.OfficialSheets;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Role;
import io.atrium.kernel.access.Scope;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.Browser;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// "What am I entitled to" as a firm reads it.
@AtriumTest
class EntitlementPagesTest {

    private static final PolicyId DEMO = new PolicyId("demo-compute-voucher");
    private static final String WHY = "/entitlements/" + DEMO;

    @Autowired
    House house;

    @Autowired
    Companies companies;

    @Autowired
    Entitlements entitlements;

    @Autowired
    OfficialSheets sheets;

    private OrgId firm;
    private Resident owner;
    private Map<String, String> facts;

    @BeforeEach
    void aFirmIsEntitled() {
        facts = Firms.entitled();
        firm = new Firms(companies, house.operator().actor()).deliver(facts);
        owner = house.member(firm, Role.FIRM_OWNER);
        await().atMost(20, SECONDS)
                .until(() -> !entitlements.history(new Scope.All(), firm, DEMO).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    @Tag("ENT-1")
    @Tag("ENT-2")
    void aCardSaysWhatHowMuchFromWhomUntilWhenAndWhomToAsk(String language) {
        var page = house.browser(owner).in(language).get("/entitlements");

        assertThat(page.document()
                        .select("section[aria-labelledby^=group-]")
                        .eachAttr("aria-labelledby")
                        .subList(0, 4))
                .containsExactly("group-AUTOMATIC", "group-CONFIRM", "group-APPLY", "group-NOT_YET");
        for (var card : page.document().select("article.atrium-card")) {
            assertThat(card.select(".atrium-tag")).as(card.text()).hasSizeGreaterThanOrEqualTo(2);
            assertThat(card.select("dt").eachText())
                    .containsExactlyElementsOf(
                            language.equals("en")
                                    ? List.of("Closes", "When paid", "Contact")
                                    : List.of("截止", "何时到账", "咨询"));
            assertThat(card.select("dd").eachText()).noneMatch(String::isBlank);
        }
        var demo = page.document()
                .select("section[aria-labelledby=group-AUTOMATIC] article")
                .text();
        assertThat(demo).contains("180,000.00", "模拟〔2026〕1号");
        assertThat(demo).contains(language.equals("en") ? "31 Dec 2027" : "2027-12-31");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    @Tag("ENT-3")
    void everyConditionIsToldInWordsWithFactSourceDateAndArticle(String language) {
        var demo = entitlements.find(new Scope.All(), firm, DEMO).orElseThrow();

        var page = house.browser(owner).in(language).get(WHY);

        var nodes = page.document().select(".atrium-explanation__node");
        var leaves = demo.stored().decision().conditions().leaves().toList();
        assertThat(nodes).hasSize(leaves.size());
        for (int i = 0; i < leaves.size(); i++) {
            var node = nodes.get(i).text();
            assertThat(node)
                    .contains(language.equals("en") ? "Met" : "符合")
                    .contains(
                            language.equals("en")
                                    ? leaves.get(i).label().en()
                                    : leaves.get(i).label().zh())
                    .contains(language.equals("en") ? "1 Mar 2026" : "2026-03-01");
            assertThat(nodes.get(i).select("blockquote")).hasSize(1);
        }
    }

    @Test
    @Tag("ENT-4")
    @Tag("FOR-3")
    void aFailingThresholdSaysHowFarAMissingFactWhich() {
        facts.put("employees", "3");
        facts.remove("dishonesty_record_3y");
        var other = Firms.entitled();
        other.put("employees", "3");
        var near = new Firms(companies, house.operator().actor()).deliver(other);
        var lacking = Firms.entitled();
        lacking.remove("dishonesty_record_3y");
        var unknown = new Firms(companies, house.operator().actor()).deliver(lacking);
        await().atMost(20, SECONDS)
                .until(() -> !entitlements
                                .history(new Scope.All(), unknown, DEMO)
                                .isEmpty()
                        && !entitlements.history(new Scope.All(), near, DEMO).isEmpty());
        var steward = house.browser(house.auditor());

        assertThat(card(steward.get("/companies/" + near + "/entitlements")))
                .contains("还差（条件不满足）", "员工不少于 5 人", "现为 3", "还差 2")
                .doesNotContain("缺少事实");
        assertThat(card(steward.get("/companies/" + unknown + "/entitlements")))
                .contains("缺少事实（补上即可判定）", "失信")
                .doesNotContain("还差");
        var why = steward.get("/companies/" + near + "/entitlements/" + DEMO);
        assertThat(why.status()).isEqualTo(200);
        assertThat(why.document().select(".atrium-field__error, .atrium-field--error, #errors"))
                .as("explained on a page, not as an error of a field")
                .isEmpty();
    }

    private static String card(Browser.Page page) {
        return page.document().select("article:has(a[href$=" + DEMO + "])").text();
    }

    @Test
    @Tag("ENT-6")
    void everyEarlierAnswerCanBeReadAsItWas() {
        facts.put("employees", "3");
        new Firms(companies, house.operator().actor()).deliver(facts);
        await().atMost(20, SECONDS)
                .until(() -> entitlements.history(new Scope.All(), firm, DEMO).size() == 2);
        var browser = house.browser(owner);

        var links = browser.get(WHY).document().select(".atrium-timeline a").eachAttr("href");
        assertThat(links).hasSize(2);
        assertThat(browser.get(links.getFirst()).text()).contains("尚未满足").doesNotContain("照原样保存");
        assertThat(browser.get(links.getLast()).text()).contains("180,000.00", "照原样保存", "版本 1");
        assertThat(house.browser(house.firmOwner()).get(links.getLast()).status())
                .isEqualTo(404);
    }

    @Test
    @Tag("ENT-7")
    void theAmountIsBrokenDownAndSumsToTheFen() {
        var page = house.browser(owner).get(WHY);

        var lines = page.document().select(".atrium-facts--figures .atrium-facts__row");
        assertThat(lines.eachText())
                .satisfiesExactly(
                        base -> assertThat(base).contains("上年研发投入", "600,000.00"),
                        rate -> assertThat(rate).contains("30%"),
                        product -> assertThat(product).contains("180,000.00"),
                        cap -> assertThat(cap).contains("200,000.00"),
                        amount -> assertThat(amount).contains("核定金额", "180,000.00"),
                        used -> assertThat(used).contains("本年度已发放", "0.00"),
                        remaining -> assertThat(remaining).contains("还可享受", "180,000.00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    @Tag("ENT-11")
    void everyClauseStandsBesideItsPlainWordsAndCanBeLinked(String language) {
        for (var path : List.of(WHY, "/policies/" + DEMO)) {
            var page = house.browser(owner).in(language).get(path);
            assertThat(page.document().select(".atrium-clause")).hasSize(5).allSatisfy(clause -> {
                assertThat(clause.select("h3 a").attr("href")).isEqualTo("#" + clause.id());
                assertThat(clause.select(".atrium-clause__side")).hasSize(2);
                assertThat(clause.select("blockquote[lang=zh-CN]")).hasSize(1);
            });
            assertThat(page.document().select("#clause-1").text())
                    .contains("在册员工不少于 5 人", language.equals("en") ? "At least 5 employees" : "条件：员工不少于 5 人");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    @Tag("ENT-12")
    void aFirmWithoutFactsIsToldWhatToAddFirst(String language) {
        var nobody = house.firmOwner();

        var page = house.browser(nobody).in(language).get("/entitlements");

        assertThat(page.status()).isEqualTo(200);
        var first = page.document().select(".atrium-callout--info");
        assertThat(first.text()).contains(language.equals("en") ? "holds no facts yet" : "还没有事实");
        assertThat(first.select("li")).hasSize(5);
        assertThat(first.select("a[href=/company/missing]")).hasSize(1);
        assertThat(house.browser(owner).get("/entitlements").text()).doesNotContain("还没有事实");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    @Tag("ENT-8")
    void policiesThatExcludeEachOtherAreNamedWithTheClauseAndTheBetterCombination(String language) {
        var both = Firms.entitled();
        both.put("compute_contract_amount", "1000000.00");
        both.put("compute_supplier_affiliated", "否");
        var choosing = new Firms(companies, house.operator().actor()).deliver(both);
        await().atMost(20, SECONDS)
                .until(() ->
                        !entitlements.history(new Scope.All(), choosing, DEMO).isEmpty());

        var page = house.browser(house.member(choosing, Role.FIRM_OWNER))
                .in(language)
                .get("/entitlements");

        var said = page.document().select(".atrium-callout--wait").text();
        assertThat(said)
                .contains(language.equals("en") ? "cannot be had together" : "不能同时享受")
                .contains(language.equals("en") ? "5 Not twice" : "5 不重复享受")
                .contains("500,000.00", "380,000.00", "120,000.00");
        assertThat(house.browser(house.member(choosing, Role.FIRM_OWNER))
                        .in(language)
                        .get("/entitlements/" + DEMO)
                        .text())
                .contains("− " + (language.equals("en") ? "¥180,000.00" : "180,000.00 元"));
        assertThat(house.browser(owner).in(language).get("/entitlements").text())
                .doesNotContain(language.equals("en") ? "cannot be had together" : "不能同时享受");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    @Tag("ENT-5")
    void supposingAFactShowsWhatChangesAndKeepsNothing(String language) {
        var browser = house.browser(owner).in(language);
        var decisions = entitlements.history(new Scope.All(), firm, DEMO).size();

        var asked = browser.submit(
                browser.get("/entitlements/simulation"),
                "form[action$=/simulation]",
                Map.of("employees", "３ 人", "rd_spend", "500,000"));

        assertThat(asked.status()).isEqualTo(200);
        assertThat(asked.text())
                .contains(language.equals("en") ? "not a decision" : "不是判定")
                .contains("180,000.00");
        assertThat(asked.document()
                        .select("#result tbody tr:has(a[href$=" + DEMO + "])")
                        .text())
                .contains(language.equals("en") ? "Changes" : "有变化");
        assertThat(asked.document().select("input[name=employees]").val()).isEqualTo("３ 人");
        assertThat(entitlements.history(new Scope.All(), firm, DEMO)).hasSize(decisions);
        var wrong = browser.get("/entitlements/simulation?employees=-x");
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.document().select("#errors a[href=#field-employees]")).hasSize(1);
        assertThat(house.browser(house.firmOwner())
                        .get("/companies/" + firm + "/entitlements/simulation")
                        .status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    @Tag("PDF-4")
    void theSheetSaysWhatThePageSays(String language) throws IOException {
        var browser = house.browser(owner).in(language);
        var page = browser.get(WHY);

        var issued = browser.submit(page, "form[action$=/sheet]", Map.of());

        assertThat(issued.status()).isEqualTo(200);
        var sheet = sheets.list(owner.actor()).getFirst();
        var text = squeezed(text(sheets.read(sheet)));
        assertThat(page.document().select(".atrium-explanation__text").eachText())
                .isNotEmpty()
                .allSatisfy(line -> assertThat(text).contains(squeezed(line)));
        assertThat(page.document()
                        .select(".atrium-facts__key, .atrium-clause__name")
                        .eachText())
                .allSatisfy(line -> assertThat(text).contains(squeezed(line)));
        assertThat(page.document()
                        .select(".atrium-facts--figures .atrium-facts__value")
                        .eachText())
                .hasSize(7)
                .allSatisfy(amount -> assertThat(text).contains(squeezed(amount)));
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s", "");
    }

    private static String text(byte[] pdf) throws IOException {
        try (var read = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(read);
        }
    }
}
