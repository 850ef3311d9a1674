// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import static io.atrium.compute.Yard.command;
import static io.atrium.jooq.Tables.JOB_RUN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.atrium.compute.execution.RunExit;
import io.atrium.compute.execution.RunState;
import io.atrium.compute.execution.Usage;
import io.atrium.compute.loop.JobMoves;
import io.atrium.engine.scheduler.model.GpuAmount;
import io.atrium.kernel.Fen;
import io.atrium.kernel.GpuMillis;
import io.atrium.kernel.access.Scope;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jooq.DSLContext;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/// Borrowing and giving back with real processes. Runs are not left alone for ten minutes here.
@AtriumTest
@TestPropertySource(properties = {"atrium.compute.lending.ran-min=0s", "atrium.compute.lending.grace=5s"})
class BorrowingModuleTest {

    /// Counts its starts in its checkpoint folder; at the second one it finds the first and ends.
    private static final String GOES_ON = """
            echo start >> "$ATRIUM_CHECKPOINT_DIR/starts"
            echo "run $(wc -l < "$ATRIUM_CHECKPOINT_DIR/starts")"
            [ "$(wc -l < "$ATRIUM_CHECKPOINT_DIR/starts")" -lt 2 ] || exit 0
            while :; do sleep 0.1; done
            """;

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
    JobMoves moves;

    @Autowired
    DSLContext database;

    private Resident firm(int quota) {
        var firm = house.firmOwner();
        quotas.setGpusMax(house.operator().actor(), firm.organisation(), quota);
        return firm;
    }

    private JobId borrower(RegisterPool pool, Resident firm, String script) {
        var borrower = yard.submit(firm, command(pool, 8, "sh", "-c", script).whichYields());
        yard.until(borrower, JobState.RUNNING);
        return borrower;
    }

