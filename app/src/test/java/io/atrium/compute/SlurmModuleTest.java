// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.atrium.compute.account.JobAccounts;
import io.atrium.compute.engine.Engines;
import io.atrium.compute.execution.Readiness;
import io.atrium.compute.execution.slurm.FaultyLine;
import io.atrium.compute.execution.slurm.FaultyLine.Fault;
import io.atrium.compute.execution.slurm.RealSlurm;
import io.atrium.engine.scheduler.model.GpuShare;
import io.atrium.engine.scheduler.model.PerGpu;
import io.atrium.engine.scheduler.model.Shape;
import io.atrium.kernel.Fen;
import io.atrium.kernel.GpuMillis;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Role;
import io.atrium.kernel.access.Scope;
import io.atrium.ledger.Ledger;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/// Jobs on a real Slurm on this machine, from the provider's choice to the bill, over a line that has faults.
@AtriumTest
class SlurmModuleTest {

    private static RealSlurm slurm;
    private static FaultyLine line;

    @Autowired
    Yard yard;

    @Autowired
    House house;

    @Autowired
    SlurmYard clusters;

    @Autowired
    Pools pools;

    @Autowired
    Engines engines;

    @Autowired
    Jobs jobs;

    @Autowired
    Bills bills;

    @Autowired
    Ledger ledger;

    private Resident firm;
    private OrgId provider;
    private RegisterPool pool;

    @BeforeAll
    static void start() {
        slurm = RealSlurm.startedOrSkipped();
        line = new FaultyLine(slurm.url());
    }

    @DynamicPropertySource
    static void cluster(DynamicPropertyRegistry settings) {
        SlurmYard.settings(slurm, line.url()).forEach((name, value) -> settings.add(name, () -> value));
    }

    @AfterAll
    static void stop() {
        if (line != null) {
            line.close();
        }
        if (slurm != null) {
            slurm.close();
        }
    }

    @BeforeEach
    void moveIn() {
        firm = house.firmOwner();
        provider = clusters.provider();
        pool = clusters.pool();
        connect(pool);
    }

    @AfterEach
    void mendTheLine() {
        line.has(Fault.NONE);
    }

    /// As the provider's staff does it, on its page.
    private void connect(RegisterPool which) {
        var browser = house.browser(house.member(provider, Role.PROVIDER_STAFF));
        var ask = browser.get("/provider/pools/" + which.id() + "/engine");
        assertThat(ask.text()).contains("本机（隔离执行）", "Slurm 集群 real");
        var done = browser.submit(ask, "form[action$=engine]", Map.of("engine", "slurm:real"));
        assertThat(done.text()).contains("已生效", "Slurm 集群 real");
    }

    private String slurmJobs(JobId job) {
        return slurm.ask("squeue", "-h", "-t", "all", "-n", job.value(), "-o", "%A");
    }

