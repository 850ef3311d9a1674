// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.atrium.compute.JobRequest.Needs;
import io.atrium.compute.account.JobAccounts;
import io.atrium.compute.execution.ExecutionEngine;
import io.atrium.compute.execution.Readiness;
import io.atrium.engine.ledger.Asset;
import io.atrium.engine.scheduler.model.GpuAmount;
import io.atrium.engine.scheduler.model.GpuShare;
import io.atrium.engine.scheduler.model.PerGpu;
import io.atrium.engine.scheduler.model.Shape;
import io.atrium.kernel.Fen;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Scope;
import io.atrium.ledger.AccountCode;
import io.atrium.ledger.Ledger;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/// Shares of GPUs from the form to the ledger, on a pool of one node that sells two GPUs in quarters.
@AtriumTest
class GpuSharesTest {

    private static final GpuShare QUARTER = new GpuShare(4);
    private static final Fen PRICE = new Fen(440);

    @Autowired
    Yard yard;

    @Autowired
    House house;

    @Autowired
    Jobs jobs;

    @Autowired
    Pools pools;

    @Autowired
    Bills bills;

    @Autowired
    Quotas quotas;

    @Autowired
    Ledger ledger;

    @Autowired
    ExecutionEngine engine;

    private Resident firm;
    private RegisterPool whole;
    private RegisterPool quarters;

    @BeforeEach
    void moveIn() {
        firm = house.firmOwner();
        whole = yard.pool(1);
        quarters = yard.beside(whole, new Shape(QUARTER, new PerGpu(16, 128)), PRICE);
    }

    @AfterEach
    void stopAll() {
        jobs.list(new Scope.Own(firm.organisation()), JobFilter.ALL, 0, 20).stream()
                .filter(job -> job.state().isStoppable())
                .forEach(job -> jobs.stop(firm.actor(), new StopJob(Yard.key(), job.id(), "end of the test")));
    }

    private JobRequest quarter(String... command) {
        return Yard.command(quarters, 1, command).needing(Needs.shareOf(QUARTER));
    }

    @Test
    void aQuarterIsHeldMeteredPostedAndBilledAsAQuarterToTheUnit() {
        Assumptions.assumeTrue(engine.readiness() instanceof Readiness.Ready, "cannot confine jobs here");
        var estimate = jobs.estimate(firm.actor(), quarter("sleep", "1"));
        assertThat(estimate.gpuTimeMax().value()).isEqualTo(600_000 / 4);
        assertThat(estimate.listPrice()).isEqualTo(new Fen(18)); // 4.40 yuan × 10 minutes ÷ 4 = 18.33 fen
        var id = yard.submit(firm, quarter("sleep", "1"));
        assertThat(yard.job(id).held().listPrice()).isEqualTo(estimate.listPrice());

        var job = yard.until(id, JobState.SETTLED);
        var bill = bills.ofJob(new Scope.Own(firm.organisation()), id).orElseThrow();
        assertThat(bill.gpuTime().value())
                .isPositive()
                .isEqualTo(job.use().elapsed().toMillis() / 4);
        assertThat(bill.gpuTime()).isEqualTo(job.metered().gpuTime());
        assertThat(bill.share()).isEqualTo(QUARTER);
        var delivered =
                AccountCode.of(Asset.GPU_MS, "provider", quarters.provider().value(), "delivered");
        assertThat(ledger.balances(delivered).posted()).isEqualTo(bill.gpuTime().value());
        assertThat(ledger.balances(JobAccounts.receivable(quarters.provider())).posted())
                .isEqualTo(bill.listPrice().value());

        var browser = house.browser(firm);
        assertThat(browser.get("/bills/" + bill.id()).text()).contains("分卡 1/4 卡", "不足一毫秒舍去");
        assertThat(house.browser(house.firmOwner()).get("/bills/" + bill.id()).status())
                .isEqualTo(404);
    }

