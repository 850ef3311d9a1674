// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.atrium.engine.decision.PackageText;
import io.atrium.engine.decision.PolicyPackages;
import io.atrium.engine.decision.ReadOutcome;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Role;
import io.atrium.policy.domain.PackageZip;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.Browser;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// Models and examples of a draft in the browser, without scripts: every cell is a text field, and what is wrong is
/// told
/// at it in both languages.
@AtriumTest
class PolicyAuthoringTest {

    private static final String FORM = "form.atrium-rules";

    @Autowired
    House house;

    @Autowired
    PolicyDrafts drafts;

    private final TestPackages packages = TestPackages.fresh();
    private Resident writer;
    private PolicyDraftId draft;

    @BeforeEach
    void anOfficerHasADraftWithATable() {
        writer = house.officer();
        var archive = PackageZip.write(packages.withTable("1"));
        var outcome = drafts.importPackage(
                writer.actor(), new RequestKey("authoring-" + UUID.randomUUID()), new PolicyDrafts.Import(archive));
        assertThat(outcome).isInstanceOf(PolicyDraftOutcome.Done.class);
        draft = ((PolicyDraftOutcome.Done) outcome).draft();
    }

    private String path(String rest) {
        return "/policy-drafts/" + draft + rest;
    }

    private PackageText text() {
        return drafts.find(writer.actor(), draft).orElseThrow().text();
    }