    @Test
    void theSameJobOnThisMachineAndOnSlurmGetsTheSameKindOfBill() {
        var readiness = engines.here().readiness();
        Assumptions.assumeTrue(readiness instanceof Readiness.Ready, () -> "cannot confine jobs here: " + readiness);
        var here = new RegisterPool("here-" + pool.id(), provider, "model-here", 80, false, 1, 8, Yard.PRICE);
        pools.register(here);
        yard.voucher(firm.organisation(), 1_000_000);
        String[] command = {"/bin/sh", "-c", "echo 你好; sleep 2; echo done"};
        var local = yard.until(yard.submit(firm, Yard.command(here, 8, command)), JobState.SETTLED);
        var remote = yard.until(yard.submit(firm, Yard.command(pool, 8, command)), JobState.SETTLED);

        assertThat(List.of(local.engine(), remote.engine())).containsExactly("local-process", "slurm:real");
        for (var job : List.of(local, remote)) {
            assertThat(job.outcome()).as(job.detail()).isEqualTo(JobOutcome.SUCCEEDED);
            assertThat(job.use().elapsed()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(30));
            var bill = bills.ofJob(new Scope.Own(firm.organisation()), job.id()).orElseThrow();
            assertThat(bill.gpuTime()).isEqualTo(GpuMillis.of(8, job.use().elapsed()));
            assertThat(bill.listPrice()).isEqualTo(bill.gpuTime().at(Yard.PRICE));
            assertThat(bill.voucherPart()).isEqualTo(new Fen(bill.listPrice().value() / 2));
            assertThat(bill.voucherPart().plus(bill.ownPart())).isEqualTo(bill.listPrice());
            assertThat(jobs.log(new Scope.Own(firm.organisation()), job.id(), 0)
                            .orElseThrow()
                            .texts())
                    .containsExactly("你好", "done");
        }
        assertThat(remote.use().elapsed().toMillis() % 1_000)
                .as("Slurm counts seconds")
                .isZero();
        var listPrices = List.of(local, remote).stream()
                .mapToLong(job -> job.metered().listPrice().value())
                .sum();
        assertThat(ledger.balances(JobAccounts.receivable(provider)).posted()).isGreaterThanOrEqualTo(listPrices);
        assertThat(ledger.trialBalance().recountAgrees()).isTrue();
        var page = house.browser(firm).get("/jobs/" + remote.id()).text();
        assertThat(page).contains("Slurm 集群 real", "你好");
        assertThat(house.api(firm)
                        .get("/api/v1/jobs/" + remote.id())
                        .body()
                        .path("engine")
                        .asString())
                .isEqualTo("slurm:real");
        assertThat(slurmJobs(remote.id()).lines()).hasSize(1);
    }

    @Test
    void aStoppedJobIsCancelledAtTheProviderAndBilledForItsTime() {
        var id = yard.submit(firm, Yard.command(pool, 8, "/bin/sleep", "600"));
        yard.until(id, JobState.RUNNING);
        assertThat(slurm.ask("squeue", "-h", "-n", id.value(), "-o", "%b")).contains("gpu:h800:8");
        jobs.stop(firm.actor(), new StopJob(Yard.key(), id, "enough"));
        var job = yard.until(id, JobState.SETTLED);
        assertThat(job.outcome()).isEqualTo(JobOutcome.STOPPED);
        assertThat(job.detail()).isEqualTo("enough");
        assertThat(job.metered().gpuTime()).isLessThan(GpuMillis.of(8, Duration.ofMinutes(1)));
        assertThat(slurm.ask("squeue", "-h", "-n", id.value()).lines()).isEmpty();
    }

    @Test
    void aFailingCommandTellsItsExitCode() {
        var job = yard.until(yard.submit(firm, Yard.command(pool, 1, "/bin/sh", "-c", "exit 7")), JobState.SETTLED);
        assertThat(job.outcome()).isEqualTo(JobOutcome.FAILED);
        assertThat(job.use().exitCode()).isEqualTo(7);
        assertThat(house.browser(firm).get("/jobs/" + job.id()).text()).contains("服务商答复：FAILED NonZeroExitCode");
    }

    @Test
    void aHalfFinishedSubmissionAndALostLineLoseAndDoubleNothing() {
        line.has(Fault.ANSWERS_TO_SUBMISSIONS_LOST);
        var id = yard.submit(firm, Yard.command(pool, 8, "/bin/sh", "-c", "echo once; sleep 1"));
        yard.until(id, JobState.PLACED);
        yard.step();
        line.has(Fault.CUT);
        yard.step();
        assertThat(yard.job(id).state()).isEqualTo(JobState.PLACED);
        assertThat(house.browser(firm).get("/jobs/" + id).text()).contains("已在服务商处，尚未开始");
        line.has(Fault.NONE);
        var job = yard.until(id, JobState.SETTLED);
        assertThat(job.outcome()).isEqualTo(JobOutcome.SUCCEEDED);
        assertThat(slurmJobs(id).lines()).as("one job at the provider").hasSize(1);
        assertThat(jobs.log(new Scope.All(), id, 0).orElseThrow().texts()).containsExactly("once");
        assertThat(bills.count(new Scope.Own(firm.organisation()), null)).isEqualTo(1);
        assertThat(ledger.trialBalance().recountAgrees()).isTrue();
    }

