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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// The compute console row by row: what a firm sees before, while and after it uses GPUs.
@AtriumTest
class ComputeConsoleTest {

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

    private Map<String, String> answers(String... more) {
        var answers = new HashMap<String, String>();
        answers.put("name", "微调试验");
        answers.put("project", "客服模型");
        answers.put("workload", "clean-corpus");
        answers.put("where", "pool:" + pool.id());
        answers.put("gpus", "64");
        answers.put("minutes", "10");
        for (int i = 0; i < more.length; i += 2) {
            answers.put(more[i], more[i + 1]);
        }
        return answers;
    }

    @Test
    @Tag("CMP-1")
    @Tag("FRM-7")
    void theStripSaysWhatTheFirmHasAndUses() {
        yard.voucher(firm.organisation(), 1_000_000);
        yard.submit(firm, Yard.command(pool, 64, "true"));
        var page = browser.get("/jobs");
        assertThat(page.text())
                .contains("在用卡数 / 配额", "0/ 1,024", "排队中的作业还需 64 卡", "剩余卡时", "冻结")
                .contains("券 62.93 元 ＋ 自付 62.94 元", "先用后付余额", "本月费用", "更新于");
        var strip = page.document().select(".atrium-strip");
        assertThat(strip.text()).contains("可用 9,937.07 元", "有效期至", "还剩 30 天");
        assertThat(strip.select("a[href^=/vouchers/vch_]")).hasSize(1);
        var finance = house.browser(house.member(firm.organisation(), Role.FIRM_FINANCE));
        assertThat(finance.in("en").get("/jobs").text()).contains("Spent this month", "30 days left");
        assertThat(house.browser(house.auditor()).get("/jobs").text()).doesNotContain("本月费用");
    }

    @Test
    @Tag("CMP-2")
    void theEstimateStandsBesideTheQuestionsWithAndWithoutScripts() {
        yard.voucher(firm.organisation(), 1_000_000);
        var ask = browser.get("/jobs/new?pool=" + pool.id());
        assertThat(ask.document().select("#offer-now").text()).contains("目录价", "预计开始");
        var region = ask.document().select("section[hx-post=/jobs/new]");
        assertThat(region.attr("aria-live")).isEqualTo("polite");
        assertThat(region.attr("hx-select")).isEqualTo("#offer-now");

        var estimated = browser.submit(ask, "#job-ask", answers("step", "estimate", "name", ""));
        assertThat(estimated.status()).isEqualTo(200);
        assertThat(estimated.document().select("#offer-now").text())
                .contains("券付部分 62.93 元", "自付部分 62.94 元", "125.87 元", "立即");
        assertThat(estimated.document().select("input[name=project]").val()).isEqualTo("客服模型");

        var half = browser.submit(ask, "#job-ask", answers("step", "live", "gpus", ""));
        assertThat(half.status()).isEqualTo(200);
        assertThat(half.document().select("#offer-now").text()).contains("填写卡数和时限后");
    }

    @Test
    @Tag("CMP-2")
    @Tag("CMP-5")
    void theEstimateGivesARangeAndTheRuleThatLimitsIt() {
        yard.submit(firm, Yard.command(pool, 64, "sleep", "60"));
        var estimated = browser.submit(browser.get("/jobs/new"), "#job-ask", answers("step", "estimate"));
        var offer = estimated.document().select("#offer-now").text();
        assertThat(offer).contains("限制它的规则", "容量：").containsPattern("预计开始： .*(之间|最迟)");
    }

    @Test
    @Tag("CMP-2")
    @Tag("FOR-5")
    @Tag("A11-16")
    void theAnswersAreCheckedBeforeAnythingIsHeld() {
        var check = browser.submit(browser.get("/jobs/new"), "#job-ask", answers());
        assertThat(check.document().select("h1").text()).isEqualTo("核对后提交");
        assertThat(check.text()).contains("微调试验", "客服模型", "清洗语料", "排队：不收费", "本机没有 GPU");
        assertThat(browser.get("/jobs").text()).doesNotContain("微调试验");
        var changed = browser.submit(check, "form[action='/jobs/new']", Map.of());
        assertThat(changed.document().select("input[name=name]").val()).isEqualTo("微调试验");
        assertThat(changed.document().select("input[name=gpus]").val()).isEqualTo("64");
        var job = browser.submit(check, "form[action='/jobs']", Map.of());
        assertThat(job.text()).contains("作业已提交", "客服模型");
    }

