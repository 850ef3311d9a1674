// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.atrium.compute.execution.ExecutionEngine;
import io.atrium.compute.execution.Readiness;
import io.atrium.kernel.access.Role;
import io.atrium.kernel.access.Scope;
import io.atrium.kernel.clock.BusinessClock;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Jobs with a date, from the form to the round and back; on a pool of one node that a job occupies for ten minutes.
@AtriumTest
class JobDatesTest {

    private static final DateTimeFormatter TYPED =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm").withZone(BusinessClock.ZONE);

    @Autowired
    Yard yard;

    @Autowired
    House house;

    @Autowired
    Jobs jobs;

    @Autowired
    ExecutionEngine engine;

    private Resident firm;
    private RegisterPool pool;

    @BeforeEach
    void aBusyNode() {
        firm = house.firmOwner();
        pool = yard.pool(1);
        yard.submit(firm, Yard.command(pool, 8, "sleep", "600"));
        yard.step();
    }

    @AfterEach
    void stopAll() {
        jobs.list(new Scope.Own(firm.organisation()), JobFilter.ALL, 0, 10).stream()
                .filter(job -> job.state().isStoppable())
                .forEach(job -> jobs.stop(firm.actor(), new StopJob(Yard.key(), job.id(), "end of the test")));
    }

    private Map<String, String> answers(String neededBy) {
        var answers = new HashMap<>(Map.of(
                "name", "交付训练", "workload", "command", "command", "true", "where", "pool:" + pool.id(), "gpus", "8"));
        answers.put("minutes", "10");
        answers.put("neededBy", neededBy);
        return answers;
    }

    private static Instant in(int minutes) {
        return Instant.now().plus(Duration.ofMinutes(minutes)).truncatedTo(ChronoUnit.MINUTES);
    }

    /// Needed as soon as its limit allows, while the node is busy for longer.
    private JobId late() {
        var date = Instant.now().plus(Duration.ofMinutes(10)).plusSeconds(20);
        var job = yard.submit(firm, Yard.command(pool, 8, "true").neededBy(date));
        yard.step();
        return job;
    }

    @Test
    @Tag("CMP-2")
    void theFormTellsBeforeTheClickWhetherADateIsKeptAndACopyHasNone() {
        var browser = house.browser(firm);
        var form = browser.get("/jobs/new");
        assertThat(form.text()).contains("完成期限", "不会排到别的项目或别的企业前面", "到了期限不会停止作业");
        assertThat(house.browser(firm).in("en").get("/jobs/new").text())
                .contains("Needed by", "never before another project or another firm", "The date stops nothing");
        var date = in(120);
        var checked = browser.submit(form, "form[action='/jobs/new']", answers(TYPED.format(date)));
        assertThat(checked.text()).contains("完成期限", "能否赶上期限： 很可能赶得上");
        var page = browser.submit(checked, "form[action='/jobs']", Map.of());
        var id = new JobId(page.path().substring("/jobs/".length()));
        assertThat(yard.job(id).ask().neededBy()).isEqualTo(date);
        assertThat(browser.get("/jobs/new?copy=" + id)
                        .document()
                        .select("input[name=neededBy]")
                        .val())
                .isEmpty();
        assertThat(browser.get("/jobs/new/check?copy=" + id).text()).doesNotContain("完成期限");
        var unsure =
                browser.submit(browser.get("/jobs/new"), "form[action='/jobs/new']", answers(TYPED.format(in(16))));
        assertThat(unsure.text()).contains("可能赶不上", "之间完成");
        var elsewhere = new HashMap<>(answers(TYPED.format(date)));
        elsewhere.put("where", "pool:" + yard.pool(1).id());
        assertThat(browser.submit(browser.get("/jobs/new"), "form[action='/jobs/new']", elsewhere)
                        .text())
                .contains("很可能赶得上", "用满时限，最迟");
    }

    @Test
    void aWrongDateIsToldAtItsFieldWithWhatToDo() {
        var browser = house.browser(firm);
        for (var wrong : List.of("tomorrow", TYPED.format(in(5)), TYPED.format(in(-60)), "2099-01-01 10:00")) {
            var refused = browser.submit(browser.get("/jobs/new"), "form[action='/jobs/new']", answers(wrong));
            assertThat(refused.status()).as(wrong).isEqualTo(422);
            assertThat(refused.document().select("#field-neededBy-error"))
                    .as(wrong)
                    .hasSize(1);
            assertThat(refused.document().select("input[name=name]").val()).isEqualTo("交付训练");
        }
        var english = house.browser(firm).in("en");
        assertThat(english.submit(english.get("/jobs/new"), "form[action='/jobs/new']", answers(TYPED.format(in(5))))
                        .text())
                .contains("The date is too soon", "Shorten the time limit, choose a later date");
        var api = house.api(firm);
        assertThat(api.post("/api/v1/jobs", ask(in(5))).body().path("code").asString())
                .isEqualTo("NEEDED_BY_TOO_SOON");
        assertThat(api.post("/api/v1/job-estimates", ask(in(600_000)))
                        .body()
                        .path("code")
                        .asString())
                .isEqualTo("NEEDED_BY_OUT_OF_RANGE");
        var withoutOffset = new HashMap<>(ask(in(60)));
        withoutOffset.put("needed_by", "2026-12-01T18:00");
        assertThat(api.post("/api/v1/job-estimates", withoutOffset).status()).isEqualTo(400);
    }

