// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.compute.execution.ExecutionEngine;
import io.atrium.compute.execution.Readiness;
import io.atrium.engine.scheduler.model.NodeState;
import io.atrium.kernel.access.Role;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.Browser;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Compute as people see it, without scripts, in both languages.
@AtriumTest
class ComputePagesTest {

    @Autowired
    Yard yard;

    @Autowired
    House house;

    @Autowired
    Pools pools;

    @Autowired
    ExecutionEngine engine;

    private Resident firm;
    private Browser browser;
    private RegisterPool pool;

    @BeforeEach
    void moveIn() {
        firm = house.firmOwner();
        browser = house.browser(firm);
        pool = yard.pool(8);
    }

    private Map<String, String> answers(String gpus, String minutes) {
        return Map.of(
                "name",
                "训练前清洗",
                "workload",
                "command",
                "command",
                "/bin/sh\n-c\necho 你好",
                "where",
                "pool:" + pool.id(),
                "gpus",
                gpus,
                "minutes",
                minutes);
    }

    @Test
    @Tag("CMP-3")
    void thePriceListShowsTheNumbersOfTheApiToEverybody() {
        var page = house.visitor().get("/prices");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.text()).contains(pool.id(), "11.80", "排队中 不收费");
        assertThat(house.visitor().in("en").get("/prices").text()).contains("Queued No");
    }

    @Test
    void showsPriceAndStartFirstAndThenSubmitsAndBills() {
        Assumptions.assumeTrue(engine.readiness() instanceof Readiness.Ready, "cannot confine jobs here");
        yard.voucher(firm.organisation(), 1_000_000);
        var checked = browser.submit(browser.get("/jobs/new"), "form[action='/jobs/new']", answers("64", "10"));
        assertThat(checked.status()).as(checked.text()).isEqualTo(200);
        assertThat(checked.text()).contains("125.87", "62.93", "62.94", "预计开始： 立即", "本机没有 GPU");

        var job = browser.submit(checked, "form[action='/jobs']", Map.of());
        assertThat(job.path()).startsWith("/jobs/job_");
        assertThat(job.text()).contains("作业已提交", "训练前清洗");
        var id = new JobId(job.path().substring("/jobs/".length()));
        yard.until(id, JobState.SETTLED);

        var settled = browser.get(job.path());
        assertThat(settled.text()).contains("已结算", "你好", "目录价");
        var bill = browser.get(settled.document().select("a[href^='/bills/']").attr("href"));
        assertThat(bill.text()).contains("券付", "自付", pool.id());
        assertThat(browser.get("/bills").text()).contains("训练前清洗");
        var provider = house.browser(house.member(pool.provider(), Role.PROVIDER_STAFF));
        assertThat(provider.get("/receivables").text()).contains("训练前清洗");
        assertThat(provider.get("/bills").status()).isEqualTo(403);
    }

    @Test
    void keepsTheAnswersWhenTheFormIsRefused() {
        var refused = browser.submit(browser.get("/jobs/new"), "form[action='/jobs/new']", answers("65", "10"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("作业大于任何资源池", "64");
        assertThat(refused.document().select("input[name=gpus]").val()).isEqualTo("65");
        var noNumber = browser.submit(browser.get("/jobs/new"), "form[action='/jobs/new']", answers("many", "10"));
        assertThat(noNumber.status()).isEqualTo(422);
        assertThat(noNumber.text()).contains("请填写一个整数");
    }

    @Test
    @Tag("CMP-5")
    @Tag("CMP-7")
    void saysWhyAJobWaitsAndStopsItForNothing() {
        pools.setState(List.of(pool.id() + "-0001"), NodeState.DRAIN);
        var id = yard.submit(firm, Yard.command(pool, 64, "true"));
        yard.until(id, JobState.QUEUED);
        var page = browser.in("en").get("/jobs/" + id);
        assertThat(page.text()).contains("Why it waits", "8 GPUs of " + pool.id() + " are in maintenance", "unknown");
        var list = browser.get("/jobs");
        assertThat(list.text()).contains("Queued", "test");

        var ask = browser.get("/jobs/" + id + "/cancellation");
        assertThat(ask.text()).contains("Nothing is charged");
        var stopped = browser.submit(ask, "form[action*=cancellation]", Map.of("reason", "changed my mind"));
        assertThat(stopped.text()).contains("Cancelled", "changed my mind");
    }

    @Test
    void anotherFirmFindsNothing() {
        var id = yard.submit(firm, Yard.command(pool, 1, "true"));
        var stranger = house.browser(house.firmOwner());
        assertThat(stranger.get("/jobs/" + id).status()).isEqualTo(404);
        assertThat(stranger.get("/jobs").text()).doesNotContain(id.value());
        assertThat(house.browser(house.auditor()).get("/jobs/" + id).status()).isEqualTo(200);
    }
}
