// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.simulation;

import static io.atrium.jooq.Tables.JOB_RUN;
import static io.atrium.jooq.Tables.START_ESTIMATE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.atrium.compute.Bills;
import io.atrium.compute.JobEvent;
import io.atrium.compute.JobId;
import io.atrium.compute.JobOutcome;
import io.atrium.compute.JobState;
import io.atrium.compute.Jobs;
import io.atrium.compute.Pools;
import io.atrium.compute.Quotas;
import io.atrium.compute.RegisterPool;
import io.atrium.compute.StopJob;
import io.atrium.compute.Yard;
import io.atrium.compute.account.JobAccounts;
import io.atrium.compute.account.SimulatedAccounts;
import io.atrium.compute.execution.simulated.SimulatedRun.Work;
import io.atrium.engine.ledger.Asset;
import io.atrium.jooq.tables.records.StartEstimateRecord;
import io.atrium.kernel.GpuMillis;
import io.atrium.kernel.OrgId;
import io.atrium.kernel.access.Role;
import io.atrium.kernel.access.Scope;
import io.atrium.ledger.AccountCode;
import io.atrium.ledger.Ledger;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import java.time.Duration;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.Result;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

/// Simulated jobs borrow and give back like others, on a pool of one node.
@AtriumTest
@TestPropertySource(properties = {"atrium.compute.lending.ran-min=0s", "atrium.compute.lending.grace=1s"})
class SimulatedBorrowingTest {

    private static final Duration SAVES_EVERY = Duration.ofMillis(400);
    private static final Duration WORKS = Duration.ofSeconds(15);

    @Autowired
    Yard yard;

    @Autowired
    House house;

    @Autowired
    SimulatedJobs simulated;

    @Autowired
    Jobs jobs;

    @Autowired
    Bills bills;

    @Autowired
    Pools pools;

    @Autowired
    Quotas quotas;

    @Autowired
    Ledger ledger;

    @Autowired
    DSLContext database;

    @Autowired
    TransactionTemplate transaction;

    private RegisterPool pool;

    @BeforeEach
    void aPool() {
        pool = yard.pool(1);
    }

    private Resident firm(int quota) {
        var firm = house.firmOwner();
        quotas.setGpusMax(house.operator().actor(), firm.organisation(), quota);
        return firm;
    }

    private JobId submit(Resident firm, Duration works, @Nullable Duration savesEvery) {
        var arrival = new Arrival(
                1, Duration.ZERO, 0, pool.id(), 8, new Work(works, false, savesEvery), Duration.ofMinutes(2));
        var view = pools.find(pool.id()).orElseThrow();
        return Objects.requireNonNull(
                transaction.execute(_ -> simulated.submit(arrival, firm.organisation(), view, "the test")));
    }

    @Test
    void aBorrowerIsInterruptedForOneWithinItsQuotaWaitsGoesOnAndHasOneBill() {
        var firm = firm(0);
        var borrower = submit(firm, WORKS, SAVES_EVERY);
        yard.until(borrower, JobState.RUNNING);
        assertThat(yard.job(borrower).course().borrows()).isTrue();

        var within = submit(firm(8), Duration.ofSeconds(1), null);
        yard.until(within, JobState.RUNNING);
        var waiting = yard.job(borrower);
        assertThat(waiting.isInterrupted()).isTrue();
        assertThat(bills.ofJob(new Scope.All(), borrower)).isEmpty();
        assertThat(house.browser(house.operator()).get("/jobs/" + borrower).text())
                .contains("被中断，重新排队", "中断：已归还 8 卡");

        var settled = yard.until(borrower, JobState.SETTLED);
        assertThat(settled.outcome()).isEqualTo(JobOutcome.SUCCEEDED);
        assertThat(jobs.history(new Scope.All(), borrower))
                .extracting(JobEvent::kind)
                .containsExactly(
                        "QUEUED",
                        "PLACED",
                        "RUNNING",
                        "ASKED_BACK",
                        "INTERRUPTED",
                        "PLACED",
                        "RUNNING",
                        "ENDED",
                        "SETTLED");
        var first = database.selectFrom(JOB_RUN)
                .where(JOB_RUN.JOB_ID.eq(borrower.value()))
                .fetchSingle()
                .getElapsedMs();
        var safe = first / SAVES_EVERY.toMillis() * SAVES_EVERY.toMillis();
        assertThat(first).as("its grace, at least").isGreaterThanOrEqualTo(1_000);
        assertThat(settled.elapsedInRun()).isEqualTo(WORKS.minusMillis(safe));
        var bill = bills.ofJob(new Scope.All(), borrower).orElseThrow();
        assertThat(bill.isSimulated()).isTrue();
        assertThat(bill.gpuTime())
                .isEqualTo(GpuMillis.of(8, Duration.ofMillis(first).plus(settled.elapsedInRun())));
        assertThat(ledger.balances(used(firm.organisation())).posted())
                .isEqualTo(-bill.gpuTime().value());
        assertThat(ledger.balances(used(firm.organisation())).held()).isZero();
        assertThat(ledger.balances(SimulatedAccounts.own(firm.organisation())).posted())
                .isEqualTo(-bill.listPrice().value());
        assertThat(ledger.find(new Scope.All(), JobAccounts.own(firm.organisation())))
                .isEmpty();
        assertThat(house.browser(firm).get("/inbox").text()).doesNotContain("被中断：已归还");
        interruptionIsTold(firm, borrower, first - safe);
    }