    @Test
    void theFormOffersWhatIsSoldAndTellsThePartBeforeTheClick() {
        var browser = house.browser(firm);
        var form = browser.get("/jobs/new?pool=" + quarters.id());
        assertThat(form.document().select("select[name=share] option[selected]").val())
                .isEqualTo("1/4");
        assertThat(form.text()).contains("小作业可以只用一张卡的一份", "每卡配比 16 核、128 GiB 内存");
        var answers = Map.of(
                "name", "调试", "workload", "command", "command", "true", "gpus", "64", "minutes", "10", "share", "1/4");
        var checked = browser.submit(form, "form[action='/jobs/new']", answers);
        assertThat(checked.text()).contains("1/4 卡", "0.18", "所得的一份");
        var page = browser.submit(checked, "form[action='/jobs']", Map.of());
        assertThat(page.text()).contains("作业已提交", "卡数 1/4");
        assertThat(browser.get("/jobs").text()).contains("1/4 卡");
        var path = page.path();
        var other = house.firmOwner();
        assertThat(house.browser(other).get(path).status()).isEqualTo(404);
        assertThat(house.browser(other).get("/jobs").text()).doesNotContain("1/4 卡");
        assertThat(browser.get("/jobs/new?copy=" + path.substring("/jobs/".length()))
                        .document()
                        .select("select[name=share] option[selected]")
                        .val())
                .isEqualTo("1/4");
        assertThat(house.browser(firm).in("en").get(path).text()).contains("GPUs 1/4");
    }

