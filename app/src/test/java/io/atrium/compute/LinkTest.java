// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.engine.scheduler.model.Link;
import io.atrium.engine.scheduler.model.Shape;
import io.atrium.kernel.Fen;
import io.atrium.kernel.access.Role;
import io.atrium.kernel.access.Scope;
import io.atrium.testing.Api;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.Browser;
import io.atrium.testing.Browser.Page;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/// The network between nodes, from the price list to the job: three pools of one model, of which the cheapest says
/// nothing of it.
@AtriumTest
class LinkTest {

    private static final int FAST = 6_000;
    private static final int SLOW = 100;

    @Autowired
    Yard yard;

    @Autowired
    House house;

    @Autowired
    Jobs jobs;

    private Resident firm;
    private RegisterPool unsaid;
    private RegisterPool slow;
    private RegisterPool fast;

    @BeforeEach
    void moveIn() {
        firm = house.firmOwner();
        unsaid = yard.pool(1);
        slow = yard.beside(unsaid, Shape.WHOLE_GPUS.withLink(new Link(SLOW)), new Fen(5_000));
        fast = yard.beside(unsaid, Shape.WHOLE_GPUS.withLink(new Link(FAST)), new Fen(9_000));
    }

    @AfterEach
    void stopAll() {
        jobs.list(new Scope.Own(firm.organisation()), JobFilter.ALL, 0, 20).stream()
                .filter(job -> job.state().isStoppable())
                .forEach(job -> jobs.stop(firm.actor(), new StopJob(Yard.key(), job.id(), "end of the test")));
    }

    private Map<String, String> answers(String link) {
        return Map.of(
                "name",
                "跨节点训练",
                "workload",
                "command",
                "command",
                "true",
                "where",
                "model:" + unsaid.gpuModel(),
                "gpus",
                "2",
                "minutes",
                "10",
                "link",
                link);
    }

    private Page checked(Browser browser, String link) {
        return browser.submit(browser.get("/jobs/new"), "form[action='/jobs/new']", answers(link));
    }

    private Api.Answer estimated(Object link) {
        return house.api(firm).post("/api/v1/job-estimates", body(link));
    }

    private Map<String, Object> body(Object link) {
        return Map.of(
                "name",
                "n",
                "command",
                List.of("true"),
                "gpus",
                2,
                "time_limit",
                "PT1H",
                "gpu_model",
                unsaid.gpuModel(),
                "link_gbps",
                link);
    }

    @Test
    void theFormSaysWhichPoolsHaveHowMuchAndTheCheckNamesWhatWasAsked() {
        var browser = house.browser(firm);
        assertThat(browser.get("/jobs/new").text()).contains("节点间网络不低于", "已说明的有：", fast.id() + " 6,000 Gbit/s");
        var check = checked(browser, "200");
        assertThat(check.text()).contains("节点间网络 不低于 200 Gbit/s", fast.id(), "节点间网络 6,000 Gbit/s");
        var job = browser.submit(check, "form[action='/jobs']", Map.of());
        assertThat(job.text()).contains("作业已提交", "节点间网络 不低于 200 Gbit/s");
        assertThat(house.browser(firm).in("en").get(job.path()).text())
                .contains("Network between nodes at least 200 Gbit/s");
        assertThat(house.browser(house.firmOwner()).get(job.path()).status()).isEqualTo(404);
        var copy = browser.get("/jobs/new?copy=" + job.path().substring("/jobs/".length()));
        assertThat(copy.document().select("input[name=link]").val()).isEqualTo("200");
        assertThat(copy.document().select("details.atrium-more").hasAttr("open"))
                .isTrue();
    }

    @Test
    void whoAsksForNoneIsToldNothingOfItAndGetsTheCheapest() {
        var browser = house.browser(firm);
        var check = checked(browser, "");
        assertThat(check.text()).contains(unsaid.id()).doesNotContain("节点间网络");
        var job = browser.submit(check, "form[action='/jobs']", Map.of());
        assertThat(job.text()).contains("作业已提交").doesNotContain("节点间网络");
    }

    @Test
    void whatIsWrongIsSaidAtTheFieldAndStaysAsTyped() {
        var browser = house.browser(firm);
        atField(checked(browser, "很快"), "很快", "请填写一个整数");
        atField(checked(browser, "6,401"), "6,401", "节点间网络可以要求 0 到 6,400 Gbit/s");
        atField(checked(browser, "6001"), "6001", "符合其他条件的资源池中 " + fast.id() + " 最快，为 6,000 Gbit/s");
        var english = house.browser(firm).in("en");
        atField(checked(english, "6001"), "6001", "No pool has so fast a network");
    }

