// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.proof;

import static io.atrium.jooq.Tables.BILL;
import static io.atrium.jooq.Tables.JOB;
import static io.atrium.jooq.Tables.JOB_EVENT;
import static io.atrium.jooq.Tables.JOB_RUN;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.atrium.compute.Quotas;
import io.atrium.compute.RegisterPool;
import io.atrium.compute.Yard;
import io.atrium.jooq.tables.records.JobRecord;
import io.atrium.testing.Api;
import io.atrium.testing.AtriumProcess;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jooq.DSLContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.json.JsonMapper;

/// A job that borrows is asked back again and again, and each time the process of Atrium is killed with `kill -9`
/// somewhere between telling it, ending its run, adding it up and starting the next one. In the end every run happened
/// once and found its checkpoints, all of them are in the one bill to the millisecond, and nothing is held any more.
/// The
/// same on each engine.
@AtriumTest
@Import(LookingOn.class)
abstract class Interruptions {
    private static final long SEED = Long.getLong("atrium.seed", 20_261_130L);

    /// Says which run it is by its checkpoints, and ends when it has been interrupted often enough.
    private static final String PROGRAM = """
            trap 'sleep 1; exit 143' TERM
            echo start >> "$ATRIUM_CHECKPOINT_DIR/starts"
            echo "run $(wc -l < "$ATRIUM_CHECKPOINT_DIR/starts")"
            [ "$(wc -l < "$ATRIUM_CHECKPOINT_DIR/starts")" -le %d ] || exit 0
            while :; do sleep 0.1; done
            """;

    private final int strikes;

    @TempDir
    private Path folder;

    @Autowired
    House house;

    @Autowired
    Yard yard;

    @Autowired
    Quotas quotas;

    @Autowired
    LookingOn lookingOn;

    @Autowired
    DSLContext database;

    @Autowired
    JsonMapper json;

    private final Random random = new Random(SEED);

    /// @param strikes in a test; ten when it is proved, any number with `-Datrium.kills=…`
    Interruptions(int strikes) {
        this.strikes = Integer.getInteger("atrium.kills", Boolean.getBoolean("atrium.prove") ? 10 : strikes);
    }

    /// A pool of one node of eight GPUs on the engine.
    abstract RegisterPool pool();

    /// What the process must be told beside the usual.
    abstract Stream<String> settings();

    /// Waits until the process is killed the next time.
    void awaitMoment(String job, int strike) {
        LockSupport.parkNanos(ofMillis(random.nextInt(3_000)).toNanos());
    }

    private AtriumProcess node;
    private Resident borrower;
    private Resident other;
    private RegisterPool pool;

    @BeforeEach
    void start() throws Exception {
        lookingOn.begin();
        borrower = house.firmOwner();
        other = house.firmOwner();
        pool = pool();
        var lending = Stream.of("ran-min=0s", "grace=5s", "per-job-an-hour-max=1000");
        var all = Stream.concat(lending.map("atrium.compute.lending."::concat), settings());
        node = AtriumProcess.start(lookingOn.address(), folder, "one", all.toArray(String[]::new));
        awaitReady();
    }

    @AfterEach
    void stop() {
        node.kill();
        lookingOn.end();
    }

    @Test
    void whereverItDiesEveryRunHappensOnceAndIsBilledOnce() throws Exception {
        var job = submit(borrower, PROGRAM.formatted(strikes), true);
        awaitRunning(job);
        quotas.setGpusMax(house.operator().actor(), borrower.organisation(), 0);
        for (int strike = 1; strike <= strikes; strike++) {
            var wanted = submit(other, "sleep 1", false);
            awaitMoment(job, strike);
            node.kill();
            node.startAgain();
            awaitReady();
            awaitState(wanted, "SETTLED");
            if (strike < strikes) {
                awaitRunning(job);
            }
        }
        awaitState(job, "SETTLED");
        assertRuns(job(job));
        assertThat(lookingOn.held(borrower))
                .as("accounts of the firm with something held")
                .isZero();
        assertThat(lookingOn.audit().findings()).isEmpty();
    }

    private void assertRuns(JobRecord job) {
        assertThat(job.getOutcome()).isEqualTo("SUCCEEDED");
        assertThat(job.getRun()).isEqualTo(strikes + 1);
        var earlier = database.selectFrom(JOB_RUN)
                .where(JOB_RUN.JOB_ID.eq(job.getId()))
                .orderBy(JOB_RUN.RUN)
                .fetch();
        assertThat(earlier.getValues(JOB_RUN.RUN))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, strikes).boxed().toList());
        assertThat(job.getEarlierElapsedMs())
                .isEqualTo(earlier.getValues(JOB_RUN.ELAPSED_MS).stream()
                        .mapToLong(Long::longValue)
                        .sum());
        var bills = database.selectFrom(BILL).where(BILL.JOB_ID.eq(job.getId())).fetch();
        assertThat(bills.getValues(BILL.GPU_MS)).containsExactly(job.getGpus() * job.getElapsedMs());
        int interruptions =
                database.fetchCount(JOB_EVENT, JOB_EVENT.JOB_ID.eq(job.getId()), JOB_EVENT.KIND.eq("INTERRUPTED"));
        assertThat(interruptions).isEqualTo(strikes);
        assertThat(log(job.getId()))
                .filteredOn(line -> line.startsWith("run "))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, strikes + 1)
                        .mapToObj(run -> "run " + run)
                        .toList());
    }

    private String submit(Resident firm, String script, boolean interruptible) {
        var answer = new Api(node.root(), firm.token(), json)
                .post(
                        "/api/v1/jobs",
                        Map.of(
                                "name",
                                "proof",
                                "pool",
                                pool.id(),
                                "command",
                                List.of("/bin/sh", "-c", script),
                                "gpus",
                                8,
                                "time_limit",
                                "PT1H",
                                "interruptible",
                                interruptible));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.body().path("id").asString();
    }

    private List<String> log(String job) {
        return new Api(node.root(), borrower.token(), json)
                .get("/api/v1/jobs/" + job + "/log")
                .body()
                .path("lines")
                .valueStream()
                .map(line -> line.asString())
                .toList();
    }

    private void awaitRunning(String job) {
        awaitState(job, "RUNNING");
    }

    private void awaitState(String job, String state) {
        await().atMost(ofMinutes(3)).until(() -> job(job).getState().equals(state));
    }

    private void awaitReady() {
        await().atMost(ofMinutes(10)).pollInterval(ofMillis(200)).until(node::isReady);
    }

    private JobRecord job(String id) {
        return database.fetchSingle(JOB, JOB.ID.eq(id));
    }
}
