// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import static io.atrium.compute.Yard.command;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.atrium.compute.execution.ExecutionEngine;
import io.atrium.compute.execution.Readiness;
import io.atrium.engine.scheduler.model.GpuAmount;
import io.atrium.kernel.access.Role;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/// Interruptible jobs as people and programs see them, in both languages.
@AtriumTest
@TestPropertySource(properties = {"atrium.compute.lending.ran-min=0s", "atrium.compute.lending.grace=5s"})
class BorrowingPagesTest {

    @Autowired
    Yard yard;

    @Autowired
    House house;

    @Autowired
    Quotas quotas;

    @Autowired
    Jobs jobs;

    @Autowired
    ExecutionEngine engine;

    private Resident firm;
    private RegisterPool pool;

    @BeforeEach
    void moveIn() {
        firm = house.firmOwner();
        pool = yard.pool(1);
    }

    @Test
    void theFormAsksInPlainWordsWhatItGivesAndCosts() {
        var form = house.browser(firm).get("/jobs/new");
        assertThat(form.text()).contains("是否可以中断", "配额以外的空闲卡", "照常计费", "ATRIUM_CHECKPOINT_DIR", "Slurm");
        assertThat(house.browser(firm).in("en").get("/jobs/new").text())
                .contains("May it be interrupted?", "beyond your quota", "though charged", "Slurm");
        var answers = Map.of(
                "name",
                "可中断训练",
                "workload",
                "command",
                "command",
                "true",
                "where",
                "pool:" + pool.id(),
                "gpus",
                "8",
                "minutes",
                "10",
                "interruptible",
                "yes");
        var browser = house.browser(firm);
        var checked = browser.submit(browser.get("/jobs/new"), "form[action='/jobs/new']", answers);
        assertThat(checked.text()).contains("可以：程序自己保存检查点");
        var job = browser.submit(checked, "form[action='/jobs']", Map.of());
        var id = job.path().substring("/jobs/".length());
        assertThat(yard.job(new JobId(id)).course().interruptible()).isTrue();
        var copy = browser.get("/jobs/new?copy=" + id);
        assertThat(copy.document()
                        .select("input[name=interruptible][value=yes]")
                        .hasAttr("checked"))
                .isTrue();
    }

    @Test
    void showsEachInterruptionWithItsReasonAndNeverForWhom() {
        Assumptions.assumeTrue(engine.readiness() instanceof Readiness.Ready, "cannot confine jobs here");
        var job = interrupted();
        var other = house.firmOwner();
        var path = "/jobs/" + job;
        var page = house.browser(firm).get(path);
        assertThat(page.text()).contains("被中断，重新排队", "请求归还 8 卡给配额内的作业", "中断：已归还 8 卡给配额内的作业", "开始运行");
        assertThat(page.text()).doesNotContain("借方的作业");
        assertThat(page.text()).contains("这次运行了", "到现在已等待", "没有看到这次运行的检查点，丢失多少不清楚");
        assertThat(house.browser(firm).in("en").get(path).text())
                .contains("Interrupted, waits again", "gave 8 GPUs back to jobs within their quota")
                .contains("No checkpoint of this run was seen, so what was lost is unknown");
        assertThat(house.browser(firm).get("/jobs").text()).contains("被中断，重新排队");
        assertThat(house.browser(other).get(path).status()).isEqualTo(404);
        var provider = house.browser(house.member(pool.provider(), Role.PROVIDER_STAFF));
        assertThat(provider.get(path).text()).contains("被中断，重新排队");
        assertThat(house.browser(firm).get(path + "/cancellation").text()).contains("已经用掉的照常收费");

        var json = house.api(firm).get("/api/v1" + path).body();
        assertThat(json.path("interruptible").asBoolean()).isTrue();
        assertThat(json.path("run").asInt()).isEqualTo(2);
        assertThat(house.api(other).get("/api/v1" + path).status()).isEqualTo(404);
        assertThat(house.api(firm)
                        .get("/api/v1" + path + "/explain")
                        .body()
                        .path("history")
                        .toString())
                .contains("INTERRUPTED");
        var interruption = house.api(firm)
                .get("/api/v1" + path + "/explain")
                .body()
                .path("interruptions")
                .path(0);
        assertThat(interruption.path("lost_known").asBoolean(true)).isFalse();
        assertThat(interruption.has("gone_on_at")).isFalse();
        await().atMost(Duration.ofSeconds(30))
                .until(() -> house.browser(firm).get("/inbox").text().contains("被中断：已归还 8 卡"));
    }

