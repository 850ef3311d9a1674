// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.atrium.company.Companies;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Role;
import io.atrium.kernel.access.Scope;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.policy.domain.GrantState;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.Browser;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import io.atrium.web.desk.DeskSource;
import io.atrium.web.text.Lang;
import io.atrium.web.text.Messages;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@AtriumTest
class PolicyPagesTest {

    private static final PolicyId DEMO = new PolicyId("demo-compute-voucher");
    private static final Pattern KEY = Pattern.compile("\\bpolicy\\.[a-z-]+(\\.[A-Za-z_-]+)*");

    @Autowired
    House house;

    @Autowired
    Companies companies;

    @Autowired
    Policies policies;

    @Autowired
    Entitlements entitlements;

    @Autowired
    Grants grants;

    @Autowired
    BusinessClock clock;

    @Autowired
    List<DeskSource> desks;

    @Autowired
    Messages messages;

    private OrgId firm;
    private Resident owner;

    @BeforeEach
    void aFirmIsEntitled() {
        firm = new Firms(companies, house.operator().actor()).deliver(Firms.entitled());
        owner = house.member(firm, Role.FIRM_OWNER);
        await().atMost(20, SECONDS)
                .until(() -> !entitlements.history(new Scope.All(), firm, DEMO).isEmpty());
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void everybodyReadsTheCatalogue(String language) {
        var visitor = house.visitor().in(language);

        var list = visitor.get("/policies");

        assertThat(list.status()).isEqualTo(200);
        assertThat(list.document().select("tbody tr")).hasSizeGreaterThanOrEqualTo(9);
        for (var policy : policies.list()) {
            var page = visitor.get("/policies/" + policy.id());
            assertThat(page.status()).as(policy.id().value()).isEqualTo(200);
            assertSaysEverythingInWords(page);
        }
    }

    @Test
    void aPolicyLeadsAFirmToItsOwnAnswer() {
        var own = "a[href=/entitlements/" + DEMO + "]";
        assertThat(house.browser(owner).get("/policies/" + DEMO).document().select(own))
                .hasSize(1);
        assertThat(house.visitor().get("/policies/" + DEMO).document().select(own))
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void theGroupsStandInTheirOrder(String language) {
        var page = house.browser(owner).in(language).get("/entitlements");

        assertThat(page.document().select("section[aria-labelledby^=group-]").eachAttr("aria-labelledby"))
                .containsExactly(
                        "group-AUTOMATIC",
                        "group-CONFIRM",
                        "group-APPLY",
                        "group-NOT_YET",
                        "group-ELSEWHERE",
                        "group-NOT_IN_FORCE");
        assertThat(page.document()
                        .select("section[aria-labelledby=group-AUTOMATIC] article")
                        .text())
                .contains("180,000.00");
        assertSaysEverythingInWords(page);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    @Tag("ENT-3")
    void everyWhyPageShowsEveryClause(String language) {
        var browser = house.browser(owner).in(language);
        for (var entitlement : entitlements.list(new Scope.All(), firm)) {
            var page = browser.get("/entitlements/" + entitlement.policy().id());
            assertThat(page.status()).isEqualTo(200);
            assertSaysEverythingInWords(page);
            for (var clause : entitlement.policy().content().clauses()) {
                assertThat(page.document().getElementById("clause-" + clause.id()))
                        .as(clause.id())
                        .isNotNull();
            }
        }
    }

    @Test
    @Tag("ENT-3")
    void whyNamesFactsWithSourceAndTheSteps() {
        var page = house.browser(owner).get("/entitlements/" + DEMO);

        assertThat(page.text()).contains("✔ 符合", "600,000.00", "登记", "核定金额", "180,000.00");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void everybodyComparesTheVersionsOfAPolicy(String language) {
        var visitor = house.visitor().in(language);

        var page = visitor.get("/policies/national-little-giant/differences?from=2022&to=2026");

        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains("70%", "90%", "2022", "2026");
        assertThat(page.document().select("del").text()).isNotEmpty();
        assertThat(page.document().select("ins").text()).contains("90%");
        assertSaysEverythingInWords(page);
        var same = visitor.get("/policies/national-little-giant/differences?from=2022&to=2022");
        assertThat(same.document().select("del, ins, tbody tr")).isEmpty();
        assertThat(visitor.get("/policies/national-little-giant/differences?from=1999")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void theVersionOfTheDayHoldsAndTheEarlierOneSaysSo() {
        var visitor = house.visitor();
        var current = policies.find(new PolicyId("national-little-giant")).orElseThrow();
        assertThat(current.version()).isEqualTo("2026");

        var earlier = visitor.get("/policies/national-little-giant/versions/2022");
        assertThat(earlier.text()).contains("现在适用的是版本 2026", "已被替代", "过渡安排");
        assertThat(visitor.get("/policies/national-little-giant").document().select("a[href$=/differences]"))
                .hasSize(1);
        assertThat(visitor.get("/policies/national-specialised-sme").text()).contains("哪些政策要求这个称号");
        assertThat(visitor.get("/policies/langfang-compute-voucher").text()).contains("就高不重复", "每家每年合计最高", "先到先得");
    }

    @Test
    void aDraftSaysSoAndShowsNoAmount() {
        var page = house.browser(owner).in("en").get("/entitlements/xuhui-settlement-award");

        assertThat(page.text())
                .contains("This is a draft. It is not in force and never grants.")
                .doesNotContain("How the amount comes about");
    }

    @Test
    void anotherFirmsPageIsNotThere() {
        var stranger = house.browser(house.firmOwner());

        assertThat(stranger.get("/companies/" + firm + "/entitlements").status())
                .isEqualTo(404);
        assertThat(stranger.get("/companies/" + firm + "/entitlements/" + DEMO).status())
                .isEqualTo(404);
    }

    @Test
    @Tag("ENT-12")
    void aFirmWithoutFactsIsToldWhatIsMissing() {
        var page = house.browser(house.firmOwner()).in("en").get("/entitlements/" + DEMO);

        assertThat(page.text()).contains("Not known yet", "Missing facts", "Employees");
    }

    @Test
    void officerAndFirmWalkTheWholeWayWithoutScripts() {
        var officer = house.browser(house.officer());
        var list = officer.submit(
                officer.get("/grant-lists"), "form[action=/grant-lists]", Map.of("policy", DEMO.value()));
        assertThat(list.status()).isEqualTo(200);
        assertSaysEverythingInWords(list);
        var confirmed = officer.submit(list, "form[action$=/confirmation]", Map.of());
        assertThat(confirmed.text()).contains("公示");

        var grant = grants.list(new Scope.All(), firm).getFirst();
        passDueDate(grant);
        var browser = house.browser(owner);
        assertThat(browser.get("/").text()).contains("等待确认");
        var page = browser.get("/grants/" + grant.id());
        assertSaysEverythingInWords(page);
        var granted = browser.submit(page, "form[action$=/acceptance]", Map.of());

        assertThat(granted.status()).isEqualTo(200);
        assertThat(granted.text()).contains("已发放", "查看这张算力券");
        assertThat(granted.document().select("a[href^=/vouchers/vch_]")).isNotEmpty();
        assertThat(browser.get("/entitlements").text()).contains("已发放");
    }

    @Test
    @Tag("ENT-10")
    void anAutomaticGrantSaysWhenItArrivesIsNotifiedByASheetAndMayBeDeclined() {
        var officer = house.browser(house.officer());
        var list = officer.submit(
                officer.get("/grant-lists"), "form[action=/grant-lists]", Map.of("policy", DEMO.value()));
        officer.submit(list, "form[action$=/confirmation]", Map.of());
        var grant = grants.list(new Scope.All(), firm).getFirst();
        var browser = house.browser(owner);
        assertThat(browser.get("/grants/" + grant.id()).text()).contains("何时到账", "公示至");
        passDueDate(grant);

        var page = browser.get("/grants/" + grant.id());
        assertThat(page.text()).contains("确认后立即发放；须在");
        assertThat(browser.get("/entitlements").text()).contains("确认后立即发放；须在");
        var sheet = browser.submit(page, "form[action$=/sheet]", Map.of());
        assertThat(sheet.text()).contains("发放通知书", "核验码");
        var declined = browser.submit(page, "form[action$=/waiver]", Map.of());

        assertThat(declined.text()).contains("企业放弃", "不再发放");
    }

    @Test
    void anObjectionIsFiledAndRuledOnByForm() {
        var officer = house.browser(house.officer());
        var list = officer.submit(
                officer.get("/grant-lists"), "form[action=/grant-lists]", Map.of("policy", DEMO.value()));
        officer.submit(list, "form[action$=/confirmation]", Map.of());
        var grant = grants.list(new Scope.All(), firm).getFirst();
        var operator = house.browser(house.operator());

        operator.submit(operator.get("/grants/" + grant.id()), "form[action$=/objection]", Map.of("reason", "请核对研发投入"));
        assertThat(desks.stream().flatMap(desk -> desk.items(house.officer().actor(), messages.in(Lang.ZH)).stream()))
                .anyMatch(item -> item.href().equals("/grants/" + grant.id()) && item.due() != null);
        var ruled = officer.submit(
                officer.get("/grants/" + grant.id()),
                "form[action$=/objection-ruling]",
                Map.of("upheld", "true", "reason", "属实"));

        assertThat(ruled.text()).contains("异议成立，不发放", "请核对研发投入", "属实");
    }

    @Test
    void anObjectionWithoutAReasonComesBackWithWhatIsWrong() {
        var officer = house.browser(house.officer());
        var list = officer.submit(
                officer.get("/grant-lists"), "form[action=/grant-lists]", Map.of("policy", DEMO.value()));
        officer.submit(list, "form[action$=/confirmation]", Map.of());
        var grant = grants.list(new Scope.All(), firm).getFirst();
        var operator = house.browser(house.operator());

        var refused = operator.submit(
                operator.get("/grants/" + grant.id()), "form[action$=/objection]", Map.of("reason", " "));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("缺少理由");
        assertThat(refused.document().select("form[action$=/objection]")).hasSize(1);
    }

    /// No message key is left over, whatever the language.
    private static void assertSaysEverythingInWords(Browser.Page page) {
        assertThat(KEY.matcher(page.text()).results().map(hit -> hit.group())).isEmpty();
    }

    private void passDueDate(GrantView grant) {
        var due = Objects.requireNonNull(grant.dueAt());
        clock.advance(Duration.between(clock.instant(), due).plusMinutes(1));
        grants.moveDue();
        await().atMost(10, SECONDS)
                .until(() ->
                        grants.find(new Scope.All(), grant.id()).orElseThrow().state() == GrantState.FIRM_CONFIRM);
    }
}