    private Map<String, Object> ask(Instant neededBy) {
        return Map.of(
                "name",
                "n",
                "command",
                List.of("true"),
                "gpus",
                8,
                "time_limit",
                "PT10M",
                "pool",
                pool.id(),
                "needed_by",
                neededBy.atOffset(ZoneOffset.ofHours(8)).toString());
    }

    @Test
    @Tag("CMP-5")
    void aJobThatWillBeLateSaysSoEverywhereAndItsFirmIsToldOnce() {
        var job = late();
        var path = "/jobs/" + job;
        yard.step();
        var page = house.browser(firm).get(path);
        assertThat(page.text()).contains("按目前排队赶不上", "期限：最早", "用满时限 10 分 ", "按目前排队赶不上期限，已通知企业");
        assertThat(page.document().select("section[aria-labelledby=history]").text())
                .containsOnlyOnce("已通知企业");
        assertThat(house.browser(firm).in("en").get(path).text())
                .contains("Late by the present queue", "if it uses its whole limit of");
        assertThat(house.browser(firm).get("/jobs").text()).contains("按目前排队赶不上");

        var api = house.api(firm);
        var json = api.get("/api/v1" + path).body();
        assertThat(json.path("in_time").asString()).isEqualTo("UNLIKELY");
        assertThat(Instant.parse(json.path("needed_by").asString()))
                .isEqualTo(yard.job(job).ask().neededBy());
        assertThat(api.get("/api/v1/jobs?state=QUEUED")
                        .body()
                        .at("/items/0/in_time")
                        .asString())
                .isEqualTo("UNLIKELY");
        var explained = api.get("/api/v1" + path + "/explain").body();
        assertThat(explained.path("in_time").asString()).isEqualTo("UNLIKELY");
        assertThat(explained.path("start").path("reasons").toString()).contains("TOO_LATE_FOR_ITS_DATE");
        assertThat(house.api(house.operator()).get("/api/v1/scheduler-state").text())
                .contains("needed-by," + job + ",");

        await().atMost(Duration.ofSeconds(30))
                .until(() -> house.browser(firm).get("/inbox").text().contains("赶不上期限"));
        var told = api.get("/api/v1/inbox?kind=job-date").body().path("items");
        assertThat(told.size()).isEqualTo(1);
        var stranger = house.firmOwner();
        assertThat(house.api(stranger).get("/api/v1" + path).status()).isEqualTo(404);
        assertThat(house.api(stranger)
                        .get("/api/v1/inbox?kind=job-date")
                        .body()
                        .path("items")
                        .size())
                .isZero();
        assertThat(house.browser(house.member(pool.provider(), Role.PROVIDER_STAFF))
                        .get(path)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aJobThatMayBeDoneInTimeTellsNobody() {
        var job = yard.submit(firm, Yard.command(pool, 8, "true").neededBy(in(120)));
        yard.step();
        assertThat(house.api(firm)
                        .get("/api/v1/jobs/" + job)
                        .body()
                        .path("in_time")
                        .asString())
                .isEqualTo("LIKELY");
        assertThat(jobs.history(new Scope.All(), job))
                .noneMatch(event -> event.kind().equals("TOO_LATE"));
    }

    @Test
    void aCloseDateGoesBeforeTheFirmsOwnEarlierJob() {
        var earlier = yard.submit(firm, Yard.command(pool, 8, "true"));
        var dated = yard.submit(firm, Yard.command(pool, 8, "true").neededBy(in(120)));
        yard.step();
        assertThat(position(dated)).isLessThan(position(earlier));
    }

    private int position(JobId job) {
        return jobs.explain(new Scope.All(), job).orElseThrow().position();
    }

    @Test
    void aJobThatIsOverSaysWhetherItWasDoneInTime() {
        Assumptions.assumeTrue(engine.readiness() instanceof Readiness.Ready, "cannot confine jobs here");
        var free = yard.pool(1);
        var job = yard.submit(firm, Yard.command(free, 8, "true").neededBy(in(120)));
        yard.until(job, JobState.SETTLED);
        assertThat(house.browser(firm).get("/jobs/" + job).text()).contains("按期完成");
        assertThat(house.api(firm)
                        .get("/api/v1/jobs/" + job)
                        .body()
                        .path("in_time")
                        .asString())
                .isEqualTo("MET");
    }
}
