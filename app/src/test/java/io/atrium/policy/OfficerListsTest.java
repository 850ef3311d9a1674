// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.atrium.company.Companies;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.OrgKind;
import io.atrium.kernel.access.Role;
import io.atrium.kernel.access.Scope;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.policy.domain.GrantState;
import io.atrium.testing.Api;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.Browser;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/// The lists by which a department works: grants, answers across firms, the catalogue.
@AtriumTest
class OfficerListsTest {

    private static final PolicyId DEMO = new PolicyId("demo-compute-voucher");

    @Autowired
    House house;

    @Autowired
    Companies companies;

    @Autowired
    Entitlements entitlements;

    @Autowired
    Grants grants;

    @Autowired
    BusinessClock clock;

    private final List<String> names = new ArrayList<>();
    private OrgId firm;
    private Resident officer;

    @BeforeEach
    void threeFirmsAreEntitled() {
        officer = house.officer();
        entitled();
        entitled();
        firm = entitled();
        await().atMost(20, SECONDS)
                .until(() -> !entitlements.history(new Scope.All(), firm, DEMO).isEmpty());
    }

    private OrgId entitled() {
        var facts = Firms.entitled();
        names.add(facts.get("name"));
        return new Firms(companies, house.operator().actor()).deliver(facts);
    }

    private void passPublicity() {
        var grant = grants.list(new Scope.All(), firm).getFirst();
        clock.advance(Duration.between(clock.instant(), Objects.requireNonNull(grant.dueAt()))
                .plusMinutes(1));
        grants.moveDue();
        await().atMost(20, SECONDS)
                .until(() ->
                        grants.find(new Scope.All(), grant.id()).orElseThrow().state() == GrantState.FIRM_CONFIRM);
    }

