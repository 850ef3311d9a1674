// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.proof;

import static io.atrium.jooq.Tables.APP_NODE;
import static io.atrium.jooq.Tables.BILL;
import static io.atrium.jooq.Tables.JOB;
import static io.atrium.jooq.Tables.JOB_EVENT;
import static io.atrium.jooq.Tables.LEADER;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.jooq.impl.DSL.count;

import io.atrium.compute.JobOutcome;
import io.atrium.compute.RegisterPool;
import io.atrium.compute.Yard;
import io.atrium.jooq.tables.records.JobRecord;
import io.atrium.testing.Api;
import io.atrium.testing.AtriumProcess;
import io.atrium.testing.AtriumTest;
import io.atrium.testing.Browser;
import io.atrium.testing.House;
import io.atrium.testing.Resident;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jooq.DSLContext;
import org.jooq.impl.DSL;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// held up with `kill -STOP` until another leads and then let go on; the killed one starts again. In the end every job
/// was
/// placed once, ran once, was billed once; nothing is held any more, and the books are whole.
///
/// 2 strikes on 2 nodes; 20 on 3 by `./atrium prove nodes`, any number with `-Datrium.kills=…`.
@AtriumTest
@Import(LookingOn.class)
class NodesProof {
    private static final int STRIKES = Integer.getInteger("atrium.kills", Boolean.getBoolean("atrium.prove") ? 20 : 2);
    private static final long SEED = Long.getLong("atrium.seed", 20_261_130L);
    private static final List<String> NAMES =
            Boolean.getBoolean("atrium.prove") ? List.of("one", "two", "three") : List.of("one", "two");
    private static final int JOBS_PER_STRIKE = 6;
    private static final Duration FAILOVER_MAX = ofSeconds(10);

    @TempDir
    private Path folder;

    @Autowired
    House house;

    @Autowired
    Yard yard;

    @Autowired
    LookingOn lookingOn;

    @Autowired
    DSLContext database;

    @Autowired
    JsonMapper json;

    private final Random random = new Random(SEED);
    private final Map<String, AtriumProcess> nodes = new HashMap<>();
    private final List<String> jobs = new ArrayList<>();
    private final List<Long> killed = new ArrayList<>();
    private final List<Long> paused = new ArrayList<>();
    private Resident firm;
    private RegisterPool pool;

    @BeforeEach
    void start() throws Exception {
        lookingOn.begin();
        firm = house.firmOwner();
        pool = yard.pool(4);
        for (var name : NAMES) {
            nodes.put(name, AtriumProcess.start(lookingOn.address(), folder, name));
        }
        nodes.values().forEach(this::awaitReady);
    }

    @AfterEach
    void stop() {
        nodes.values().forEach(AtriumProcess::kill);
        lookingOn.end();
    }

    @Test
    void whoeverDiesEveryJobIsPlacedRunAndBilledOnce() throws Exception {
        assertASessionIsKnownEverywhere();
        for (int strike = 0; strike < STRIKES; strike++) {
            submitSome();
            await().atMost(ofMinutes(1)).until(() -> countIn("RUNNING") > 0);
            strike(strike % 2 == 0);
        }
        assertLogsAreSeenFromEveryNode();
        awaitAllSettled();
        assertThat(outcomes())
                .as("runs of a killed node are watched on by another")
                .containsOnly("SUCCEEDED");
        runOnAMachineThatIsGone();
        assertEverythingHappenedOnce();
        assertThat(lookingOn.held(firm))
                .as("accounts of the firm with something held")
                .isZero();
        assertThat(lookingOn.audit().findings()).isEmpty();
        System.out.printf(
                "%d jobs on %d nodes; another led after the leader was killed in %s ms, after it was held up in %s ms%n",
                jobs.size(), NAMES.size(), killed, paused);
    }

    private void submitSome() {
        for (int i = 0; i < JOBS_PER_STRIKE; i++) {
            jobs.add(submit(anyNode(), "echo begun; sleep " + (1 + random.nextInt(4)) + "; echo done"));
        }
    }

    private AtriumProcess anyNode() {
        return node(NAMES.get(random.nextInt(NAMES.size())));
    }

    private AtriumProcess node(String name) {
        return Objects.requireNonNull(nodes.get(name), name);
    }

    /// The jobs that are given to the others meanwhile must not wait for it.
    private void strike(boolean isKill) throws Exception {
        var leader = leader();
        var victim = node(nameOf(leader));
        long before = System.nanoTime();
        if (isKill) {
            victim.kill();
        } else {
            victim.pause();
        }
        var others = nodes.values().stream().filter(node -> node != victim).toList();
        jobs.add(submit(others.get(random.nextInt(others.size())), "echo begun; echo done"));
        await().atMost(FAILOVER_MAX)
                .pollInSameThread()
                .pollDelay(ofMillis(0))
                .pollInterval(ofMillis(20))
                .until(() -> !leader().isEmpty() && !leader().equals(leader));
        long millis = (System.nanoTime() - before) / 1_000_000;
        (isKill ? killed : paused).add(millis);
        System.out.printf("leader %s: another led after %d ms%n", isKill ? "killed" : "held up", millis);
        var last = jobs.getLast();
        await().atMost(ofMinutes(1)).until(() -> !job(last).getState().equals("QUEUED"));
        if (isKill) {
            victim.startAgain();
            awaitReady(victim);
        } else {
            victim.goOn();
        }
    }

