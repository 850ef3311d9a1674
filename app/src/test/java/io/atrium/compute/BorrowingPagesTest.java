// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import static io.atrium.compute.Yard.command;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.atrium.compute.execution.ExecutionEngine;
import io.atrium.compute.execution.Readiness;
import io.atrium.kernel.access.Role;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/// Interruptible jobs as people and programs see them, in both languages.
@AtriumTest
@Import(Yard.class)
@TestPropertySource(properties = {"atrium.compute.lending.ran-min=0s", "atrium.compute.lending.grace=5s"})
class BorrowingPagesTest {

    @Autowired
    Yard yard;

    @Autowired
    House house;

    @Autowired
    Quotas quotas;

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
        assertThat(house.browser(firm).in("en").get(path).text())
                .contains("Interrupted, waits again", "gave 8 GPUs back to jobs within their quota");
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
        await().atMost(Duration.ofSeconds(30))
                .until(() -> house.browser(firm).get("/inbox").text().contains("被中断：已归还 8 卡"));
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