    private static void atField(Page page, String typed, String told) {
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.text()).contains(told);
        var field = page.document().select("input[name=link]");
        assertThat(field.attr("aria-invalid")).isEqualTo("true");
        assertThat(field.val()).isEqualTo(typed);
        assertThat(page.document().select("details.atrium-more").hasAttr("open"))
                .isTrue();
    }

    @Test
    void aJobThatWouldWaitIsToldWithWhichNetworkItCouldStart() {
        yard.submit(firm, Yard.command(fast, 2, "sleep", "60"));
        yard.step();
        assertThat(checked(house.browser(firm), "200").text())
                .contains("节点间网络改为不低于 100 Gbit/s（资源池 " + slow.id() + "）可以立即开始");
        yard.submit(firm, Yard.command(slow, 2, "sleep", "60"));
        yard.step();
        assertThat(checked(house.browser(firm).in("en"), "200").text())
                .contains("Without asking for a network between nodes (pool " + unsaid.id());
        var remedy = estimated(200)
                .body()
                .path("start")
                .path("remedies")
                .valueStream()
                .toList();
        assertThat(remedy)
                .anySatisfy(each -> assertThat(each.path("code").asString()).isEqualTo("ASK_FOR_SLOWER_LINK"));
    }

    @Test
    void capacityAndPricesSayItWhereItWasSaid() {
        for (var path : List.of("/prices", "/status")) {
            assertThat(row(house.visitor().get(path), fast)).contains("节点间网络 6,000 Gbit/s");
            assertThat(row(house.visitor().in("en").get(path), fast)).contains("6,000 Gbit/s between nodes");
            assertThat(row(house.visitor().get(path), unsaid)).doesNotContain("Gbit/s");
        }
        var provider = house.browser(house.member(fast.provider(), Role.PROVIDER_STAFF));
        assertThat(row(provider.get("/provider"), slow)).contains("节点间网络 100 Gbit/s");
    }

    private static String row(Page page, RegisterPool pool) {
        return page.document().select("tr:has(th:contains(" + pool.id() + "))").text();
    }

    @Test
    void programsAskForItAndAreTold() {
        var api = house.api(firm);
        var pools = api.get("/api/v1/pools").body().path("items");
        assertThat(pool(pools, fast).path("link_gbps").asInt()).isEqualTo(FAST);
        assertThat(pool(pools, unsaid).has("link_gbps")).isFalse();
        var estimate = estimated(200);
        assertThat(estimate.body().path("pool").asString()).as(estimate.text()).isEqualTo(fast.id());
        assertThat(estimate.body().path("link_gbps").asInt()).isEqualTo(FAST);
        assertThat(estimated(0).body().path("pool").asString()).isEqualTo(unsaid.id());
        var job = api.post("/api/v1/jobs", "key-" + UUID.randomUUID(), body(200));
        assertThat(job.status()).as(job.text()).isEqualTo(201);
        assertThat(job.body().path("link_gbps").asInt()).isEqualTo(200);
        var path = "/api/v1/jobs/" + job.body().path("id").asString();
        assertThat(api.get(path).body().path("link_gbps").asInt()).isEqualTo(200);
        assertThat(house.api(house.firmOwner()).get(path).status()).isEqualTo(404);
        var without = new HashMap<>(body(0));
        without.remove("link_gbps");
        var plain = api.post("/api/v1/jobs", "key-" + UUID.randomUUID(), without);
        assertThat(plain.body().has("link_gbps")).as(plain.text()).isFalse();
    }

    private static JsonNode pool(JsonNode pools, RegisterPool wanted) {
        return pools.valueStream()
                .filter(pool -> pool.path("id").asString().equals(wanted.id()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void programsAreToldWhyItIsRefused() {
        refused(-1, "LINK_OUT_OF_RANGE");
        refused(6_401, "LINK_OUT_OF_RANGE");
        refused(6_001, "LINK_TOO_FAST");
        var facts = estimated(6_001).body().path("facts");
        assertThat(facts.path("pool").asString()).isEqualTo(fast.id());
        assertThat(facts.path("link_given").asInt()).isEqualTo(FAST);
        assertThat(estimated("fast").status()).isBetween(400, 422);
    }

    private void refused(int link, String code) {
        var answer = estimated(link);
        assertThat(answer.status()).as(answer.text()).isEqualTo(422);
        assertThat(answer.body().path("code").asString()).isEqualTo(code);
        assertThat(answer.body().path("facts").path("field").asString()).isEqualTo("link_gbps");
    }
}