    @Test
    @Tag("CMP-3")
    void thePricePageAndTheApiShowTheSameNumbers() {
        var rows = house.visitor().get("/prices").document().select("tbody tr:has(td:nth-child(8))");
        var answer = house.stranger().get("/api/v1/prices").body();
        for (var price : answer.path("items")) {
            var row = rows.stream()
                    .filter(each ->
                            each.select("th").text().equals(price.path("pool").asString()))
                    .findFirst()
                    .orElseThrow();
            var amount = row.select("td.atrium-number").eachText().getFirst().replace(",", "");
            assertThat(amount)
                    .isEqualTo(price.path("price_per_gpu_hour").path("amount").asString());
            assertThat(price.path("valid_from").asString())
                    .startsWith(row.select("td").eachText().getLast());
        }
        assertThat(rows.size()).isEqualTo(answer.path("items").size());
    }

    @Test
    @Tag("CMP-3")
    void thePricePageSaysWhichStatesAreChargedAsTheApiDoes() {
        var page = house.visitor().in("en").get("/prices");
        var states = page.document().select("tbody tr:has(td:nth-child(3):last-child)");
        var charged = house.stranger().get("/api/v1/prices").body().path("charged");
        assertThat(states).hasSize(charged.size());
        assertThat(states.select("td:contains(Yes)")).hasSize(1);
        assertThat(charged.path("RUNNING").asBoolean()).isTrue();
        assertThat(charged.valueStream().filter(each -> each.asBoolean()).count())
                .isEqualTo(1);
    }

    @Test
    @Tag("CMP-4")
    void theTableShowsRunningJobsThenWaitingOnesInTheOrderOfTheirTurns() {
        Assumptions.assumeTrue(engine.readiness() instanceof Readiness.Ready, "cannot confine jobs here");
        var running = yard.submit(firm, Yard.command(pool, 64, "sleep", "30"));
        yard.until(running, JobState.RUNNING);
        var first = yard.submit(firm, Yard.command(pool, 8, "true"));
        var second = yard.submit(firm, Yard.command(pool, 8, "true"));
        yard.until(second, JobState.QUEUED);
        var page = browser.get("/jobs");
        var rows = page.document().select("tbody tr");
        assertThat(rows.select("th a").eachAttr("href"))
                .containsExactly("/jobs/" + running, "/jobs/" + first, "/jobs/" + second);
        assertThat(page.document().select("thead th").eachText())
                .containsExactly("状态", "名称与项目", "资源", "排队位次", "等待", "开始", "已运行", "至今费用（元）", "操作");
        assertThat(rows.get(0).select(".atrium-badge").eachText()).containsExactly("64 卡", pool.gpuModel(), "限 10 分");
        assertThat(position(rows.get(2))).isEqualTo(position(rows.get(1)) + 1);
        assertThat(rows.get(2).select("a[href$=cancellation]").text()).startsWith("停止");
        assertThat(browser.get("/jobs?q=" + second).document().select("tbody tr"))
                .hasSize(1);
        var cancelled = browser.submit(
                browser.get("/jobs/" + running + "/cancellation"), "form[action*=cancellation]", Map.of());
        assertThat(cancelled.text()).contains("已请求停止");
        yard.until(running, JobState.SETTLED);
    }

    private static int position(Element row) {
        return Integer.parseInt(row.select("td.atrium-number").eachText().getFirst());
    }

    @Test
    @Tag("CMP-5")
    void aWaitingJobSaysWhyAndLeadsToWhatWouldHelp() {
        pools.setState(List.of(pool.id() + "-0001"), NodeState.DRAIN);
        var id = yard.submit(firm, Yard.command(pool, 64, "true"));
        yard.until(id, JobState.QUEUED);
        var page = browser.get("/jobs/" + id);
        assertThat(page.text()).contains("为什么在等", "排队位次：第 1 位", "维护：", "预计开始：");
        assertThat(page.document().select("a[href^='/jobs/new?copy=" + id + "&gpus=56']"))
                .hasSize(1);
        var changed = browser.get("/jobs/new?copy=" + id + "&gpus=56");
        assertThat(changed.document().select("input[name=gpus]").val()).isEqualTo("56");
        assertThat(changed.document().select("#offer-now").text()).contains("立即");
    }