    @Test
    void aSubmissionThatArrivesTwiceRunsOnce() {
        line.has(Fault.SUBMISSIONS_DOUBLED);
        var id = yard.submit(firm, Yard.command(pool, 1, "/bin/sh", "-c", "echo once; sleep 2"));
        yard.until(id, JobState.RUNNING);
        assertThat(slurmJobs(id).lines()).as("the line doubled it").hasSize(2);
        var job = yard.until(id, JobState.SETTLED);
        assertThat(job.outcome()).as(job.detail()).isEqualTo(JobOutcome.SUCCEEDED);
        await().until(() -> slurm.ask("squeue", "-h", "-n", id.value()).isBlank());
        assertThat(jobs.log(new Scope.All(), id, 0).orElseThrow().texts()).containsExactly("once");
        assertThat(bills.count(new Scope.Own(firm.organisation()), null)).isEqualTo(1);
    }

    @Test
    void theTokenStandsNowhere() {
        var token = read(slurm.tokenFile());
        var operator = house.browser(house.operator());
        assertThat(operator.get("/settings").document().html())
                .contains("atrium.slurm.clusters")
                .doesNotContain(token);
        assertThat(operator.get("/provider/pools/" + pool.id() + "/engine")
                        .document()
                        .html())
                .doesNotContain(token);
    }

    @Test
    void theShippedWorkloadIsRefusedWhereItCannotRun() {
        var ask = new HashMap<String, Object>(
                Map.of("name", "n", "workload", "clean-corpus", "gpus", 1, "time_limit", "PT1H", "pool", pool.id()));
        var refused = house.api(firm).post("/api/v1/job-estimates", ask);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.body().path("code").asString()).isEqualTo("WORKLOAD_NOT_AT_POOL");
        ask.remove("pool");
        ask.put("gpu_model", pool.gpuModel());
        var elsewhere = house.api(firm).post("/api/v1/job-estimates", ask);
        assertThat(elsewhere.body().path("code").asString())
                .as("that model is on the cluster only")
                .isEqualTo("NO_POOL_ALLOWED");
    }

    @Test
    void aSilentClusterIsNotChosenAndASilentLineIsTold() {
        var other = clusters.pool();
        var browser = house.browser(house.member(provider, Role.PROVIDER_STAFF));
        var ask = browser.get("/provider/pools/" + other.id() + "/engine");
        line.has(Fault.CUT);
        var refused = browser.submit(ask, "form[action$=engine]", Map.of("engine", "slurm:real"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("尚未就绪");
        assertThat(engines.isHere(other.id())).isTrue();
        var unknown = browser.submit(ask, "form[action$=engine]", Map.of("engine", "slurm:elsewhere"));
        assertThat(unknown.text()).contains("没有这种执行方式");
    }

    @Test
    void aPoolOfSharesIsNotOfferedAClusterAndRefusedOne() {
        var quarters = clusters.pool(new Shape(new GpuShare(4), PerGpu.NOTHING));
        var browser = house.browser(house.member(provider, Role.PROVIDER_STAFF));
        var ask = browser.get("/provider/pools/" + quarters.id() + "/engine");
        assertThat(ask.text()).contains("本机（隔离执行）").doesNotContain("Slurm 集群 real");
        var refused = browser.submit(ask, "form[action$=engine]", Map.of("engine", "slurm:real"));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text()).contains("集群不运行分卡", "另开一个整卡资源池接到集群");
        assertThat(engines.isHere(quarters.id())).isTrue();
    }

    private static String read(java.nio.file.Path file) {
        try {
            return java.nio.file.Files.readString(file).strip();
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
