// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import static io.atrium.jooq.Tables.SHARE_USE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import io.atrium.compute.account.JobAccounts;
import io.atrium.compute.execution.ExecutionEngine;
import io.atrium.compute.execution.Readiness;
import io.atrium.compute.execution.StartOutcome;
import io.atrium.compute.loop.JobMoves;
import io.atrium.compute.workload.RunRequests;
import io.atrium.engine.ledger.Asset;
import io.atrium.engine.scheduler.model.GpuAmount;
import io.atrium.engine.scheduler.model.NodeState;
import io.atrium.kernel.Fen;
import io.atrium.kernel.GpuMillis;
import io.atrium.kernel.RefusedException;
import io.atrium.kernel.access.Permission;
import io.atrium.kernel.access.Scope;
import io.atrium.ledger.AccountCode;
import io.atrium.ledger.Ledger;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import java.time.Duration;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@AtriumTest
class ComputeModuleTest {

    @Autowired
    Yard yard;

    @Autowired
    House house;

    @Autowired
    Jobs jobs;

    @Autowired
    Bills bills;

    @Autowired
    Quotas quotas;

    @Autowired
    Pools pools;

    @Autowired
    Ledger ledger;

    @Autowired
    ExecutionEngine engine;

    @Autowired
    RunRequests runRequests;

    @Autowired
    JobMoves moves;

    @Autowired
    DSLContext database;

    private Resident firm;

    @BeforeEach
    void moveIn() {
        firm = house.firmOwner();
    }

    private void assumeJobsCanRun() {
        var readiness = engine.readiness();
        Assumptions.assumeTrue(readiness instanceof Readiness.Ready, () -> "cannot confine jobs here: " + readiness);
    }

    @Test
    void aJobRunsConfinedAndIsPaidByVoucherAndFirmToTheFen() {
        assumeJobsCanRun();
        var pool = yard.pool(32);
        var voucher = yard.voucher(firm.organisation(), 1_000_000);
        var id = yard.submit(firm, Yard.command(pool, 256, "/bin/sh", "-c", "echo 你好; sleep 1; echo done"));
        var job = yard.until(id, JobState.SETTLED);

        assertThat(job.outcome()).isEqualTo(JobOutcome.SUCCEEDED);
        await().atMost(Duration.ofSeconds(20))
                .until(() -> house.browser(firm).get("/inbox").text().contains("已成功完成，目录价费用"));
        assertThat(job.use().elapsed()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(30));
        var bill = bills.ofJob(new Scope.Own(firm.organisation()), id).orElseThrow();
        assertThat(bill.gpuTime()).isEqualTo(GpuMillis.of(256, job.use().elapsed()));
        assertThat(bill.listPrice()).isEqualTo(bill.gpuTime().at(Yard.PRICE));
        assertThat(bill.voucherPart().plus(bill.ownPart())).isEqualTo(bill.listPrice());
        assertThat(bill.voucherPart())
                .isGreaterThanOrEqualTo(new Fen(30))
                .isEqualTo(new Fen(bill.listPrice().value() / 2));
        assertThat(bill.voucher()).isEqualTo(voucher.value());

        assertThat(posted(JobAccounts.receivable(pool.provider())))
                .isEqualTo(bill.listPrice().value());
        assertThat(posted(JobAccounts.own(firm.organisation())))
                .isEqualTo(-bill.ownPart().value());
        assertThat(posted(AccountCode.of(Asset.CNY_FEN, "voucher", voucher.value(), "balance")))
                .isEqualTo(1_000_000 - bill.voucherPart().value());
        assertThat(posted(
                        AccountCode.of(Asset.GPU_MS, "provider", pool.provider().value(), "delivered")))
                .isEqualTo(bill.gpuTime().value());
        assertThat(quotas.of(firm.organisation()).ownHeld()).isEqualTo(Fen.ZERO);
        assertThat(ledger.trialBalance().recountAgrees()).isTrue();

        var used = database.select(SHARE_USE.GPU_MS)
                .from(SHARE_USE)
                .where(SHARE_USE.FIRM_ID.eq(firm.organisation().value()))
                .fetch(SHARE_USE.GPU_MS);
        assertThat(used).hasSize(1);
        assertThat(used.getFirst())
                .isCloseTo(bill.gpuTime().value(), within(bill.gpuTime().value() / 1_000));

        var log = jobs.log(new Scope.Own(firm.organisation()), id, 0).orElseThrow();
        assertThat(log.texts()).containsExactly("你好", "done");
        assertThat(log.complete()).isTrue();
    }