    /// The process of the run goes on where its node died, but no other node is on that machine: the job ends with what
    /// was seen, and the node, when it is back, ends what nobody pays for.
    private void runOnAMachineThatIsGone() throws Exception {
        var lost = submit(anyNode(), "echo begun; sleep 300");
        await().atMost(ofMinutes(1))
                .until(() -> job(lost).getState().equals("RUNNING") && job(lost).getElapsedMs() > 0);
        var node = job(lost).getRunNode();
        var victim = node(nameOf(node));
        victim.kill();
        database.update(APP_NODE)
                .set(APP_NODE.MACHINE, "another machine")
                .where(APP_NODE.ID.eq(node))
                .execute();
        await().atMost(ofMinutes(2)).until(() -> job(lost).getState().equals("SETTLED"));
        assertThat(job(lost).getOutcome()).isEqualTo(JobOutcome.LOST.name());
        assertThat(job(lost).getDetail()).isEqualTo("NODE_LOST " + victim.name());
        long charged = database.fetchValue(BILL.GPU_MS, BILL.JOB_ID.eq(lost));
        assertThat(charged).as("what was seen of it last").isEqualTo(job(lost).getElapsedMs());
        assertThat(log(node(NAMES.getFirst().equals(victim.name()) ? NAMES.getLast() : NAMES.getFirst()), lost))
                .contains("begun");
        assertThat(victim.runs().resolve(lost)).isDirectory();
        victim.startAgain();
        awaitReady(victim);
        await().atMost(ofMinutes(1)).until(() -> Files.notExists(victim.runs().resolve(lost)));
        jobs.add(lost);
    }

    private void assertLogsAreSeenFromEveryNode() {
        var job = submit(anyNode(), "echo begun; sleep 20; echo done");
        jobs.add(job);
        for (var node : nodes.values()) {
            await().atMost(ofMinutes(1)).untilAsserted(() -> {
                assertThat(job(job).getState()).isEqualTo("RUNNING");
                assertThat(log(node, job)).containsExactly("begun");
            });
        }
    }

    private void awaitAllSettled() {
        await().atMost(ofMinutes(5))
                .until(() -> jobs.stream().allMatch(job -> job(job).getState().equals("SETTLED")));
    }

    private List<String> outcomes() {
        return database.select(JOB.OUTCOME).from(JOB).where(JOB.ID.in(jobs)).fetch(JOB.OUTCOME);
    }

    private void assertEverythingHappenedOnce() {
        for (var kind : List.of("PLACED", "RUNNING", "ENDED", "SETTLED")) {
            var times = database.select(JOB_EVENT.JOB_ID, count())
                    .from(JOB_EVENT)
                    .where(JOB_EVENT.JOB_ID.in(jobs), JOB_EVENT.KIND.eq(kind))
                    .groupBy(JOB_EVENT.JOB_ID)
                    .fetchMap(row -> row.value1(), row -> row.value2());
            assertThat(times)
                    .as(kind)
                    .hasSize(jobs.size())
                    .allSatisfy((_, often) -> assertThat(often).isOne());
        }
        int bills = database.fetchCount(BILL, BILL.JOB_ID.in(jobs));
        assertThat(bills).isEqualTo(jobs.size());
    }

    private int countIn(String state) {
        return database.fetchCount(JOB, JOB.ID.in(jobs), JOB.STATE.eq(state));
    }

    private JobRecord job(String id) {
        return database.fetchSingle(JOB, JOB.ID.eq(id));
    }

    /// Id of the node whose term stands; empty between two terms.
    private String leader() {
        return database.select(LEADER.NODE_ID)
                .from(LEADER)
                .where(LEADER.HELD_UNTIL.gt(DSL.field("clock_timestamp()", OffsetDateTime.class)))
                .fetchOptional(LEADER.NODE_ID)
                .orElse("");
    }

    private String nameOf(String node) {
        return database.fetchValue(APP_NODE.NAME, APP_NODE.ID.eq(node));
    }

    private void awaitReady(AtriumProcess node) {
        await().atMost(ofMinutes(10)).pollInterval(ofMillis(200)).until(node::isReady);
    }

    private void assertASessionIsKnownEverywhere() {
        var one = new Browser(node("one").root());
        one.signIn(firm.login(), Resident.PASSWORD);
        var jobsAtTwo = one.at(node("two").root()).get("/jobs");
        assertThat(jobsAtTwo.status()).isEqualTo(200);
        assertThat(jobsAtTwo.path()).isEqualTo("/jobs");
    }

    private Api api(AtriumProcess node) {
        return new Api(node.root(), firm.token(), json);
    }

    private String submit(AtriumProcess node, String script) {
        var answer = api(node)
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
                                1,
                                "time_limit",
                                "PT10M"));
        assertThat(answer.status()).as(answer.text()).isEqualTo(201);
        return answer.body().path("id").asString();
    }

    private List<String> log(AtriumProcess node, String job) {
        return api(node)
                .get("/api/v1/jobs/" + job + "/log")
                .body()
                .path("lines")
                .valueStream()
                .map(JsonNode::asString)
                .toList();
    }
}