    private void interruptionIsTold(Resident firm, JobId borrower, long lostMs) {
        var told = jobs.interruptions(new Scope.All(), borrower);
        assertThat(told).singleElement().satisfies(each -> {
            assertThat(each.lost()).isEqualTo(Duration.ofMillis(lostMs));
            assertThat(each.goneOn()).isAfterOrEqualTo(each.endedAt());
        });
        var path = "/jobs/" + borrower;
        assertThat(house.browser(firm).get(path).text()).contains("这次运行了", "之后等待", "最后一个检查点之后丢失", "照常计费");
        assertThat(house.browser(firm).in("en").get(path).text())
                .contains(
                        "This run took",
                        "then the job waited",
                        "Lost since its last checkpoint",
                        "charged like all use");
        var json = house.api(firm).get("/api/v1" + path + "/explain").body().path("interruptions");
        assertThat(json).hasSize(1);
        assertThat(json.path(0).path("lost_known").asBoolean()).isTrue();
        assertThat(json.path(0).path("lost_gpu_ms").asLong()).isEqualTo(8 * lostMs);
        assertThat(json.path(0).path("gone_on_at").asString()).isNotEmpty();
        assertThat(jobs.interruptions(new Scope.Own(house.firmOwner().organisation()), borrower))
                .isEmpty();
    }

    private static AccountCode used(OrgId firm) {
        return AccountCode.of(Asset.SIM_GPU_MS, "firm", firm.value(), "quota");
    }

    @Test
    void whatAPoolLendsIsSeenByEverybodyAndOnThePageOfItsOwnProviderOnly() {
        var borrower = submit(firm(0), Duration.ofSeconds(90), SAVES_EVERY);
        yard.until(borrower, JobState.RUNNING);
        assertThat(house.browser(house.operator())
                        .get("/jobs?state=running")
                        .document()
                        .select("tr:has(a[href='/jobs/" + borrower + "']) .atrium-badge")
                        .eachText())
                .contains("模拟", "借用");
        var row = "tr:contains(" + pool.id() + ")";
        assertThat(house.visitor().get("/status").document().select(row).text()).contains("其中配额以外借出 8");
        var staff = house.member(pool.provider(), Role.PROVIDER_STAFF);
        assertThat(house.browser(staff)
                        .in("en")
                        .get("/provider")
                        .document()
                        .select(row)
                        .text())
                .contains("8 lent beyond quotas");
        assertThat(house.api(staff).get("/api/v1/status").body().path("lent").toString())
                .contains(pool.id());
        var other = house.member(house.provider().organisation(), Role.PROVIDER_STAFF);
        assertThat(house.browser(other).get("/provider").text()).doesNotContain(pool.id());
        jobs.stop(house.operator().actor(), new StopJob(Yard.key(), borrower, "enough"));
        yard.until(borrower, JobState.SETTLED);
    }