    private Browser.Page proposed(Browser browser) {
        return browser.submit(browser.get("/grant-lists"), "form[action=/grant-lists]", Map.of("policy", DEMO.value()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    @Tag("TAB-2")
    @Tag("TAB-5")
    void aGrantListSaysItsSumTheBudgetBeforeAndAfterAndTheEffectOfConfirming(String language) {
        var browser = house.browser(officer).in(language);

        var list = proposed(browser);

        assertThat(list.status()).isEqualTo(200);
        assertThat(list.text())
                .contains(
                        language.equals("en")
                                ? List.of("Left once all is granted", "Confirmed now, the list is public until")
                                : List.of("全部发放后的余额", "现在确认的，公示至"));
        var found = browser.get(list.path() + "?text=" + names.getFirst() + "&sort=-firm");
        assertThat(found.document().select("tbody tr")).hasSize(1);
        assertThat(found.document().select("a[href*=/export]").eachAttr("href"))
                .hasSize(2)
                .allMatch(href -> href.contains("text="));
        assertThat(browser.get(list.path() + "?state=GRANTED").document().select("tbody tr"))
                .isEmpty();
        assertThat(browser.get(list.path() + "?state=nonsense").status()).isEqualTo(200);
        var file = browser.get(list.path() + "/export?format=csv&text=" + names.getFirst());
        assertThat(file.status()).isEqualTo(200);
        assertThat(file.text()).contains(names.getFirst(), "180000.00").doesNotContain(names.getLast());
    }

    @Test
    @Tag("HOME-2")
    void theFiguresOfAListLeadToTheRowsThatProveThem() {
        var browser = house.browser(officer);
        var list = browser.submit(proposed(browser), "form[action$=/confirmation]", Map.of());

        var line = list.document().select(".atrium-facts--figures a[href*=state=PUBLICITY]");
        int firms = Integer.parseInt(line.text().replaceAll("\\D.*$", ""));
        var rows = browser.get(line.attr("href"));

        assertThat(rows.document().select(".atrium-table__count").text()).contains(String.valueOf(firms));
    }

    @Test
    @Tag("HOME-1")
    void aLongListIsOneThingForTheStewardToDo() {
        entitled();
        var browser = house.browser(officer);
        var list = browser.submit(proposed(browser), "form[action$=/confirmation]", Map.of());
        passPublicity();
        var steward = house.browser(house.resident(OrgKind.COMMUNITY, Role.STEWARD));

        var items = steward.get("/to-dos").document().select("li:has(a[href^=" + list.path() + "])");

        assertThat(items).hasSize(1);
        assertThat(items.text()).contains("家企业可以确认", "还剩");
        assertThat(steward.get(items.select("a").attr("href")).status()).isEqualTo(200);
    }

    @Test
    void anObjectionHasADayByWhichItIsRuledOn() {
        var browser = house.browser(officer);
        var list = browser.submit(proposed(browser), "form[action$=/confirmation]", Map.of());
        var row = browser.get(list.path() + "?text=" + names.getFirst())
                .document()
                .select("tbody th a");
        var operator = house.browser(house.operator());
        operator.submit(operator.get(row.attr("href")), "form[action$=/objection]", Map.of("reason", "请核对"));

        var held = browser.get(list.path() + "?state=OBJECTION_HELD&text=" + names.getFirst());

        assertThat(held.document().select("tbody .atrium-due")).hasSize(1);
        assertThat(held.document().select("tbody tr").text()).contains("主管部门", "5 个工作日");
        assertThat(browser.get(row.attr("href")).text()).contains("平台约定 5 个工作日内");
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    @Tag("HOME-2")
    void theSurveySaysWhoWouldBeGrantedAndItsTilesAreItsLists(String language) {
        var near = Firms.entitled();
        near.put("employees", "3");
        var almost = new Firms(companies, house.operator().actor()).deliver(near);
        await().atMost(20, SECONDS)
                .until(() ->
                        !entitlements.history(new Scope.All(), almost, DEMO).isEmpty());
        var browser = house.browser(officer).in(language);

        var survey = browser.get("/entitlement-survey?policy=" + DEMO + "&outcome=NEAR&text=" + near.get("name"));

        assertThat(survey.document().select("tbody tr")).hasSize(1);
        assertThat(survey.document().select("tbody tr").text()).contains(language.equals("en") ? "short by 2" : "还差 2");
        for (var tile : survey.document().select("a.atrium-tile")) {
            var rows = browser.get(tile.attr("href"));
            assertThat(digits(tile.select(".atrium-tile__value").text()))
                    .isEqualTo(
                            rows.document().select(".atrium-table").isEmpty()
                                    ? "0"
                                    : digits(rows.document()
                                            .select(".atrium-table__count")
                                            .text()));
        }
        assertThat(browser.get("/entitlement-survey/export?format=csv&outcome=NEAR&policy=" + DEMO)
                        .text())
                .contains(near.get("name"));
        assertThat(house.browser(house.provider()).get("/entitlement-survey").status())
                .isEqualTo(403);
    }

    private static String digits(String text) {
        return text.replaceAll("\\D", "");
    }

    @Test
    @Tag("API-6")
    void programsReadListsAPageAtATime() {
        var api = house.api(officer);
        var list = api.post("/api/v1/grant-lists", Map.of("policy", DEMO.value()))
                .body()
                .at("/id")
                .asString();
        var seen = all(api, "/api/v1/grant-lists/" + list + "/grants?limit=2", "/id");
        assertThat(new HashSet<>(seen)).hasSameSizeAs(seen);
        assertThat(seen.size()).isGreaterThanOrEqualTo(3);
        assertThat(all(api, "/api/v1/grant-lists?limit=2", "/id")).contains(list);
        var answers = all(api, "/api/v1/entitlements/survey?limit=200&outcome=ENTITLED&policy=" + DEMO, "/firm");
        assertThat(answers).contains(firm.value()).doesNotHaveDuplicates();
        var stranger = house.api(house.firmOwner());
        assertThat(stranger.get("/api/v1/grant-lists/" + list + "/grants").status())
                .isEqualTo(404);
        assertThat(all(stranger, "/api/v1/entitlements/survey?limit=200", "/firm"))
                .doesNotContain(firm.value());
        assertThat(house.api(house.member(firm, Role.FIRM_OWNER))
                        .get("/api/v1/entitlements/survey?policy=" + DEMO)
                        .body()
                        .at("/items"))
                .hasSize(1);
    }

    private static List<String> all(Api api, String path, String field) {
        var seen = new ArrayList<String>();
        var next = "";
        do {
            var answer = api.get(path + next);
            assertThat(answer.status()).isEqualTo(200);
            answer.body().at("/items").forEach(item -> seen.add(item.at(field).asString()));
            var cursor = answer.body().at("/next");
            next = cursor.isString() ? "&after=" + cursor.asString() : "";
        } while (!next.isEmpty());
        return seen;
    }

    @ParameterizedTest
    @ValueSource(strings = {"zh-CN", "en"})
    @Tag("TAB-2")
    @Tag("TAB-5")
    void anybodyLooksForPoliciesByPlaceKindWordsAndClosingDate(String language) {
        var visitor = house.visitor().in(language);
        var all = visitor.get("/policies?size=100");

        assertThat(all.document().select("tbody tr").first()).isNotNull();
        var open = visitor.get("/policies?size=100&state=open").document().select("tbody tr");
        var closed = visitor.get("/policies?size=100&state=closed").document().select("tbody tr");
        assertThat(open.size() + closed.size())
                .isEqualTo(all.document().select("tbody tr").size());
        assertThat(all.document().select("tbody tr").eachText().subList(0, open.size()))
                .isEqualTo(open.eachText());
        assertThat(visitor.get("/policies?benefit=CORPUS_VOUCHER").document().select("tbody tr"))
                .hasSizeGreaterThan(1);
        assertThat(visitor.get("/policies?text=489").document().select("tbody tr"))
                .isNotEmpty();
        for (var filter : List.of("status=DRAFT", "status=SECONDARY_ONLY", "deadline=unstated")) {
            var rows = visitor.get("/policies?size=100&" + filter).document().select("tbody tr");
            assertThat(rows.size())
                    .as(filter)
                    .isPositive()
                    .isLessThan(all.document().select("tbody tr").size());
        }
        assertThat(visitor.get("/policies?text=nothing-like-this").document().select("tbody tr"))
                .isEmpty();
        assertThat(visitor.get("/policies/export?format=csv&benefit=CORPUS_VOUCHER")
                        .status())
                .isEqualTo(200);
    }
}