    @Test
    void theFormSaysAtTheFieldWhatNoPoolSells() {
        var browser = house.browser(firm);
        var refused = browser.submit(
                browser.get("/jobs/new?pool=" + whole.id()),
                "form[action='/jobs/new']",
                Map.of("name", "n", "workload", "command", "command", "true", "minutes", "10", "share", "1/4"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("没有资源池这样出售", "出售的是：1（1 即整卡）");
        assertThat(refused.document().select("select[name=share]").attr("aria-invalid"))
                .isEqualTo("true");
        var tooMuch = browser.submit(
                browser.get("/jobs/new?pool=" + quarters.id()),
                "form[action='/jobs/new']",
                Map.of("name", "n", "workload", "command", "command", "true", "minutes", "10", "cpus", "17"));
        assertThat(tooMuch.text()).contains("没有资源池的配比够", "每卡 16 核、128 GiB");
        assertThat(tooMuch.document().select("details.atrium-more").hasAttr("open"))
                .isTrue();
        var beyond = browser.submit(
                browser.get("/jobs/new?pool=" + quarters.id()),
                "form[action='/jobs/new']",
                Map.of("name", "n", "workload", "command", "command", "true", "minutes", "10", "cpus", "4097"));
        assertThat(beyond.status()).isEqualTo(422);
        assertThat(beyond.text()).contains("每卡的处理器或内存超出范围");
    }

    @Test
    void fourQuartersFillAQuotaOfOneAndTheFifthIsToldSo() {
        quotas.setGpusMax(house.operator().actor(), firm.organisation(), 1);
        var ids = IntStream.range(0, 5)
                .mapToObj(_ -> yard.submit(firm, quarter("sleep", "60")))
                .toList();
        yard.step();
        assertThat(ids.stream().map(id -> yard.job(id).state()))
                .containsOnlyOnce(JobState.QUEUED)
                .hasSize(5);
        var quota = quotas.of(firm.organisation());
        assertThat(quota.gpusInUse()).isEqualTo(GpuAmount.ofGpus(1));
        assertThat(quota.gpusWaiting()).isEqualTo(QUARTER.amount());
        assertThat(house.browser(firm).get("/jobs/" + ids.getLast()).text())
                .contains("上限 1 卡，在用 1 卡，已许诺给您更早的作业 0 卡，本作业需要 0.25 卡");
        assertThat(pools.find(quarters.id()).orElseThrow().capacity().gpusFree())
                .isEqualTo(GpuAmount.ofGpus(1));
        assertThat(house.visitor().get("/prices").text()).contains("按 1/4 卡分售；每卡配 16 核、128 GiB 内存");
        assertThat(house.api(firm)
                        .get("/api/v1/quota")
                        .body()
                        .path("gpus_waiting")
                        .decimalValue())
                .isEqualByComparingTo("0.25");
    }

    @Test
    void wholeGpusAndSharesKeepToTheirPools() {
        assertThat(refusal(Yard.command(quarters, 1, "true"))).isEqualTo(ComputeRefusal.SHARE_NOT_SOLD);
        assertThat(refusal(Yard.command(whole, 1, "true").needing(Needs.shareOf(QUARTER))))
                .isEqualTo(ComputeRefusal.SHARE_NOT_SOLD);
        assertThat(refusal(Yard.command(quarters, 2, "true").needing(Needs.shareOf(QUARTER))))
                .isEqualTo(ComputeRefusal.GPU_SHARE_OF_ONE);
        var anywhere = new JobRequest(
                "n", "command", List.of("true"), 1, java.time.Duration.ofMinutes(10), null, whole.gpuModel());
        assertThat(jobs.estimate(firm.actor(), anywhere).pool()).isEqualTo(whole.id());
        var eighth = jobs.estimate(firm.actor(), anywhere.needing(Needs.shareOf(new GpuShare(8))));
        assertThat(eighth.pool()).isEqualTo(quarters.id());
        assertThat(eighth.shape().share()).as("the larger share that is sold").isEqualTo(QUARTER);
    }

    @Test
    void cpusMemoryAndDataChooseThePool() {
        var rich = yard.beside(whole, new Shape(GpuShare.WHOLE, new PerGpu(32, 256)), new Fen(9_000));
        var asks = new JobRequest(
                "n", "command", List.of("true"), 1, java.time.Duration.ofMinutes(10), null, whole.gpuModel());
        assertThat(jobs.estimate(firm.actor(), asks).pool())
                .as("the cheaper one")
                .isEqualTo(whole.id());
        assertThat(jobs.estimate(firm.actor(), asks.needing(new Needs(GpuShare.WHOLE, 32, 0, 0, null)))
                        .pool())
                .isEqualTo(rich.id());
        assertThat(refusal(asks.needing(new Needs(GpuShare.WHOLE, 33, 0, 0, null))))
                .isEqualTo(ComputeRefusal.TOO_MUCH_PER_GPU);

        var elsewhere = new RegisterPool(
                rich.id() + "-far", house.provider().organisation(), whole.gpuModel(), 80, false, 1, 8, new Fen(100));
        pools.register(elsewhere);
        var far = jobs.estimate(firm.actor(), asks);
        assertThat(far.pool()).isEqualTo(elsewhere.id());
        assertThat(far.isNearData()).isNull();
        var near = jobs.estimate(firm.actor(), asks.needing(new Needs(GpuShare.WHOLE, 0, 0, 0, whole.id())));
        assertThat(near.pool()).as("near the data before the price").isEqualTo(whole.id());
        assertThat(near.isNearData()).isTrue();
        assertThat(refusal(asks.needing(new Needs(GpuShare.WHOLE, 0, 0, 0, "nowhere"))))
                .isEqualTo(ComputeRefusal.DATA_AT_UNKNOWN);
        var id = yard.submit(
                firm,
                Yard.command(elsewhere, 1, "true")
                        .needing(new Needs(
                                GpuShare.WHOLE, 0, 0, 0, whole.provider().value())));
        assertThat(house.browser(firm).get("/jobs/" + id).text()).contains("与数据不在同一服务商");
    }

    private Object refusal(JobRequest request) {
        return catchThrowableOfType(RefusedException.class, () -> jobs.estimate(firm.actor(), request))
                .refusal()
                .code();
    }
}