    @Test
    void aPersonStopsItDuringItsGraceAndItIsBilledForWhatItUsed() {
        var firm = firm(0);
        var borrower = submit(firm, Duration.ofSeconds(60), SAVES_EVERY);
        yard.until(borrower, JobState.RUNNING);
        var within = submit(firm(8), Duration.ofSeconds(1), null);
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            yard.step();
            return yard.job(borrower).course().askedBackAt() != null;
        });
        jobs.stop(house.operator().actor(), new StopJob(Yard.key(), borrower, "enough"));
        var settled = yard.until(borrower, JobState.SETTLED);
        assertThat(settled.outcome()).isEqualTo(JobOutcome.STOPPED);
        assertThat(settled.course().run()).isOne();
        assertThat(settled.detail()).isEqualTo("enough");
        var bill = bills.ofJob(new Scope.All(), borrower).orElseThrow();
        assertThat(bill.gpuTime()).isEqualTo(GpuMillis.of(8, settled.use().elapsed()));
        yard.until(within, JobState.SETTLED);
    }

    /// Its firm's quota is lowered while it runs, and raised again when it waits.
    @Test
    void eachWaitHasItsOwnFirstWordAboutTheStart() {
        var firm = firm(8);
        var within = firm(8);
        var occupying = submit(within, Duration.ofSeconds(2), null);
        yard.until(occupying, JobState.RUNNING);
        var job = submit(firm, WORKS, SAVES_EVERY);
        yard.step();
        assertThat(told(job).getValues(START_ESTIMATE.OUTCOME)).containsExactly("WAITING");
        yard.until(job, JobState.RUNNING);
        assertThat(told(job).getValues(START_ESTIMATE.OUTCOME)).containsExactly("STARTED");

        quotas.setGpusMax(house.operator().actor(), firm.organisation(), 0);
        var next = submit(within, Duration.ofSeconds(5), null);
        yard.until(next, JobState.RUNNING);
        quotas.setGpusMax(house.operator().actor(), firm.organisation(), 8);
        yard.step();
        var waits = told(job);
        assertThat(waits.getValues(START_ESTIMATE.RUN)).containsExactly(1, 2);
        assertThat(waits.getValues(START_ESTIMATE.OUTCOME)).containsExactly("STARTED", "WAITING");
        assertThat(waits.get(1).getToldAt()).isAfter(waits.get(0).getKnownAt());
        yard.step();
        assertThat(told(job)).isEqualTo(waits);

        yard.until(job, JobState.RUNNING);
        assertThat(told(job).getValues(START_ESTIMATE.OUTCOME)).containsExactly("STARTED", "STARTED");
        assertThat(told(job).get(1).getKnownAt().toInstant())
                .isEqualTo(yard.job(job).times().placed());
        yard.until(job, JobState.SETTLED);
    }

    private Result<StartEstimateRecord> told(JobId job) {
        return database.selectFrom(START_ESTIMATE)
                .where(START_ESTIMATE.JOB_ID.eq(job.value()))
                .orderBy(START_ESTIMATE.RUN)
                .fetch();
    }

    @Test
    void oneThatIsStoppedWhileItWaitsAgainLeavesNothingOpen() {
        var firm = firm(8);
        var job = submit(firm, Duration.ofSeconds(60), SAVES_EVERY);
        yard.until(job, JobState.RUNNING);
        quotas.setGpusMax(house.operator().actor(), firm.organisation(), 0);
        var within = submit(firm(8), Duration.ofSeconds(5), null);
        yard.until(within, JobState.RUNNING);
        quotas.setGpusMax(house.operator().actor(), firm.organisation(), 8);
        yard.step();
        assertThat(told(job).getValues(START_ESTIMATE.OUTCOME)).containsExactly("WAITING");
        jobs.stop(house.operator().actor(), new StopJob(Yard.key(), job, "enough"));
        assertThat(told(job).getValues(START_ESTIMATE.OUTCOME)).containsExactly("STOPPED");
        yard.until(job, JobState.SETTLED);
        assertThat(jobs.interruptions(new Scope.All(), job))
                .singleElement()
                .satisfies(each -> assertThat(each.goneOn()).isNotNull());
        yard.until(within, JobState.SETTLED);
    }
}