    @Test
    @Tag("CMP-8")
    void theFairSharePageSaysWhoBorrowsInWordsAndInTheChart() {
        Assumptions.assumeTrue(engine.readiness() instanceof Readiness.Ready, "cannot confine jobs here");
        var job = yard.submit(firm, command(pool, 8, "sleep", "60").whichYields());
        yard.until(job, JobState.RUNNING);
        quotas.setGpusMax(house.operator().actor(), firm.organisation(), 0);
        var own = house.browser(firm).get("/fair-share");
        assertThat(own.text()).contains("您在配额以外借用着 8 张空闲卡");
        assertThat(own.document()
                        .select("atrium-chart:contains(借用) tr:contains(" + pool.gpuModel() + ") td")
                        .eachAttr("data-value"))
                .containsExactly("0", "8");
        assertThat(house.browser(firm).in("en").get("/fair-share").text())
                .contains("You use 8 GPUs beyond your quota, lent from what is idle");

        var staff = house.member(pool.provider(), Role.PROVIDER_STAFF);
        var all = house.browser(staff).get("/fair-share");
        assertThat(all.text()).contains("1 家企业在配额以外一共借用着 8 张空闲卡");
        assertThat(all.document().select("atrium-chart").eachText())
                .anyMatch(text -> text.contains("配额以外借用") && text.contains(name(firm)));
        var other = house.firmOwner();
        assertThat(house.browser(other).get("/fair-share").text())
                .contains("其他企业在配额以外一共借用着")
                .doesNotContain(name(firm));
        var stranger = house.member(house.provider().organisation(), Role.PROVIDER_STAFF);
        assertThat(house.browser(stranger).get("/fair-share").text())
                .contains("现在没有企业在配额以外借用 GPU")
                .doesNotContain(name(firm));
        theApiSaysTheSame(staff, other);
        assertThat(quotas.of(firm.organisation()).gpusBorrowed()).isEqualTo(GpuAmount.ofGpus(8));
        jobs.stop(firm.actor(), new StopJob(Yard.key(), job, "enough"));
        yard.until(job, JobState.SETTLED);
    }

    private void theApiSaysTheSame(Resident staff, Resident other) {
        var own = house.api(firm).get("/api/v1/fair-share").body();
        assertThat(own.path("firms")).hasSize(1);
        assertThat(own.path("firms").path(0).path("gpus_borrowed").asInt()).isEqualTo(8);
        assertThat(own.path("others").has("gpus_borrowed")).isTrue();
        assertThat(house.api(firm)
                        .get("/api/v1/quota")
                        .body()
                        .path("gpus_borrowed")
                        .asInt())
                .isEqualTo(8);
        var all = house.api(staff).get("/api/v1/fair-share").body();
        assertThat(all.path("firms").path(0).path("firm").asString())
                .isEqualTo(firm.organisation().value());
        assertThat(all.has("others")).isFalse();
        var others = house.api(other).get("/api/v1/fair-share");
        assertThat(others.body().path("others").path("gpus_borrowed").asInt()).isGreaterThanOrEqualTo(8);
        assertThat(others.text()).doesNotContain(firm.organisation().value());
        assertThat(house.api(house.officer()).get("/api/v1/fair-share").status())
                .isEqualTo(403);
    }

    private static String name(Resident resident) {
        return resident.actor().organisationName();
    }

    private JobId interrupted() {
        var job = yard.submit(
                firm,
                command(pool, 8, "sh", "-c", "while :; do sleep 0.1; done").whichYields());
        yard.until(job, JobState.RUNNING);
        quotas.setGpusMax(house.operator().actor(), firm.organisation(), 0);
        var within = yard.submit(
                house.firmOwner(),
                new JobRequest("借方的作业", "command", List.of("sleep", "30"), 8, Duration.ofMinutes(1), pool.id(), null));
        yard.until(within, JobState.RUNNING);
        assertThat(yard.job(job).isInterrupted()).isTrue();
        return job;
    }
}