    @Test
    void cleansTheCorpusThatShipsWithAtrium() {
        assumeJobsCanRun();
        var pool = yard.pool(8);
        var id = yard.submit(firm, JobRequest.cleanCorpus("corpus", 64, Duration.ofMinutes(10), pool.gpuModel()));
        var job = yard.until(id, JobState.SETTLED);
        var log = jobs.log(new Scope.Own(firm.organisation()), id, 0)
                .orElseThrow()
                .texts();
        assertThat(job.outcome()).as(String.join("\n", log)).isEqualTo(JobOutcome.SUCCEEDED);
        assertThat(log).anyMatch(line -> line.startsWith("card documents="));
    }

    @Test
    void showsThePriceBeforeTheClickAndHoldsExactlyThat() {
        var pool = yard.pool(8);
        yard.voucher(firm.organisation(), 1_000_000);
        var request = Yard.command(pool, 64, "true");
        var estimate = jobs.estimate(firm.actor(), request);
        assertThat(estimate.start().isNow()).isTrue();
        assertThat(estimate.gpuTimeMax()).isEqualTo(GpuMillis.of(64, Duration.ofMinutes(10)));
        assertThat(estimate.listPrice()).isEqualTo(new Fen(64 * 1_180 / 6 + 1)); // 12586.67, rounded half up
        assertThat(estimate.voucherPart().plus(estimate.ownPart())).isEqualTo(estimate.listPrice());

        var submitted = jobs.submit(firm.actor(), new SubmitJob(Yard.key(), request));
        assertThat(submitted.listPrice()).isEqualTo(estimate.listPrice());
        assertThat(submitted.ownPart()).isEqualTo(estimate.ownPart());
    }

    @Test
    void theSameRequestTwiceIsOneJob() {
        var pool = yard.pool(1);
        var command = new SubmitJob(Yard.key(), Yard.command(pool, 1, "true"));
        assertThat(jobs.submit(firm.actor(), command)).isEqualTo(jobs.submit(firm.actor(), command));
        assertThat(jobs.count(new Scope.Own(firm.organisation()), JobFilter.ALL))
                .isEqualTo(1);
    }

    @Test
    void refusesInTheDocumentedOrderAndHoldsNothing() {
        var pool = yard.pool(2);
        var command = Yard.command(pool, 17, "true");
        assertThat(refusal(rename(command, ""))).isEqualTo(ComputeRefusal.JOB_NAME_LENGTH);
        assertThat(refusal(new JobRequest("n", "dance", List.of(), 0, Duration.ZERO, null, null)))
                .isEqualTo(ComputeRefusal.WORKLOAD_UNKNOWN);
        assertThat(refusal(new JobRequest("n", "command", List.of(), 0, Duration.ZERO, null, null)))
                .isEqualTo(ComputeRefusal.COMMAND_MISSING);
        assertThat(refusal(new JobRequest("n", "clean-corpus", List.of(), 0, Duration.ZERO, null, null)))
                .isEqualTo(ComputeRefusal.GPUS_OUT_OF_RANGE);
        assertThat(refusal(new JobRequest("n", "clean-corpus", List.of(), 1, Duration.ZERO, null, null)))
                .isEqualTo(ComputeRefusal.TIME_LIMIT_OUT_OF_RANGE);
        assertThat(refusal(new JobRequest("n", "clean-corpus", List.of(), 1, Duration.ofHours(1), "nowhere", null)))
                .isEqualTo(ComputeRefusal.POOL_UNKNOWN);
        assertThat(refusal(new JobRequest("n", "clean-corpus", List.of(), 1, Duration.ofHours(1), null, "abacus")))
                .isEqualTo(ComputeRefusal.NO_POOL_ALLOWED);
        assertThat(refusal(command)).isEqualTo(ComputeRefusal.LARGER_THAN_ANY_POOL);
        assertThat(jobs.count(new Scope.Own(firm.organisation()), JobFilter.ALL))
                .isZero();
        assertThat(quotas.of(firm.organisation()).gpuTimeHeld()).isEqualTo(GpuMillis.ZERO);
    }

    @Test
    void refusesWhatTheQuotaOrTheCreditLineCannotBear() {
        var pool = yard.pool(8);
        quotas.setGpusMax(house.operator().actor(), firm.organisation(), 8);
        assertThat(refusal(Yard.command(pool, 9, "true"))).isEqualTo(ComputeRefusal.LARGER_THAN_QUOTA);
        var dear = new JobRequest("n", "clean-corpus", List.of(), 64, Duration.ofDays(14), pool.id(), null);
        quotas.setGpusMax(house.operator().actor(), firm.organisation(), 64);
        assertThat(refusal(dear)).isEqualTo(ComputeRefusal.CREDIT_LINE_EXHAUSTED);
        assertThat(quotas.of(firm.organisation()).gpuTimeHeld()).isEqualTo(GpuMillis.ZERO);
    }

