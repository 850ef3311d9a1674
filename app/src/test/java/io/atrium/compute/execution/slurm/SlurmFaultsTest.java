// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.execution.slurm;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.atrium.compute.execution.RunExit;
import io.atrium.compute.execution.RunId;
import io.atrium.compute.execution.RunLimits;
import io.atrium.compute.execution.RunRequest;
import io.atrium.compute.execution.RunRequest.Checkpoints;
import io.atrium.compute.execution.RunState;
import io.atrium.compute.execution.StartOutcome;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/// A run from its start to its end while requests and answers are lost, submissions come twice or late, Atrium is
/// killed
/// between any two steps and the cluster's clock is hours off: whatever happens, the job works at most once, and what
/// is
/// charged is what it worked. Each seed is another history.
class SlurmFaultsTest {

    private static final RunId RUN = new RunId("job_1");
    private static final int SEEDS = Boolean.getBoolean("atrium.prove") ? 5_000 : 150;
    private static final int STEPS_MAX = 2_000;
    private static final Duration GRACE = Duration.ofSeconds(30);
    private static final String UNBEGUN = "left before it began";
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private static HttpServer server;
    private static volatile Cluster cluster = new Cluster(0);

    @BeforeAll
    static void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> cluster.answer(exchange));
        server.start();
    }

    @AfterAll
    static void close() {
        server.stop(0);
    }

    static List<Integer> seeds() {
        return IntStream.range(0, SEEDS).boxed().toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void worksAtMostOnceAndChargesWhatItWorked(int seed) {
        cluster = new Cluster(seed);
        var runs = new CrashingRuns(cluster.chance);
        var end = lead(runs);
        assertThat(cluster.worked()).as("jobs that worked").isLessThanOrEqualTo(1);
        switch (end) {
            case RunState.Ended ended -> {
                assertThat(ended.exit()).isEqualTo(RunExit.SUCCEEDED);
                assertThat(cluster.worked()).isEqualTo(1);
                assertThat(ended.usage().elapsedMs()).isEqualTo(cluster.workedSeconds() * 1_000);
            }
            case StartOutcome.Refused refused ->
                assertThat(refused.code()).isEqualTo(StartOutcome.Code.SUBMISSION_LOST);
            default -> throw new AssertionError("neither ended nor given up: " + end);
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void whoIsToldToLeaveHasItsGraceAndIsChargedWhatItWorked(int seed) {
        cluster = new Cluster(seed);
        var runs = new CrashingRuns(cluster.chance);
        var end = lead(runs, request().keeping(new Checkpoints("job_1", 1, GRACE)), cluster.chance.nextInt(40));
        assertThat(cluster.worked()).as("jobs that worked").isLessThanOrEqualTo(1);
        switch (end) {
            case RunState.Ended ended -> {
                if (ended.exit() == RunExit.SUCCEEDED) {
                    assertThat(cluster.isTold()).as("nobody had told it").isFalse();
                }
                long worked = cluster.workedSeconds() * 1_000;
                if (ended.detail().equals("FORGOTTEN_BY_PROVIDER")) {
                    assertThat(ended.exit()).isIn(RunExit.STOPPED, RunExit.LOST);
                    assertThat(ended.usage().elapsedMs()).as("what was seen").isLessThanOrEqualTo(worked);
                } else {
                    assertThat(ended.exit()).isIn(RunExit.STOPPED, RunExit.SUCCEEDED);
                    assertThat(ended.usage().elapsedMs()).isEqualTo(worked);
                }
                assertThat(cluster.cutShort()).as("cancelled within its grace").isZero();
            }
            case StartOutcome.Refused refused ->
                assertThat(refused.code()).isEqualTo(StartOutcome.Code.SUBMISSION_LOST);
            default -> assertThat(end).isEqualTo(UNBEGUN);
        }
    }

    private static Object lead(CrashingRuns runs) {
        return lead(runs, request(), STEPS_MAX);
    }

    /// What the loop does, taken up again after each crash, until the run is over one way or the other.
    ///
    /// @param asked after how many steps it is asked to give its GPUs back
    private static Object lead(CrashingRuns runs, RunRequest request, int asked) {
        var engine = engine(runs);
        boolean hasStarted = false;
        for (int step = 0; step < STEPS_MAX; step++) {
            cluster.pass();
            try {
                if (cluster.chance.nextInt(10) == 0) {
                    engine.cancelDoubles();
                }
                if (!hasStarted && step >= asked) {
                    switch (engine.poll(RUN)) {
                        case RunState.Waiting _, RunState.OutOfSight _ -> engine.stop(RUN, "it gives its GPUs back");
                        case RunState.Running _ -> hasStarted = true;
                        case RunState.Ended ended when ended.usage().elapsedMs() > 0 -> hasStarted = true;
                        case RunState.Unknown _, RunState.Ended _ -> {
                            return UNBEGUN;
                        }
                    }
                } else if (!hasStarted) {
                    var outcome = engine.start(request);
                    if (outcome instanceof StartOutcome.Refused) {
                        return outcome;
                    }
                    hasStarted = !(outcome instanceof StartOutcome.Waiting);
                } else if (engine.poll(RUN) instanceof RunState.Ended ended) {
                    return ended;
                } else if (step >= asked) {
                    engine.stop(RUN, "it gives its GPUs back");
                }
            } catch (Crash _) {
                engine = engine(runs);
            }
        }
        return "not over";
    }

    private static SlurmEngine engine(ClusterRuns runs) {
        var url = URI.create("http://127.0.0.1:" + server.getAddress().getPort());
        var connection =
                new SlurmCluster("ci", url, "u", null, null, null, new SlurmCluster.Share(1, 1), "/work", null, false);
        return new SlurmEngine(connection, () -> "t", runs, () -> cluster.now, Duration.ofHours(24));
    }

    private static RunRequest request() {
        var limits = new RunLimits(Duration.ofMinutes(1), 1 << 30, Duration.ofHours(2), 1, 1, 1);
        return new RunRequest(RUN, List.of("true"), Map.of(), limits, List.of())
                .seated(List.of(8), RunRequest.PerGpu.NOTHING);
    }

    private static final class Crash extends RuntimeException {
        private static final long serialVersionUID = 1;
    }

    /// Atrium is killed before or after what it writes; what it reads it reads whole.
    private static final class CrashingRuns implements ClusterRuns {
        private final InMemoryClusterRuns kept = new InMemoryClusterRuns();
        private final Random chance;

        CrashingRuns(Random chance) {
            this.chance = chance;
        }

        private void maybeCrash() {
            if (chance.nextInt(40) == 0) {
                throw new Crash();
            }
        }

        @Override
        public Optional<ClusterRun> find(RunId id) {
            return kept.find(id);
        }

        @Override
        public boolean add(ClusterRun run) {
            maybeCrash();
            boolean isNew = kept.add(run);
            maybeCrash();
            return isNew;
        }

        @Override
        public void save(ClusterRun run) {
            maybeCrash();
            kept.save(run);
            maybeCrash();
        }

        @Override
        public boolean claim(ClusterRun before, ClusterRun after) {
            maybeCrash();
            boolean isClaimed = kept.claim(before, after);
            maybeCrash();
            return isClaimed;
        }

        @Override
        public void remove(RunId id) {
            kept.remove(id);
        }

        @Override
        public List<ClusterRun> findAll(Collection<RunId> ids) {
            return kept.findAll(ids);
        }

        @Override
        public List<ClusterRun> toClear(String cluster, int max) {
            return kept.toClear(cluster, max);
        }
    }

    /// A cluster over a bad line. It works one job of a name at a time, the first first; a second one finds that
    /// another ran
    /// and leaves; ended ones are forgotten after 300 seconds.
    private static final class Cluster {
        private static final Duration REMEMBERED = Duration.ofSeconds(300);
        private static final int LATE_SECONDS_MAX = 20;
        private static final Instant NOT_YET = Instant.parse("9999-01-01T00:00:00Z");

        private final Random chance;
        private final Duration clockOff;
        private final List<Work> jobs = new ArrayList<>();
        private final List<Instant> late = new ArrayList<>();
        private volatile Instant now = Instant.parse("2026-11-30T08:00:00Z");

        private static final class Work {
            private final long id;
            private final int waits;
            private final int works;
            private final int leavesAfter;
            private boolean hasWorked;
            private Instant toldAt = NOT_YET;
            private Instant since;
            private Instant ended = NOT_YET;
            private int exit;
            private String state = "PENDING";

            Work(long id, Random chance, Instant since) {
                this.id = id;
                this.since = since;
                waits = chance.nextInt(20);
                works = 1 + chance.nextInt(600);
                leavesAfter = chance.nextInt(3) == 0 ? 1_000_000 : chance.nextInt(30);
            }
        }

        Cluster(int seed) {
            chance = new Random(seed);
            clockOff = Duration.ofMinutes(chance.nextInt(2_000) - 1_000);
        }

        /// A second or some more go by; seldom, Atrium is away for a while.
        synchronized void pass() {
            int seconds = 1 + chance.nextInt(5) + (chance.nextInt(60) == 0 ? chance.nextInt(200) : 0);
            for (int second = 0; second < seconds; second++) {
                now = now.plusSeconds(1);
                late.removeIf(arrival -> arrival.isBefore(now) && jobs.add(new Work(jobs.size() + 1, chance, now)));
                jobs.forEach(this::goOn);
            }
        }

        private void goOn(Work job) {
            if (job.state.equals("PENDING") && isFirst(job) && !now.isBefore(job.since.plusSeconds(job.waits))) {
                begin(job);
            } else if (job.state.equals("RUNNING") && !now.isBefore(job.since.plusSeconds(job.works))) {
                job.state = "COMPLETED";
                job.ended = now;
            } else if (job.state.equals("RUNNING") && !now.isBefore(job.toldAt.plusSeconds(job.leavesAfter))) {
                job.state = job.leavesAfter % 2 == 0 ? "COMPLETED" : "FAILED";
                job.exit = job.leavesAfter % 2 == 0 ? 0 : 143 << 8;
                job.ended = now;
            }
        }

        private boolean isFirst(Work job) {
            return jobs.stream().noneMatch(other -> other.id < job.id && other.state.matches("PENDING|RUNNING"));
        }

        private void begin(Work job) {
            job.state = "RUNNING";
            job.since = now;
            job.hasWorked = jobs.stream().noneMatch(other -> other.hasWorked);
            if (!job.hasWorked) {
                job.state = "FAILED";
                job.ended = now;
                job.exit = Submission.ANOTHER_RAN << 8;
            }
        }

        synchronized long worked() {
            return jobs.stream().filter(job -> job.hasWorked).count();
        }

        synchronized boolean isTold() {
            return jobs.stream().anyMatch(job -> !job.toldAt.equals(NOT_YET));
        }

        /// Jobs that were cancelled at work before they had their grace.
        synchronized long cutShort() {
            return jobs.stream()
                    .filter(job -> job.hasWorked && job.state.equals("CANCELLED"))
                    .filter(job -> job.ended.isBefore(job.toldAt.plus(GRACE)))
                    .count();
        }

        synchronized long workedSeconds() {
            return jobs.stream()
                    .filter(job -> job.hasWorked && !job.ended.equals(NOT_YET))
                    .mapToLong(job -> Duration.between(job.since, job.ended).toSeconds())
                    .sum();
        }

        synchronized void answer(HttpExchange exchange) throws IOException {
            exchange.getRequestBody().readAllBytes();
            if (chance.nextInt(12) == 0) {
                exchange.close(); // lost on the way there
                return;
            }
            var isSignal = exchange.getRequestURI().getQuery() != null;
            var method = isSignal ? "SIGNAL" : exchange.getRequestMethod();
            var answer = answer(method, exchange.getRequestURI().getPath());
            if (chance.nextInt(12) == 0) {
                exchange.close(); // lost on the way back
                return;
            }
            var bytes = JSON.writeValueAsString(answer).getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, bytes.length);
            exchange.getResponseBody().write(bytes);
            exchange.close();
        }

        private Map<String, Object> answer(String method, String path) {
            var last = path.substring(path.lastIndexOf('/') + 1);
            return switch (last) {
                case "v3" -> Map.of("paths", Map.of("/slurm/v0.0.38/job/submit", Map.of()));
                case "ping" -> Map.of("errors", List.of());
                case "submit" -> submit();
                case "jobs" ->
                    Map.of(
                            "jobs",
                            jobs.stream().filter(this::isKnown).map(this::told).toList());
                default -> one(method, Long.parseLong(last));
            };
        }

        private Map<String, Object> submit() {
            jobs.add(new Work(jobs.size() + 1, chance, now));
            if (chance.nextInt(6) == 0) {
                late.add(now.plusSeconds(chance.nextInt(LATE_SECONDS_MAX))); // and once more, later
            } else if (chance.nextInt(6) == 0) {
                jobs.add(new Work(jobs.size() + 1, chance, now)); // twice, and the second one is answered
            }
            return Map.of("job_id", jobs.size(), "errors", List.of());
        }

        private Map<String, Object> one(String method, long id) {
            var found =
                    jobs.stream().filter(job -> job.id == id && isKnown(job)).findFirst();
            if (method.equals("SIGNAL")) {
                found.filter(job -> job.state.equals("RUNNING") && now.isBefore(job.toldAt))
                        .ifPresent(job -> job.toldAt = now);
                return Map.of();
            }
            if (method.equals("DELETE")) {
                found.filter(job -> job.state.matches("PENDING|RUNNING")).ifPresent(job -> {
                    job.state = "CANCELLED";
                    job.ended = now;
                });
                return Map.of();
            }
            return found.<Map<String, Object>>map(job -> Map.of("jobs", List.of(told(job))))
                    .orElse(Map.of("errors", List.of(Map.of("error_number", 2017, "error", "Invalid job id"))));
        }

        private boolean isKnown(Work job) {
            return job.ended.equals(NOT_YET) || now.isBefore(job.ended.plus(REMEMBERED));
        }

        private Map<String, Object> told(Work job) {
            boolean hasBegun = job.hasWorked || job.state.equals("FAILED");
            return Map.of(
                    "job_id",
                    job.id,
                    "name",
                    RUN.value(),
                    "job_state",
                    job.state,
                    "state_reason",
                    job.state.equals("PENDING") && !isFirst(job) ? "Dependency" : "None",
                    "start_time",
                    hasBegun ? second(job.since) : 0,
                    "end_time",
                    job.ended.equals(NOT_YET) ? 0 : second(job.ended),
                    "exit_code",
                    job.exit);
        }

        private long second(Instant at) {
            return at.plus(clockOff).getEpochSecond();
        }
    }
}
