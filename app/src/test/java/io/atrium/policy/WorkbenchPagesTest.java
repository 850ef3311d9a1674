// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.atrium.company.Companies;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Role;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.policy.domain.DraftState;
import io.atrium.policy.domain.PackageZip;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.Browser;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// The workbench as an officer meets it, without scripts: from the first snapshot to a firm that newly qualifies.
@AtriumTest
class WorkbenchPagesTest {

    private static final String DEMO = "demo-compute-voucher";

    @Autowired
    House house;

    @Autowired
    Companies companies;

    @Autowired
    PolicyDrafts drafts;

    @Autowired
    PolicyReviews reviews;

    @Autowired
    BusinessClock clock;

    private Resident officer;
    private String name = "";

    @BeforeEach
    void aFirmWouldFallShortOfAHigherThreshold() {
        officer = house.officer();
        var facts = Firms.entitled();
        facts.put("employees", "7");
        name = Objects.requireNonNull(facts.get("name"));
        new Firms(companies, house.operator().actor()).deliver(facts);
    }

    private Browser.Page opened(Browser browser) {
        var first = browser.get("/policy-workbench");
        return browser.submit(first, "form[action=/policy-snapshots]", Map.of("name", "snapshot " + UUID.randomUUID()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    @Tag("A11-1")
    void theFirstStepFreezesTheFirmsAndTheFormMovesAFigure(String language) {
        var browser = house.browser(officer).in(language);
        var isEnglish = language.equals("en");

        assertThat(browser.get("/policy-workbench").text()).contains(isEnglish ? "First step" : "第一步");
        var page = opened(browser);
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text())
                .contains(isEnglish ? "This is a simulation, not a decision" : "这是仿真，不是决定")
                .contains(isEnglish ? "nothing is moved" : "没有调整");

        var moved = browser.submit(page, "#workbench-figures", Map.of("v-enough_staff", "10", "v-rate", "25"));

        assertThat(moved.status()).isEqualTo(200);
        assertThat(moved.text())
                .contains(isEnglish ? "At least 5 employees: 5 people → 10 people" : "员工不少于 5 人：5 人 → 10 人")
                .contains("30% → 25%")
                .contains(isEnglish ? "Counted at the server in" : "服务器测算用时")
                .contains(isEnglish ? "By district" : "按注册区");
        assertThat(moved.document().select("atrium-chart")).hasSize(3);
        var losers = moved.document().expectFirst("a[href*=list=losers]");
        var list = browser.get(losers.attr("href") + "&size=100");
        assertThat(list.text()).contains(name, "180,000.00", "−180,000.00");
        assertThat(list.document().select(".atrium-table__count").text().replaceAll("\\D", ""))
                .isEqualTo(losers.select(".atrium-tile__value").text().replaceAll("\\D", ""));
    }

    @Test
    @Tag("TAB-5")
    void listsAndResultsAreFiles() {
        var browser = house.browser(officer);
        var page = browser.submit(opened(browser), "#workbench-figures", Map.of("v-enough_staff", "10"));
        var list = browser.get(page.document().select("a[href*=list=losers]").attr("href"));

        var firms = list.document().select("a[href*=export]").eachAttr("href");
        var results =
                page.document().select("a[href*=/policy-workbench/export]").eachAttr("href");

        assertThat(firms).hasSize(2).allMatch(href -> href.contains("list=losers"));
        assertThat(browser.get(firms.getFirst()).text()).contains(name, "180000.00", "-180000.00");
        assertThat(results).hasSize(2);
        assertThat(browser.get(results.getFirst()).text()).contains("不再享受", "徐汇区");
        assertThat(browser.get(results.getLast()).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void aFigureThatCannotBeUsedComesBackAsItWasTyped(String language) {
        var browser = house.browser(officer).in(language);

        var refused = browser.submit(opened(browser), "#workbench-figures", Map.of("v-enough_staff", "viele"));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.document().select("#field-v-enough_staff").val()).isEqualTo("viele");
        assertThat(refused.document().select("[aria-invalid=true]")).hasSize(1);
        assertThat(refused.document().select("#errors a[href=#field-v-enough_staff]"))
                .hasSize(1);
        assertThat(refused.document().select("atrium-chart")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    void aScenarioIsSavedSharedComparedAndDeleted(String language) {
        var browser = house.browser(officer).in(language);
        var page = browser.submit(opened(browser), "#workbench-figures", Map.of("v-enough_staff", "10"));
        var query = page.document().select("a[href*=list=losers]").attr("href");
        query = query.substring(query.indexOf('?')).replace("&list=losers", "");

        var form = browser.get("/policy-scenarios/new" + query);
        var kept = browser.submit(form, "form[action=/policy-scenarios]", Map.of("name", "门槛十人", "note", "试算"));
        assertThat(kept.status()).isEqualTo(200);
        assertThat(kept.text()).contains("门槛十人", "试算");
        assertThat(browser.submit(form, "form[action=/policy-scenarios]", Map.of("name", ""))
                        .status())
                .isEqualTo(422);

        var colleague = house.browser(house.member(officer.organisation(), Role.OFFICER));
        assertThat(colleague.get(kept.path()).status()).isEqualTo(404);
        browser.submit(kept, "form[action$=/sharing]", Map.of());
        assertThat(colleague.get(kept.path()).text()).contains("门槛十人");
        assertThat(colleague.get(kept.path()).document().select("form[action$=/sharing]"))
                .isEmpty();

        var second = browser.submit(
                browser.get("/policy-scenarios/new" + query.replace("enough_staff=10", "enough_staff=6")),
                "form[action=/policy-scenarios]",
                Map.of("name", "门槛六人"));
        var left = kept.path().substring(kept.path().lastIndexOf('/') + 1);
        var right = second.path().substring(second.path().lastIndexOf('/') + 1);
        var compared = browser.get("/policy-scenarios/comparison?left=" + left + "&right=" + right);
        assertThat(compared.text()).contains("门槛十人", "门槛六人");
        assertThat(compared.document().expectFirst("tbody tr").text()).contains("10", "6");
        assertThat(browser.get("/policy-scenarios").document().select("tbody tr"))
                .hasSize(2);

        var gone = browser.submit(browser.get(kept.path() + "/removal"), "form[action$=/removal]", Map.of());
        assertThat(gone.path()).isEqualTo("/policy-scenarios");
        assertThat(browser.get(kept.path()).status()).isEqualTo(404);
    }

    @Test
    void otherDepartmentsAndFirmsSeeNothing() {
        var browser = house.browser(officer);
        var page = browser.submit(opened(browser), "#workbench-figures", Map.of("v-enough_staff", "10"));
        var list = page.document().select("a[href*=list=losers]").attr("href");
        var snapshot = page.document()
                .select("#workbench-figures input[name=snapshot]")
                .val();
        var stranger = house.browser(house.officer());
        var firm = house.browser(house.firmOwner());

        assertThat(stranger.get(list).status()).isEqualTo(404);
        assertThat(stranger.get("/policy-workbench?snapshot=" + snapshot).status())
                .isEqualTo(404);
        assertThat(stranger.get("/policy-snapshots/" + snapshot).status()).isEqualTo(404);
        assertThat(stranger.get("/policy-snapshots").document().select("tbody tr"))
                .isEmpty();
        for (var path : List.of(
                "/policy-workbench", "/policy-snapshots", "/policy-scenarios", "/policy-scenarios/comparison", list)) {
            assertThat(firm.get(path).status()).as(path).isEqualTo(403);
        }
        assertThat(firm.get("/policies/" + DEMO).document().select("a[href^=/policy-workbench]"))
                .isEmpty();
        assertThat(browser.get("/policies/" + DEMO).document().select("main a[href^=/policy-workbench]"))
                .hasSize(1);
    }

    /// The way of the issue: an officer moves a threshold, a colleague lets it count, and the firm finds it on its
    /// page.
    @Test
    void fromAMovedThresholdToAFirmThatNewlyQualifies() {
        var packages = TestPackages.fresh();
        var facts = Firms.entitled();
        facts.put("registered_district", packages.district());
        OrgId firm = new Firms(companies, house.operator().actor()).deliver(facts);
        var second = house.member(officer.organisation(), Role.OFFICER);
        drafts.importPackage(
                officer.actor(), key(), new PolicyDrafts.Import(PackageZip.write(packages.version("1", 100))));
        publish(second);
        var browser = house.browser(officer);
        var opened = opened(browser);
        var snapshot = opened.document()
                .select("#workbench-figures input[name=snapshot]")
                .val();
        var page = browser.get("/policy-workbench?source=" + packages.id() + "&snapshot=" + snapshot);

        var moved = browser.submit(page, "#workbench-figures", Map.of("v-enough_staff", "40"));
        assertThat(moved.document()
                        .select("a[href*=list=winners] .atrium-tile__value")
                        .text())
                .startsWith("1");
        var query = moved.document().select("a[href*=list=winners]").attr("href");
        query = query.substring(query.indexOf('?'));
        var asked = browser.get("/policy-workbench/draft" + query);
        assertThat(asked.text()).contains("新建一份草案", "示例");
        var draft = browser.submit(asked, "form[action=/policy-workbench/draft]", Map.of());

        assertThat(draft.path()).startsWith("/policy-drafts/pdr_").endsWith("/check");
        assertThat(draft.text()).contains("校验通过");
        publish(second);
        var owner = house.browser(house.member(firm, Role.FIRM_OWNER));
        assertThat(owner.get("/entitlements").text()).contains("测试政策");
        assertThat(owner.get("/entitlements/" + packages.id()).text()).contains("符合", "员工人数", "从业人数 40");
    }

    private static RequestKey key() {
        return new RequestKey("pages-" + UUID.randomUUID());
    }

    private void publish(Resident second) {
        var draft = drafts.list(officer.actor(), null, 1).getFirst();
        assertThat(reviews.submit(officer.actor(), key(), draft.id())).isInstanceOf(PolicyDraftOutcome.Done.class);
        var approve = new PolicyReviews.Decide(draft.id(), clock.today(), "", reviews.comparedIn(draft));
        assertThat(reviews.decide(second.actor(), key(), approve)).isInstanceOf(PolicyDraftOutcome.Done.class);
        await().atMost(20, SECONDS)
                .until(() ->
                        drafts.find(officer.actor(), draft.id()).orElseThrow().state() == DraftState.PUBLISHED);
    }

    @Test
    void programsTakeSnapshotsAndSimulate() {
        var api = house.api(officer);
        var key = key().value();
        var taken = api.post("/api/v1/policy-snapshots", key, Map.of("name", "api " + name));
        assertThat(taken.status()).isEqualTo(201);
        var again = api.post("/api/v1/policy-snapshots", key, Map.of("name", "api " + name));
        var id = taken.body().at("/id").asString();
        assertThat(again.body().at("/id").asString()).isEqualTo(id);
        assertThat(api.get("/api/v1/policy-snapshots").body().at("/items")).hasSize(1);

        var path = "/api/v1/policies/" + DEMO + "/simulations";
        var ask = Map.of("snapshot", id, "figures", Map.of("enough_staff", "10"));
        var result = api.post(path, ask);

        assertThat(result.status()).isEqualTo(200);
        assertThat(result.body().at("/changes/losers").asInt()).isPositive();
        assertThat(result.body().at("/figures/0/supposed").asString()).isEqualTo("10");
        assertThat(result.body().at("/by_district").size()).isPositive();
        assertThat(api.post(path, Map.of("snapshot", id, "figures", Map.of("enough_staff", "x")))
                        .body()
                        .at("/code")
                        .asString())
                .isEqualTo("FIGURE_WRONG");
        assertThat(house.api(house.officer()).post(path, ask).status()).isEqualTo(404);
        assertThat(house.api(house.firmOwner()).post(path, ask).status()).isEqualTo(403);
        assertThat(house.api(house.firmOwner()).get("/api/v1/policy-snapshots").status())
                .isEqualTo(403);
    }
}
