// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.budget;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.compute.BilledJobs;
import io.atrium.compute.JobId;
import io.atrium.compute.JobRequest;
import io.atrium.compute.JobState;
import io.atrium.compute.RegisterPool;
import io.atrium.compute.Yard;
import io.atrium.kernel.Fen;
import io.atrium.kernel.access.Role;
import io.atrium.kernel.access.Scope;
import io.atrium.testing.Api;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// A firm sets budgets; what counts against them is proved line by line; what does not fit is refused before the click.
@AtriumTest
class BudgetsTest {

    @Autowired
    Yard yard;

    @Autowired
    BilledJobs jobs;

    @Autowired
    House house;

    @Autowired
    Budgets budgets;

    @Autowired
    BudgetWork work;

    @Autowired
    DSLContext database;

    private Resident firm;
    private RegisterPool pool;

    @BeforeEach
    void aFirmAndAPool() {
        firm = house.firmOwner();
        pool = yard.pool(8);
        database.execute("update node set state = 'DRAIN' where pool_id = ?", pool.id()); // what waits goes on waiting
    }

    /// Eight GPUs for ten minutes at 11.80: 15.73 at most.
    private JobRequest asked(String project) {
        return new JobRequest("test", "command", List.of("true"), 8, Duration.ofMinutes(10), pool.id(), null, project);
    }

    private Api.Answer submit(String project) {
        return house.api(firm).post("/api/v1/jobs", json(project));
    }

    private Map<String, Object> json(String project) {
        return Map.of(
                "name",
                "test",
                "command",
                List.of("true"),
                "gpus",
                8,
                "time_limit",
                "PT10M",
                "pool",
                pool.id(),
                "project",
                project);
    }

    private String set(String project, String limit, AtLimit atLimit) {
        var answer = house.api(firm)
                .post("/api/v1/budgets", Map.of("project", project, "limit", limit, "at_limit", atLimit.name()));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.body().path("id").asString();
    }

    private BudgetStanding standing(String id) {
        return budgets.find(new Scope.Own(firm.organisation()), new BudgetId(id), budgets.month())
                .orElseThrow();
    }

    @Test
    void aBudgetIsSetByFormAndShowsWhatProvesIt() {
        var browser = house.browser(firm);
        var form = browser.get("/budgets/new");
        var wrong = browser.submit(
                form, "form[action='/budgets']", Map.of("project", "微调", "limit", "x", "thresholds", "many"));
        assertThat(wrong.status()).isEqualTo(422);
        assertThat(wrong.text()).contains("请写明金额", "请写百分比");
        var set = browser.submit(wrong, "form[action='/budgets']", Map.of("limit", "100", "thresholds", "50%，80、100"));
        assertThat(set.text()).contains("项目“微调”的算力预算", "50%、80%、100%", "不再接受放不下的新作业");

        var billed = yard.submit(firm, asked("微调"));
        jobs.end(billed, Duration.ofMinutes(6)); // 9.44
        yard.submit(firm, asked("微调")); // holds 15.73
        yard.submit(firm, asked("其他"));
        var page = browser.get(set.path());
        assertThat(page.text()).contains("9.44", "15.73", "74.83", "25%");
        var lines =
                browser.get(page.document().select("a[href^='/budgets/lines']").attr("href"));
        assertThat(lines.text()).contains("9.44", "15.73", "25.17", "已出账", "冻结中");
        assertThat(lines.document().select("a[href='/jobs/" + billed + "'], a[href^='/bills/']"))
                .isNotEmpty();
        var engineer = house.browser(house.member(firm.organisation(), Role.FIRM_ENGINEER));
        assertThat(engineer.get(lines.path())
                        .document()
                        .select("main td, main th")
                        .select("a")
                        .eachAttr("href"))
                .contains("/jobs/" + billed)
                .noneMatch(href -> href.startsWith("/bills/"));
        assertThat(browser.get("/budgets").text()).contains("其他", "微调", "25%");
        assertThat(browser.get("/budgets/export?format=csv").document().text()).contains("74.83");
        assertThat(house.browser(firm).in("en").get(set.path()).text())
                .contains("Compute budget: project “微调”", "Refuse new jobs that do not fit");
        var again = house.api(firm).post("/api/v1/budgets", Map.of("project", "微调", "limit", "5", "at_limit", "ALERT"));
        assertThat(again.body().path("code").asString()).isEqualTo("BUDGET_EXISTS");
    }

    @Test
    void whatDoesNotFitIsRefusedInTheEstimateAlready() {
        var budget = set("", "30.00", AtLimit.REFUSE);
        assertThat(submit("a").status()).isEqualTo(201);
        var estimate = house.api(firm).post("/api/v1/job-estimates", json("b"));
        assertThat(estimate.body().path("code").asString()).isEqualTo("BUDGET_SPENT");
        var refused = submit("b");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("code").asString()).isEqualTo("BUDGET_SPENT");
        var browser = house.browser(firm);
        var live = browser.submit(
                browser.get("/jobs/new"),
                "#job-ask",
                Map.of(
                        "name",
                        "n",
                        "workload",
                        "command",
                        "command",
                        "true",
                        "gpus",
                        "8",
                        "minutes",
                        "10",
                        "where",
                        "pool:" + pool.id(),
                        "step",
                        "live"));
        assertThat(live.text()).contains("算力预算不足", "剩余 14.27");
        work.run();
        assertThat(browser.get("/jobs").text()).contains("本月预算剩余", "本月预算已用 52%");