    @Test
    @Tag("CMP-6")
    @Tag("CMP-7")
    @Tag("CMP-13")
    void theJobPageTellsTheWholeStoryAndTheNextTry() {
        Assumptions.assumeTrue(engine.readiness() instanceof Readiness.Ready, "cannot confine jobs here");
        var id = yard.submit(firm, Yard.command(pool, 16, "/bin/sh", "-c", "echo 已到第一步; sleep 1"));
        var waiting = browser.get("/jobs/" + id);
        assertThat(waiting.document().select("atrium-live#job-now").attr("data-src"))
                .isEqualTo("/jobs/" + id);
        assertThat(waiting.document().select("atrium-live#job-log").attr("data-once"))
                .isEqualTo("true");
        assertThat(waiting.document().select("atrium-live#job-log").html().strip())
                .isEmpty();
        yard.until(id, JobState.SETTLED);
        var page = browser.get("/jobs/" + id);
        assertThat(page.document().select("atrium-live#job-now").hasAttr("data-src"))
                .isFalse();
        assertThat(page.document().select("atrium-live#job-log").text()).contains("已到第一步");
        assertThat(page.document().select(".atrium-timeline__entry").size()).isEqualTo(5);
        assertThat(page.text()).contains("实际使用", "申报时限 10 分", "只用了时限的", "时限设为 1 分", "目录价", "券付（元）", "自付（元）", "已释放的冻结");
        var rerun =
                browser.get(page.document().select("a[href^=/jobs/new/check]").attr("href"));
        assertThat(rerun.document().select("h1").text()).isEqualTo("核对后提交");
        assertThat(browser.submit(rerun, "form[action='/jobs']", Map.of()).text())
                .contains("作业已提交");
        assertThat(browser.get("/jobs/" + id + "/cancellation").status()).isEqualTo(409);
    }

    @Test
    @Tag("CMP-7")
    @Tag("A11-15")
    void stoppingNamesWhatIsLostAndWhatIsCharged() {
        Assumptions.assumeTrue(engine.readiness() instanceof Readiness.Ready, "cannot confine jobs here");
        var id = yard.submit(firm, Yard.command(pool, 64, "sleep", "30"));
        var queued = browser.get("/jobs/" + id + "/cancellation").text();
        assertThat(queued).contains("位次不保留", "不产生费用，冻结的 125.87 元 全部释放");
        yard.until(id, JobState.RUNNING);
        var running = browser.get("/jobs/" + id + "/cancellation");
        assertThat(running.text()).contains("未保存的结果会丢失", "照常收费", "其余冻结约");
        browser.submit(running, "form[action*=cancellation]", Map.of());
        yard.until(id, JobState.SETTLED);
    }

    @Test
    @Tag("CMP-13")
    void theListRenewsItselfCalmlyAroundItsFilter() {
        var page = browser.get("/jobs?state=open").document();
        var live = page.select("atrium-live#jobs-now");
        assertThat(live.attr("data-src")).isEqualTo("/jobs?state=open");
        assertThat(Integer.parseInt(live.attr("data-seconds"))).isGreaterThanOrEqualTo(5);
        assertThat(page.select("atrium-live#jobs-list")).hasSize(1);
        assertThat(page.select("atrium-live input")).isEmpty();
    }

    @Test
    void nobodyCopiesTheJobOfAnotherFirm() {
        var id = yard.submit(firm, Yard.command(pool, 1, "true"));
        var stranger = house.browser(house.firmOwner());
        assertThat(stranger.get("/jobs/new?copy=" + id).status()).isEqualTo(404);
        assertThat(stranger.get("/jobs/new/check?copy=" + id).status()).isEqualTo(404);
        assertThat(stranger.get("/jobs/new?copy=job_absent").status()).isEqualTo(404);
    }
}