    @Test
    void aWaitingJobSaysWhyAndCanBeStoppedForNothing() {
        var pool = yard.pool(2);
        pools.setState(List.of(pool.id() + "-0001"), NodeState.MAINTENANCE);
        var id = yard.submit(firm, Yard.command(pool, 16, "true"));
        yard.until(id, JobState.QUEUED);
        var answer = jobs.explain(new Scope.Own(firm.organisation()), id).orElseThrow();
        assertThat(answer.reasons()).extracting(WaitReason::code).contains("NODES_UNAVAILABLE", "NOT_ENOUGH_FREE");
        assertThat(answer.unknown()).isEqualTo("NODES_UNAVAILABLE");
        assertThat(quotas.of(firm.organisation()).gpusWaiting()).isEqualTo(GpuAmount.ofGpus(16));

        jobs.stop(firm.actor(), new StopJob(Yard.key(), id, "no longer needed"));
        assertThat(yard.job(id).state()).isEqualTo(JobState.CANCELLED);
        assertThat(quotas.of(firm.organisation()).ownHeld()).isEqualTo(Fen.ZERO);
        assertThat(quotas.of(firm.organisation()).gpuTimeHeld()).isEqualTo(GpuMillis.ZERO);
        assertThat(bills.ofJob(new Scope.All(), id)).isEmpty();
    }

    @Test
    void aRunningJobThatIsStoppedIsBilledForItsTime() {
        assumeJobsCanRun();
        var pool = yard.pool(1);
        var id = yard.submit(firm, Yard.command(pool, 8, "/bin/sleep", "600"));
        yard.until(id, JobState.RUNNING);
        jobs.stop(firm.actor(), new StopJob(Yard.key(), id, "enough"));
        var job = yard.until(id, JobState.SETTLED);
        assertThat(job.outcome()).isEqualTo(JobOutcome.STOPPED);
        assertThat(bills.ofJob(new Scope.All(), id).orElseThrow().gpuTime())
                .isLessThan(GpuMillis.of(8, Duration.ofMinutes(1)));
        assertThat(refusedStop(id)).isEqualTo(ComputeRefusal.JOB_NOT_STOPPABLE);
    }

    @Test
    void aStartThatWasCutOffIsFoundAgainAndNotRepeated() {
        assumeJobsCanRun();
        var pool = yard.pool(1);
        var id = yard.submit(firm, Yard.command(pool, 1, "/bin/sh", "-c", "sleep 1; echo once"));
        var first = engine.start(runRequests.of(yard.job(id)));
        var job = yard.until(id, JobState.SETTLED);
        assertThat(first).isEqualTo(new StartOutcome.Started());
        assertThat(job.outcome()).isEqualTo(JobOutcome.SUCCEEDED);
        assertThat(jobs.log(new Scope.All(), id, 0).orElseThrow().texts()).containsExactly("once");
    }

    @Test
    void settlesOnceHoweverOftenItIsAsked() {
        assumeJobsCanRun();
        var pool = yard.pool(1);
        var id = yard.submit(firm, Yard.command(pool, 8, "true"));
        var job = yard.until(id, JobState.SETTLED);
        moves.settle(job);
        moves.lost(job);
        assertThat(bills.count(new Scope.Own(firm.organisation()), null)).isEqualTo(1);
        assertThat(yard.job(id)).isEqualTo(job);
        assertThat(posted(JobAccounts.receivable(pool.provider())))
                .isEqualTo(job.metered().listPrice().value());
        assertThat(ledger.trialBalance().recountAgrees()).isTrue();
    }

    @Test
    void nobodyElseSeesAFirmsJobs() {
        var id = yard.submit(firm, Yard.command(yard.pool(1), 1, "true"));
        var stranger = house.firmOwner();
        assertThat(jobs.find(stranger.actor().scope(Permission.READ_JOB), id)).isEmpty();
        assertThat(refusedStop(stranger, id)).hasToString("NOT_FOUND");
        assertThat(jobs.find(firm.actor().scope(Permission.READ_JOB), id)).isPresent();
    }

    private static JobRequest rename(JobRequest request, String name) {
        return new JobRequest(
                name,
                request.workload(),
                request.command(),
                request.gpus(),
                request.timeLimit(),
                request.pool(),
                request.gpuModel());
    }

    private Object refusal(JobRequest request) {
        var command = new SubmitJob(Yard.key(), request);
        var refused = catchThrowableOfType(RefusedException.class, () -> jobs.submit(firm.actor(), command));
        return refused.refusal().code();
    }

    private Object refusedStop(JobId id) {
        return refusedStop(firm, id);
    }

    private Object refusedStop(Resident who, JobId id) {
        var stop = new StopJob(Yard.key(), id, "");
        return catchThrowableOfType(RefusedException.class, () -> jobs.stop(who.actor(), stop))
                .refusal()
                .code();
    }

    private long posted(AccountCode account) {
        return ledger.balances(account).posted();
    }
}
