// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import static io.atrium.compute.Yard.command;
import static io.atrium.jooq.Tables.JOB_RUN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.atrium.compute.engine.Engines;
import io.atrium.compute.execution.RunExit;
import io.atrium.compute.execution.RunState;
import io.atrium.compute.execution.Usage;
import io.atrium.compute.execution.slurm.FaultyLine;
import io.atrium.compute.execution.slurm.FaultyLine.Fault;
import io.atrium.compute.execution.slurm.RealSlurm;
import io.atrium.compute.execution.slurm.SlurmEngine;
import io.atrium.compute.loop.JobMoves;
import io.atrium.engine.scheduler.model.GpuAmount;
import io.atrium.jooq.tables.records.JobRunRecord;
import io.atrium.kernel.Fen;
import io.atrium.kernel.GpuMillis;
import io.atrium.kernel.access.Role;
import io.atrium.kernel.access.Scope;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/// Borrowing and giving back on a real Slurm. Runs are not left alone for ten minutes here.
@AtriumTest
@TestPropertySource(properties = {"atrium.compute.lending.ran-min=0s", "atrium.compute.lending.grace=4s"})
class SlurmBorrowingTest {

    /// Saves when it is told to leave, and finds what it saved at its next start.
    private static final String GOES_ON = """
            cd "$ATRIUM_CHECKPOINT_DIR"
            trap 'echo 42 > new; mv new latest; echo leaves; exit 143' TERM
            if [ -e latest ]; then echo "goes on from $(cat latest)"; exit 0; fi
            echo begins
            while :; do sleep 0.1; done
            """;

    /// Saves as it begins, and does not leave by itself.
    private static final String STAYS = """
            cd "$ATRIUM_CHECKPOINT_DIR"
            trap '' TERM
            if [ -e latest ]; then echo "goes on from $(cat latest)"; exit 0; fi
            echo 7 > new; mv new latest
            echo begins
            while :; do sleep 0.1; done
            """;

    private static RealSlurm slurm;
    private static FaultyLine line;

    @Autowired
    Yard yard;

    @Autowired
    SlurmYard clusters;

    @Autowired
    House house;

    @Autowired
    Jobs jobs;

    @Autowired
    Bills bills;

    @Autowired
    Quotas quotas;

    @Autowired
    Engines engines;

    @Autowired
    JobMoves moves;

    @Autowired
    DSLContext database;