    private void untilPrinted(JobId job, String line) {
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            yard.step();
            return jobs.tail(new Scope.All(), job).orElseThrow().texts().contains(line);
        });
    }

    @Test
    void anInterruptedJobFindsItsCheckpointsAndIsBilledOnceForAllItsRuns() {
        var pool = yard.pool(1);
        var firm = firm(8);
        var borrower = borrower(pool, firm, GOES_ON);
        quotas.setGpusMax(house.operator().actor(), firm.organisation(), 0);
        untilPrinted(borrower, "run 1");
        var seen = yard.job(borrower);

        var other = firm(8);
        var within = yard.submit(other, command(pool, 8, "sleep", "5"));
        yard.until(within, JobState.RUNNING);
        var waiting = yard.job(borrower);
        assertThat(waiting.state()).isEqualTo(JobState.QUEUED);
        assertThat(waiting.isInterrupted()).isTrue();
        assertThat(waiting.use().elapsed()).isPositive();
        assertThat(bills.ofJob(new Scope.All(), borrower)).isEmpty();
        tellLateAndAgain(seen);
        assertThat(yard.job(borrower)).isEqualTo(waiting);

        var settled = yard.until(borrower, JobState.SETTLED);
        assertThat(settled.outcome()).isEqualTo(JobOutcome.SUCCEEDED);
        assertThat(jobs.tail(new Scope.All(), borrower).orElseThrow().texts())
                .filteredOn(line -> line.startsWith("run "))
                .containsExactly("run 1", "run 2");
        var first = database.selectFrom(JOB_RUN)
                .where(JOB_RUN.JOB_ID.eq(borrower.value()))
                .fetchSingle();
        var elapsed = first.getElapsedMs() + settled.elapsedInRun().toMillis();
        assertThat(settled.use().elapsed().toMillis()).isEqualTo(elapsed);
        var bill = bills.ofJob(new Scope.All(), borrower).orElseThrow();
        assertThat(bill.gpuTime()).isEqualTo(GpuMillis.of(8, Duration.ofMillis(elapsed)));
        assertThat(bill.listPrice()).isEqualTo(bill.gpuTime().at(Yard.PRICE));
        assertThat(bill.listPrice().compareTo(settled.held().listPrice())).isNotPositive();
        assertThat(heldFen(firm)).isEqualTo(Fen.ZERO);
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
    }

    /// What another watcher had in hand when the first run had been added up.
    private void tellLateAndAgain(JobView seen) {
        var now = Instant.now();
        var ended = new RunState.Ended(RunExit.STOPPED, 143, now, now, new Usage(60_000, 0, 0), "");
        moves.interrupted(seen, ended);
        moves.ended(seen, ended);
        moves.lost(seen);
        moves.used(seen, new RunState.Running(now, ended.usage()));
    }

    private Fen heldFen(Resident firm) {
        return quotas.of(firm.organisation()).ownHeld();
    }

    @Test
    void aJobThatRunsToItsEndIsNeverAskedBack() {
        var pool = yard.pool(1);
        var firm = firm(8);
        var plain = yard.submit(firm, command(pool, 8, "sleep", "60"));
        yard.until(plain, JobState.RUNNING);
        quotas.setGpusMax(house.operator().actor(), firm.organisation(), 0);
        var within = yard.submit(firm(8), command(pool, 8, "true"));
        yard.step();
        yard.step();
        assertThat(yard.job(plain).course().askedBackAt()).isNull();
        assertThat(yard.job(within).state()).isEqualTo(JobState.QUEUED);
        stop(firm, plain);
        yard.until(plain, JobState.SETTLED);
    }

    @Test
    void startsBeyondItsQuotaOnIdleGpusAndSaysSo() {
        var pool = yard.pool(2);
        var firm = firm(8);
        var own = yard.submit(firm, command(pool, 8, "sleep", "60"));
        yard.until(own, JobState.RUNNING);
        var plain = yard.submit(firm, command(pool, 8, "true"));
        yard.step();
        assertThat(yard.job(plain).state()).isEqualTo(JobState.QUEUED);
        assertThat(jobs.explain(new Scope.All(), plain).orElseThrow().remedies())
                .extracting(WaitReason::code)
                .contains("DECLARE_INTERRUPTIBLE");
        var borrower = yard.submit(firm, command(pool, 8, "sleep", "60").whichYields());
        yard.until(borrower, JobState.RUNNING);
        assertThat(yard.job(borrower).course().borrows()).isTrue();
        assertThat(quotas.of(firm.organisation()).gpusBorrowed()).isEqualTo(GpuAmount.ofGpus(8));
        for (var job : List.of(own, borrower, plain)) {
            stop(firm, job);
        }
        yard.until(own, JobState.SETTLED);
        yard.until(borrower, JobState.SETTLED);
    }

    @Test
    void aPersonWhoStopsItDuringItsGraceWins() {
        var pool = yard.pool(1);
        var firm = firm(8);
        var borrower = borrower(pool, firm, "trap '' TERM; while :; do sleep 0.1; done");
        quotas.setGpusMax(house.operator().actor(), firm.organisation(), 0);
        yard.submit(firm(8), command(pool, 8, "true"));
        await().atMost(Duration.ofSeconds(30)).until(() -> {
            yard.step();
            return yard.job(borrower).course().askedBackAt() != null;
        });
        stop(firm, borrower);
        var settled = yard.until(borrower, JobState.SETTLED);
        assertThat(settled.outcome()).isEqualTo(JobOutcome.STOPPED);
        assertThat(settled.course().run()).isOne();
        assertThat(settled.detail()).isEqualTo("enough");
    }

    @Test
    void oneThatIsStoppedWhileItWaitsToGoOnIsBilledForWhatItUsed() {
        var pool = yard.pool(1);
        var firm = firm(8);
        var borrower = borrower(pool, firm, "while :; do sleep 0.1; done");
        quotas.setGpusMax(house.operator().actor(), firm.organisation(), 0);
        var within = yard.submit(firm(8), command(pool, 8, "sleep", "60"));
        yard.until(within, JobState.RUNNING);
        assertThat(yard.job(borrower).isInterrupted()).isTrue();
        stop(firm, borrower);
        var settled = yard.until(borrower, JobState.SETTLED);
        assertThat(settled.outcome()).isEqualTo(JobOutcome.STOPPED);
        var bill = bills.ofJob(new Scope.All(), borrower).orElseThrow();
        assertThat(bill.gpuTime()).isEqualTo(GpuMillis.of(8, settled.use().elapsed()));
        assertThat(bill.gpuTime().value()).isPositive();
        assertThat(heldFen(firm)).isEqualTo(Fen.ZERO);
    }

    private void stop(Resident firm, JobId job) {
        jobs.stop(firm.actor(), new StopJob(Yard.key(), job, "enough"));
    }
}