    private Browser.Page table(Browser browser) {
        return browser.get(path("/tables/size_points"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void aCellIsChangedAndNothingElse(String language) {
        var before = text().model();
        var browser = house.browser(writer).in(language);

        var saved = browser.submit(table(browser), FORM, Map.of("cell-1-1", ">= 60"));

        assertThat(saved.status()).isEqualTo(200);
        assertThat(saved.document().select("#field-cell-1-1").val()).isEqualTo(">= 60");
        assertThat(text().model()).isEqualTo(before.replace("&gt;= 50", "&gt;= 60"));
    }

    @Test
    void rulesAndColumnsComeGoAndMove() {
        var browser = house.browser(writer).in("en");

        var more = press(browser, table(browser), "rule-add:3");
        assertThat(more.document().select("[id^=field-rule-]")).hasSize(4);
        var moved = press(browser, more, "rule-up:4");
        assertThat(moved.document().select("#field-cell-3-1").val()).isEqualTo("-");
        var fewer = press(browser, moved, "rule-remove:3");
        assertThat(fewer.document().select("[id^=field-rule-]")).hasSize(3);
        var wider = press(browser, fewer, "input-add");
        assertThat(wider.document().select("#field-cell-1-3").val()).isEqualTo("2");
        var narrow = press(browser, wider, "input-remove:2");
        assertThat(narrow.document().select("#field-cell-1-2").val()).isEqualTo("2");
        assertThat(PolicyPackages.check(text())).isInstanceOf(ReadOutcome.Ready.class);
    }

    private static Browser.Page press(Browser browser, Browser.Page page, String button) {
        return browser.submit(page, FORM, Map.of("do", button));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // field | typed | field of the error | English | Chinese
                "cell-1-1 | >= headcount | field-cell-1-1-error | headcount | 既不是输入",
                "cell-1-1 | \"many\" | field-cell-1-1-error | string in a column of type number | 该列的类型是 number",
                "cell-1-2 | \"2\" | field-cell-1-2-error | string in a column of type number | 该列的类型是 number",
                "cell-1-1 | matches(?, \"(a+)+$\") | field-cell-1-1-error | 'matches' | 不允许使用“matches”",
                "cell-2-1 | [10..50] | field-rule-2 | both hold | 对同一家企业都成立",
                "cell-2-1 | (10..50) | field-whole | no rule holds for a firm | 没有规则适用于这样的企业",
                "cell-2-1 | [10..50 | field-cell-2-1-error | model is broken | 模型有错误",
            })
    void whatIsWrongIsToldAtTheCellInBothLanguages(
            String field, String typed, String place, String english, String chinese) {
        var browser = house.browser(writer).in("en");
        var saved = browser.submit(table(browser), FORM, Map.of(field, typed));

        assertThat(saved.document().select("#field-" + field).val())
                .as("kept as typed")
                .isEqualTo(typed);
        assertThat(shown(saved.document(), place)).contains(english);
        assertThat(saved.document().select("#errors a")).isNotEmpty();
        assertThat(saved.document().select("#errors").text()).contains(english);
        var again = table(house.browser(writer).in("zh-CN")).document();
        assertThat(shown(again, place)).contains(chinese);
        assertThat(again.select("#errors").text()).contains(chinese);
        assertThat(browser.get(path("/model")).document().select("#atrium-model-problems a[data-table=size_points]"))
                .isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "staff >= 5 | staff | 既不是输入",
                "matches(registered_district, \"(a+)+$\") | 'matches' | 不允许使用“matches”",
            })
    void anExpressionIsWrittenAndJudgedInItsForm(String typed, String english, String chinese) {
        var browser = house.browser(writer).in("en");
        var page = browser.get(path("/tables/enough_staff"));

        var wrong = browser.submit(page, FORM, Map.of("whole", typed));

        assertThat(shown(wrong.document(), "field-whole-error")).contains(english);
        var inChinese = house.browser(writer).in("zh-CN").get(path("/tables/enough_staff"));
        assertThat(shown(inChinese.document(), "field-whole-error")).contains(chinese);
        var mended = browser.submit(wrong, FORM, Map.of("whole", "size_points > 0"));
        assertThat(mended.document().select("#field-whole-error")).isEmpty();
    }

    @Test
    void aFactOfTheCatalogueIsTakenIntoTheModel() {
        var browser = house.browser(writer).in("en");
        browser.submit(
                browser.get(path("/tables/enough_staff")),
                FORM,
                Map.of("whole", "size_points > 0 and revenue > 0", "requires", "size_points，revenue"));

        assertThat(text().model())
                .contains("<inputData id=\"revenue\" name=\"revenue\"><variable name=\"revenue\" typeRef=\"number\"/>");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void aDecisionIsAddedAndRemoved(String language) {
        var browser = house.browser(writer).in(language);
        var before = text().model();
        var form = "form[action$=/tables]";
        var more = Map.of("name", "large_firm", "kind", "table", "type", "boolean");

        var added = browser.submit(browser.get(path("/model")), form, more);

        assertThat(added.path()).endsWith("/tables/large_firm");
        assertThat(browser.submit(browser.get(path("/model")), form, more).status())
                .isEqualTo(422);
        var removed = browser.submit(added, "form[action$=/removal]", Map.of());
        assertThat(removed.status()).isEqualTo(200);
        assertThat(text().model()).isEqualTo(before);
    }

    @Test
    void whoeverIsLateSeesBothVersionsAndKeepsWhatWasTyped() {
        var browser = house.browser(writer).in("en");
        var late = table(browser);
        browser.submit(table(browser), FORM, Map.of("cell-1-1", ">= 60"));

        var answer = browser.submit(late, FORM, Map.of("cell-1-1", ">= 70"));

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.document().select(".atrium-conflict").text()).contains(">= 60", ">= 70");
        assertThat(answer.document().select("#field-cell-1-1").val()).isEqualTo(">= 70");
        var anyway = browser.submit(answer, FORM, Map.of());
        assertThat(anyway.document().select("#field-cell-1-1").val()).isEqualTo(">= 70");
    }

    @Test
    void theDrawnModelIsMergedAndALateOneShowsBoth() {
        var browser = house.browser(writer).in("en");
        var before = text().model();
        var earlier = browser.get(path("/model"));
        var page = browser.get(path("/model"));
        var drawn = page.document().select("textarea[name=model]").text();
        assertThat(drawn).contains("20191111/MODEL/", "dmndi:DMNShape");
        var form = "form[action$=/model]";

        var saved = browser.submit(
                page, form, Map.of("model", drawn.replace("&gt;= 50", "&gt;= 60"), "view", "size_points"));

        assertThat(saved.status()).isEqualTo(200);
        assertThat(saved.document().select("atrium-model").attr("data-view")).isEqualTo("size_points");
        assertThat(text().model()).isEqualTo(before.replace("&gt;= 50", "&gt;= 60"));
        var late = browser.submit(earlier, form, Map.of("model", drawn.replace("&gt;= 50", "&gt;= 70")));
        assertThat(late.status()).isEqualTo(409);
        assertThat(late.document().select(".atrium-conflict").text()).contains(">= 60", ">= 70");
        assertThat(late.document().select("textarea[name=model]").text()).contains("&gt;= 70");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void whatIsNoModelIsRefusedAndNothingIsLost(String language) {
        var browser = house.browser(writer).in(language);
        var before = text();
        var page = browser.get(path("/model"));
        var large = "<definitions>" + "<!-- -->".repeat(80_000) + "</definitions>";

        for (var broken : new String[] {"<definitions>", "", "<!DOCTYPE a><a/>", large}) {
            var answer = browser.submit(page, "form[action$=/model]", Map.of("model", broken));
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.document().select("#errors a[href=#field-model]")).hasSize(1);
        }
        assertThat(text()).isEqualTo(before);
    }

    @Test
    void anOversizedCellIsRefusedWithWhatWasTyped() {
        var browser = house.browser(writer).in("en");

        var answer = browser.submit(table(browser), FORM, Map.of("cell-1-1", "1".repeat(600_000)));

        assertThat(answer.status()).isEqualTo(422);
        assertThat(answer.document().select("#field-cell-1-1").val()).hasSize(600_000);
    }

    @Test
    void theCheckOfAnUnsavedModelComesAsAList() {
        var browser = house.browser(writer).in("en");
        var page = browser.get(path("/model"));
        var drawn = page.document().select("textarea[name=model]").text();
        var values = new HashMap<>(Map.of("model", drawn.replace("[10..50)", "[10..50]")));

        var list = browser.post(page, "form[action$=/model]", path("/model/check"), values);

        assertThat(list.document().select("a[data-table=size_points][data-rule=2][data-column=0]"))
                .hasSize(1);
        assertThat(text().model()).contains("[10..50)");
    }

    @Test
    void theContentSecurityPolicyAllowsOnlyTheWatermarkAndOnlyHere() {
        var policy = policy("/model");

        assertThat(policy)
                .contains("script-src 'self';", "'unsafe-hashes' 'sha256-")
                .doesNotContain("unsafe-inline", "unsafe-eval");
        assertThat(policy("/examples")).doesNotContain("unsafe");
    }

    private String policy(String rest) {
        var answer = house.walker(writer).get(path(rest));
        return answer.headers().firstValue("Content-Security-Policy").orElseThrow();
    }

    @Test
    void othersFindNothing() {
        var stranger = house.browser(house.officer());
        var firm = house.browser(house.firmOwner());
        for (var rest : new String[] {"/model", "/tables/size_points", "/examples"}) {
            assertThat(stranger.get(path(rest)).status()).as(rest).isEqualTo(404);
            assertThat(firm.get(path(rest)).status()).as(rest).isEqualTo(404);
        }
        assertThat(house.browser(writer).get(path("/tables/no_such_decision")).status())
                .isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void proposedExamplesAreConfirmedAndThenPass(String language) {
        var browser = house.browser(writer).in(language);
        browser.submit(table(browser), FORM, Map.of("cell-1-1", ">= 60", "cell-2-1", "[10..60)"));
        var page = browser.get(path("/examples"));
        var proposals = page.document().select("input[name=chosen]");
        assertThat(proposals).isNotEmpty();
        assertThat(page.text()).contains("60");
        var form = "form[action$=/examples]";
        assertThat(browser.submit(page, form, Map.of()).status()).isEqualTo(422);

        var one =
                browser.submit(page, form, Map.of("chosen", proposals.getFirst().val()));
        assertThat(one.document().select("input[name=chosen]")).hasSizeLessThan(proposals.size());
        assertThat(text().examples())
                .startsWith(packages.withTable("1").examples().stripTrailing());
        var all = browser.submit(one, form, Map.of("all", "true"));

        assertThat(all.document().select("input[name=chosen]")).isEmpty();
        assertThat(PolicyPackages.check(text())).isInstanceOf(ReadOutcome.Ready.class);
    }

    @Test
    void anExampleThatComesOutOtherwiseSaysWhichCondition() {
        var browser = house.browser(writer).in("en");
        browser.submit(table(browser), FORM, Map.of("cell-2-2", "0"));

        var page = browser.get(path("/examples"));

        assertThat(page.text()).contains("Not as expected", "Employees: expected met, came out not met");
    }

    @Test
    void whatIsHandedInIsOnlyRead() {
        var browser = house.browser(writer).in("en");
        browser.submit(browser.get(path("")), "form[action$=/submission]", Map.of());

        assertThat(table(browser).document().select("fieldset[disabled]")).hasSize(1);
        assertThat(table(browser).document().select("form.atrium-rules button")).isEmpty();
        assertThat(browser.get(path("/model")).document().select("atrium-model [type=submit]"))
                .isEmpty();
        assertThat(browser.get(path("/examples")).status()).isEqualTo(200);
    }

    @Test
    @Tag("ADM-3")
    void thePolicyPageLeadsItsDepartmentToTheDraft() {
        var second = house.member(writer.organisation(), Role.OFFICER);
        var reviewer = house.browser(second).in("en");
        var browser = house.browser(writer).in("en");
        browser.submit(browser.get(path("")), "form[action$=/submission]", Map.of());
        var review = reviewer.get(path("/differences"));
        reviewer.submit(review, "form[action$=/approval]", Map.of());
        await().atMost(20, SECONDS)
                .until(() -> drafts.findOpen(writer.actor(), packages.id()).isEmpty());

        var policy = browser.get("/policies/" + packages.id());
        assertThat(policy.text()).contains("Change this policy");
        var begun = browser.submit(policy, "form[action=/policy-drafts]", Map.of());
        assertThat(begun.path()).startsWith("/policy-drafts/pdr_");
        assertThat(browser.get("/policies/" + packages.id()).text()).contains("Go on with it");
        assertThat(house.browser(house.officer())
                        .in("en")
                        .get("/policies/" + packages.id())
                        .text())
                .doesNotContain("Change this policy", "Go on with it");
    }

    private static String shown(Document page, String id) {
        return page.expectFirst("#" + id).text();
    }
}