        var path = "/budgets/" + budget;
        var changed = browser.submit(browser.get(path), "form[action='" + path + "']", Map.of("limit", "40"));
        assertThat(changed.text()).contains("预算已修改");
        assertThat(submit("b").status()).isEqualTo(201);
        assertThat(submit("b").status()).isEqualTo(422);
        var removed = browser.submit(browser.get(path + "/removal"), "form[action$=removal]", Map.of());
        assertThat(removed.text()).contains("预算已取消");
        assertThat(submit("b").status()).isEqualTo(201);
    }

    @Test
    void aProjectsBudgetConcernsThatProjectAlone() {
        set("small", "10.00", AtLimit.REFUSE);
        assertThat(submit("small").body().path("code").asString()).isEqualTo("BUDGET_SPENT");
        assertThat(submit("large").status()).isEqualTo(201);
        set("told", "10.00", AtLimit.ALERT);
        assertThat(submit("told").status()).isEqualTo(201);
    }

    @Test
    void ofManySubmissionsAtOnceAsManyPassAsFit() throws Exception {
        set("", "50.00", AtLimit.REFUSE); // three times 15.73
        try (var many = Executors.newFixedThreadPool(6)) {
            var submissions = IntStream.range(0, 6)
                    .<Callable<Integer>>mapToObj(_ -> () -> submit("p").status())
                    .toList();
            int passed = 0;
            for (var answer : many.invokeAll(submissions)) {
                passed += answer.get() == 201 ? 1 : 0;
            }
            assertThat(passed).isEqualTo(3);
        }
    }

    @Test
    void eachThresholdIsToldOnceInAMonth() {
        var budget = set("", "20.00", AtLimit.REFUSE);
        submit("p");
        work.run();
        work.run();
        var alerts = budgets.alerts(new BudgetId(budget));
        assertThat(alerts).singleElement().satisfies(alert -> {
            assertThat(alert.threshold()).isEqualTo(50);
            assertThat(alert.held()).isEqualTo(new Fen(1_573));
        });
        var path = "/budgets/" + budget;
        var browser = house.browser(firm);
        browser.submit(browser.get(path), "form[action='" + path + "']", Map.of("limit", "15.73"));
        work.run();
        work.run();
        assertThat(budgets.alerts(new BudgetId(budget)))
                .extracting(BudgetAlertView::threshold)
                .containsExactly(100, 80, 50);
        var inbox = browser.get("/inbox").text();
        assertThat(inbox).contains("已用到 50%", "算力预算已用完").doesNotContain("已用到 80%");
        assertThat(inbox.split("算力预算已用完", -1)).hasSize(2);
    }

    @Test
    void jobsBeyondTheLimitAreStoppedWhereTheFirmChoseSo() {
        var old = new JobId(submit("p").body().path("id").asString());
        var newer = new JobId(submit("p").body().path("id").asString());
        var elsewhere = new JobId(submit("q").body().path("id").asString());
        var budget = set("p", "20.00", AtLimit.STOP);
        assertThat(standing(budget).left()).isEqualTo(new Fen(2_000 - 2 * 1_573));
        work.run();
        work.run();
        assertThat(yard.job(newer).state()).isEqualTo(JobState.CANCELLED);
        assertThat(yard.job(old).state()).isEqualTo(JobState.QUEUED);
        assertThat(yard.job(elsewhere).state()).isEqualTo(JobState.QUEUED);
        assertThat(standing(budget).left().isNegative()).isFalse();
        assertThat(house.browser(firm).get("/jobs/" + newer).text()).contains("超出算力预算，自动停止");
        assertThat(house.browser(firm).get("/inbox").text()).contains("因超出算力预算");
    }

    @Test
    void whoWasSlowerIsToldAndNobodyElseSeesAnything() {
        var id = set("", "30.00", AtLimit.REFUSE);
        var path = "/budgets/" + id;
        var browser = house.browser(firm);
        var stale = browser.get(path);
        browser.submit(browser.get(path), "form[action='" + path + "']", Map.of("limit", "31"));
        assertThat(browser.submit(stale, "form[action='" + path + "']", Map.of("limit", "32"))
                        .status())
                .isEqualTo(409);

        var stranger = house.firmOwner();
        assertThat(house.browser(stranger).get(path).status()).isEqualTo(404);
        assertThat(house.api(stranger).get("/api/v1" + path).status()).isEqualTo(404);
        assertThat(house.api(stranger).get("/api/v1" + path + "/lines").status())
                .isEqualTo(404);
        assertThat(house.api(stranger)
                        .post("/api/v1" + path + "/removal", Map.of())
                        .status())
                .isEqualTo(404);
        assertThat(house.api(stranger).get("/api/v1/budgets").text()).doesNotContain(id);
        submit("geheim");
        assertThat(house.browser(stranger)
                        .get("/budgets/lines?firm=" + firm.organisation().value())
                        .text())
                .doesNotContain("geheim");
        assertThat(house.browser(house.member(pool.provider(), Role.PROVIDER_STAFF))
                        .get("/budgets")
                        .status())
                .isEqualTo(403);
        var engineer = house.member(firm.organisation(), Role.FIRM_ENGINEER);
        assertThat(house.browser(engineer).get(path).text()).contains("31.00");
        assertThat(house.api(engineer)
                        .post("/api/v1" + path, Map.of("limit", "1", "at_limit", "ALERT"))
                        .status())
                .isEqualTo(403);
        assertThat(house.browser(house.operator()).get(path).text()).contains("31.00");
        assertThat(house.browser(house.operator())
                        .get("/budgets/lines?firm=" + firm.organisation().value())
                        .text())
                .contains("geheim");
    }
}