    private RegisterPool pool;
    private Resident firm;

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
        pool = clusters.connected(clusters.pool());
        firm = firm(8);
    }

    @AfterEach
    void mendTheLine() {
        line.has(Fault.NONE);
    }

    private Resident firm(int quota) {
        var owner = house.firmOwner();
        limit(owner, quota);
        return owner;
    }

    private void limit(Resident owner, int quota) {
        quotas.setGpusMax(house.operator().actor(), owner.organisation(), quota);
    }

    private JobId begun(int gpus, String script) {
        var job = yard.submit(firm, command(pool, gpus, "/bin/sh", "-c", script).whichYields());
        yard.until(job, JobState.RUNNING);
        untilPrinted(job, "begins");
        return job;
    }

    /// On all GPUs of the pool, of a firm whose quota was taken away since.
    private JobId borrower(String script) {
        var job = begun(8, script);
        limit(firm, 0);
        return job;
    }

    private JobId within(int gpus) {
        return yard.submit(firm(8), command(pool, gpus, "/bin/sleep", "2"));
    }

    private List<String> printed(JobId job) {
        return jobs.tail(new Scope.All(), job).orElseThrow().texts().stream()
                .filter(text -> text.matches("begins|leaves|goes on.*"))
                .toList();
    }

    private void untilPrinted(JobId job, String text) {
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            yard.step();
            return printed(job).contains(text);
        });
    }

    private void untilAskedBack(JobId job) {
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            yard.step();
            return yard.job(job).course().askedBackAt() != null;
        });
    }

    private static Path checkpoints(JobId job) {
        return slurm.workFolder().resolve(job.value() + ".checkpoints");
    }

    private List<JobRunRecord> earlierRuns(JobId job) {
        return database.selectFrom(JOB_RUN)
                .where(JOB_RUN.JOB_ID.eq(job.value()))
                .orderBy(JOB_RUN.RUN)
                .fetch();
    }

    /// Seconds that Slurm counted for a run.
    private static long secondsAtTheProvider(String run) {
        var told = slurm.ask("squeue", "-h", "-t", "all", "-n", run, "-o", "%M").strip();
        var parts = told.split(":");
        return 60 * Long.parseLong(parts[0]) + Long.parseLong(parts[1]);
    }

    @Test
    void aBorrowerIsTakenOffKeepsItsCheckpointGoesOnAndIsBilledOnce() {
        limit(firm, 4);
        var own = yard.submit(firm, command(pool, 4, "/bin/sleep", "600"));
        yard.until(own, JobState.RUNNING);
        var job = begun(4, GOES_ON);
        assertThat(yard.job(job).course().borrows()).isTrue();
        assertThat(quotas.of(firm.organisation()).gpusBorrowed()).isEqualTo(GpuAmount.ofGpus(4));
        var seen = yard.job(job);
        yard.until(within(4), JobState.RUNNING);

        var waiting = yard.job(job);
        assertThat(waiting.isInterrupted()).isTrue();
        assertThat(bills.ofJob(new Scope.All(), job)).isEmpty();
        assertThat(printed(job)).containsExactly("begins", "leaves");
        assertThat(checkpoints(job).resolve("latest")).hasContent("42");
        tellLateAndAgain(seen);
        assertThat(yard.job(job)).isEqualTo(waiting);
        saysWhatItCost(job);

        var settled = yard.until(job, JobState.SETTLED);
        assertThat(settled.outcome()).as(settled.detail()).isEqualTo(JobOutcome.SUCCEEDED);
        assertThat(printed(job)).containsExactly("begins", "leaves", "goes on from 42");
        isMeteredOncePerRun(settled);
        jobs.stop(firm.actor(), new StopJob(Yard.key(), own, "enough"));
        yard.until(own, JobState.SETTLED);
        assertThat(quotas.of(firm.organisation()).ownHeld()).isEqualTo(Fen.ZERO);
        engines.clusters().forEach(SlurmEngine::clearCheckpoints);
        assertThat(checkpoints(job)).doesNotExist();
    }

    /// What another watcher had in hand when the first run had been added up.
    private void tellLateAndAgain(JobView seen) {
        var now = Instant.now();
        var ended = new RunState.Ended(RunExit.STOPPED, 143, now, now, new Usage(60_000, 0, 0), "");
        moves.interrupted(seen, ended);
        moves.ended(seen, ended);
        moves.lost(seen);
    }

    private void saysWhatItCost(JobId job) {
        var path = "/jobs/" + job;
        assertThat(house.browser(firm).get(path).text()).contains("被中断，重新排队", "最后一个检查点之后丢失");
        var explained = house.api(firm).get("/api/v1" + path + "/explain").body();
        assertThat(explained.path("interruptions").path(0).path("lost_known").asBoolean())
                .isTrue();
        assertThat(house.browser(house.firmOwner()).get(path).status()).isEqualTo(404);
        var provider = house.browser(house.member(pool.provider(), Role.PROVIDER_STAFF));
        assertThat(provider.get("/provider/pools/" + pool.id() + "/engine").text())
                .contains("空闲卡会借给可中断作业");
    }

    private void isMeteredOncePerRun(JobView job) {
        var first = earlierRuns(job.id());
        assertThat(first).hasSize(1);
        assertThat(first.getFirst().getElapsedMs())
                .as("as Slurm counts")
                .isEqualTo(1_000 * secondsAtTheProvider(job.id().value()));
        var elapsed = first.getFirst().getElapsedMs() + job.elapsedInRun().toMillis();
        assertThat(job.use().elapsed().toMillis()).isEqualTo(elapsed);
        var bill = bills.ofJob(new Scope.All(), job.id()).orElseThrow();
        assertThat(bill.gpuTime()).isEqualTo(GpuMillis.of(job.ask().gpus(), Duration.ofMillis(elapsed)));
        assertThat(bill.listPrice()).isEqualTo(bill.gpuTime().at(Yard.PRICE));
        assertThat(bills.count(new Scope.Own(firm.organisation()), null)).isEqualTo(1);
    }

    @Test
    void oneThatIgnoresSigtermIsCancelledAfterItsGraceAndGoesOnAllTheSame() {
        var job = borrower(STAYS);
        var within = within(8);
        untilAskedBack(job);
        yard.step();
        assertThat(yard.job(job).state()).as("it has its grace").isEqualTo(JobState.RUNNING);
        yard.until(within, JobState.RUNNING);
        assertThat(slurm.ask("squeue", "-h", "-t", "all", "-n", job.value(), "-o", "%T"))
                .isEqualToIgnoringNewLines("CANCELLED");
        var run = earlierRuns(job).getFirst();
        assertThat(Duration.between(run.getAskedBackAt(), run.getEndedAt())).isGreaterThan(Duration.ofSeconds(3));
        var settled = yard.until(job, JobState.SETTLED);
        assertThat(settled.outcome()).as(settled.detail()).isEqualTo(JobOutcome.SUCCEEDED);
        assertThat(printed(job)).containsExactly("begins", "goes on from 7");
        isMeteredOncePerRun(settled);
    }

    @Test
    void aClusterThatIsAwayInTheMeantimeLosesNothing() {
        var job = borrower(GOES_ON);
        line.has(Fault.CUT);
        var within = within(8);
        untilAskedBack(job);
        yard.step();
        assertThat(yard.job(job).state()).isEqualTo(JobState.RUNNING);
        line.has(Fault.NONE);
        yard.until(within, JobState.SETTLED);
        var settled = yard.until(job, JobState.SETTLED);
        assertThat(settled.outcome()).as(settled.detail()).isEqualTo(JobOutcome.SUCCEEDED);
        assertThat(printed(job)).containsExactly("begins", "leaves", "goes on from 42");
        isMeteredOncePerRun(settled);
    }

    @Test
    void oneThatHasNotBegunAtTheProviderGivesItsPlaceAndIsChargedNothingForIt() {
        var others = slurm.ask("sbatch", "--parsable", "--gres=gpu:h800:8", "-o", "/dev/null", "--wrap", "sleep 600")
                .strip();
        await().until(() -> slurm.ask("squeue", "-h", "-j", others, "-o", "%T").contains("RUNNING"));
        var job = yard.submit(
                firm, command(pool, 8, "/bin/sh", "-c", "echo begins").whichYields());
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            yard.step();
            return yard.job(job).detail().startsWith("PROVIDER_WAITS");
        });
        limit(firm, 0);
        var within = within(8);
        yard.until(within, JobState.PLACED);
        assertThat(yard.job(job).state()).isEqualTo(JobState.QUEUED);
        assertThat(house.browser(firm).get("/jobs/" + job).text()).contains("在服务商处尚未开始：已把 8 卡让给配额内的作业");
        slurm.ask("scancel", others);
        yard.until(within, JobState.SETTLED);
        var settled = yard.until(job, JobState.SETTLED);
        assertThat(settled.outcome()).as(settled.detail()).isEqualTo(JobOutcome.SUCCEEDED);
        assertThat(printed(job)).containsExactly("begins");
        assertThat(earlierRuns(job)).isEmpty();
        var bill = bills.ofJob(new Scope.All(), job).orElseThrow();
        assertThat(bill.gpuTime()).isEqualTo(GpuMillis.of(8, settled.elapsedInRun()));
    }

    @Test
    void aPersonWhoStopsItDuringItsGraceWins() {
        var job = borrower(STAYS);
        within(8);
        untilAskedBack(job);
        jobs.stop(firm.actor(), new StopJob(Yard.key(), job, "enough"));
        var settled = yard.until(job, JobState.SETTLED);
        assertThat(settled.outcome()).isEqualTo(JobOutcome.STOPPED);
        assertThat(settled.detail()).isEqualTo("enough");
        assertThat(settled.course().run()).isOne();
    }
}
