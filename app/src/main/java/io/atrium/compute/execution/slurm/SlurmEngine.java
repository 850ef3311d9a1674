// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.execution.slurm;

import io.atrium.compute.execution.ExecutionEngine;
import io.atrium.compute.execution.LogSlice;
import io.atrium.compute.execution.Readiness;
import io.atrium.compute.execution.RunExit;
import io.atrium.compute.execution.RunId;
import io.atrium.compute.execution.RunRequest;
import io.atrium.compute.execution.RunState;
import io.atrium.compute.execution.StartOutcome;
import io.atrium.compute.execution.StartOutcome.Code;
import io.atrium.compute.execution.Usage;
import io.atrium.compute.execution.slurm.ClusterRun.End;
import io.atrium.compute.execution.slurm.SlurmApi.Submitted;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Runs jobs on a provider's Slurm cluster.
///
/// ```
/// keep the run ──> submit ──> keep its number ──> ask, ask, … ──> keep its end
///                    │ answer lost: look for the run's name among the cluster's jobs before another submission
/// ```
///
/// A run is kept before its submission is sent. Whatever is cut off is found again by what is kept and by the job's
/// name, and what cannot be found out is rather not run than run twice.
public final class SlurmEngine implements ExecutionEngine {

    /// How long a submission whose answer was lost may still be under way.
    static final Duration UNDER_WAY = Duration.ofSeconds(30);

    /// Slurm forgets ended jobs after `MinJobAge`, by default 300 s; until then a name that is not listed was not
    /// submitted.
    static final Duration REMEMBERED = Duration.ofSeconds(240);

    /// What the names of all clusters begin with.
    public static final String NAMES = "slurm:";

    private static final String TIME_LIMIT = "TIME_LIMIT";
    private static final int CLEARED_AT_ONCE_MAX = 100;

    private final SlurmCluster cluster;
    private final ClusterRuns runs;
    private final InstantSource clock;
    private final Duration lostAfter;
    private final SlurmApi api;
    private final ClusterLog logs;
    private final ClusterCheckpoints checkpoints;
    private final Leaving leaving;

    /// @param token     of the cluster's user; asked for each time
    /// @param lostAfter how long a cluster may be silent past a run's time limit before the run counts as lost
    public SlurmEngine(
            SlurmCluster cluster, Supplier<String> token, ClusterRuns runs, InstantSource clock, Duration lostAfter) {
        this.cluster = cluster;
        this.runs = runs;
        this.clock = clock;
        this.lostAfter = lostAfter;
        api = new SlurmApi(cluster, token, clock);
        logs = new ClusterLog(cluster);
        checkpoints = new ClusterCheckpoints(cluster);
        leaving = new Leaving(api, runs, clock);
    }

    @Override
    public String name() {
        return NAMES + cluster.name();
    }

    @Override
    public Readiness readiness() {
        try {
            api.ping();
            return new Readiness.Ready();
        } catch (SlurmUnavailable e) {
            return new Readiness.NotReady(List.of(new Readiness.Lack(
                    e.words(),
                    "check the cluster's url, user and token in Atrium's settings, and slurmrestd and slurmctld at the"
                            + " provider")));
        }
    }

    @Override
    public synchronized StartOutcome start(RunRequest request) {
        var known = runs.find(request.id());
        if (known.isPresent()) {
            return goOn(known.get(), request);
        }
        if (!request.inputs().isEmpty()) {
            var path = request.inputs().getFirst().source().toString();
            return new StartOutcome.Refused(Code.INPUT_MISSING, Map.of("path", path));
        }
        var now = clock.instant();
        var run = ClusterRun.asked(
                        request.id(), cluster.name(), now, request.limits().wall())
                .submitted(now)
                .giving(request.checkpoints().map(GivingBack::of).orElse(null));
        return runs.add(run) ? submit(run, request) : new StartOutcome.Waiting("SUBMITTING");
    }

    private StartOutcome goOn(ClusterRun run, RunRequest request) {
        if (run.isForgotten() || run.end() != null) {
            return new StartOutcome.AlreadyStarted();
        }
        if (run.job() != null) {
            return switch (poll(run.id())) {
                case RunState.Waiting(var reason) -> new StartOutcome.Waiting(reason);
                case RunState.OutOfSight _ -> new StartOutcome.Waiting("UNREACHABLE");
                default -> new StartOutcome.Started();
            };
        }
        return run.submitted() == null ? submitAgain(run, request) : findAgain(run, request);
    }

    /// One of several nodes does it.
    private StartOutcome submitAgain(ClusterRun run, RunRequest request) {
        var again = run.submitted(clock.instant());
        return runs.claim(run, again) ? submit(again, request) : new StartOutcome.Waiting("SUBMITTING");
    }

    private StartOutcome submit(ClusterRun run, RunRequest request) {
        try {
            return switch (api.submit(request)) {
                case Submitted.Accepted(var job) -> {
                    runs.save(run.knownAs(job));
                    yield new StartOutcome.Waiting("SUBMITTED");
                }
                case Submitted.Refused(var problem, var number) -> {
                    runs.remove(run.id());
                    yield new StartOutcome.Refused(
                            Code.PROVIDER_REFUSED, Map.of("problem", problem, "number", String.valueOf(number)));
                }
            };
        } catch (SlurmUnavailable e) {
            if (!e.isSent()) {
                runs.save(run.submitted(null));
            }
            return new StartOutcome.Waiting("UNREACHABLE");
        }
    }

    /// The answer to a submission is not known: it may have come through, be under way, or be lost.
    private StartOutcome findAgain(ClusterRun run, RunRequest request) {
        var since = Duration.between(Objects.requireNonNull(run.submitted()), clock.instant());
        try {
            var named = named(run);
            if (named.isPresent()) {
                runs.save(run.knownAs(named.get().id()));
                return new StartOutcome.Waiting("SUBMITTED");
            }
        } catch (SlurmUnavailable e) {
            return new StartOutcome.Waiting("UNREACHABLE");
        }
        if (since.compareTo(UNDER_WAY) < 0) {
            return new StartOutcome.Waiting("SUBMITTING");
        }
        return since.compareTo(REMEMBERED) < 0
                ? submitAgain(run, request)
                : new StartOutcome.Refused(Code.SUBMISSION_LOST, Map.of());
    }

    /// The first that was submitted, should there be several.
    private Optional<SlurmJob> named(ClusterRun run) throws SlurmUnavailable {
        return api.jobs().stream()
                .filter(job -> job.name().equals(run.id().value()))
                .min(Comparator.comparingLong(SlurmJob::id));
    }

    @Override
    public synchronized RunState poll(RunId id) {
        return runs.find(id).filter(run -> !run.isForgotten()).map(this::state).orElseGet(RunState.Unknown::new);
    }

    private RunState state(ClusterRun run) {
        if (run.end() != null) {
            return ended(run, run.end(), 0);
        }
        if (run.job() == null) {
            return run.stopReason() == null ? new RunState.Waiting("SUBMITTING") : unwanted(run);
        }
        try {
            var job = told(run);
            return job.isPresent() ? firstOf(run, job.get()) : vanished(run);
        } catch (SlurmUnavailable e) {
            return silent(run);
        }
    }

    /// Stopped while the answer to its submission is not known. Nobody will submit it again: it is there, or may be
    /// under
    /// way, or never came through.
    private RunState unwanted(ClusterRun run) {
        try {
            var named = named(run);
            if (named.isPresent()) {
                var known = run.knownAs(named.get().id());
                runs.save(known);
                return state(known, named.get());
            }
        } catch (SlurmUnavailable e) {
            return silent(run);
        }
        var sent = run.submitted();
        boolean mayArrive = sent != null && clock.instant().isBefore(sent.plus(UNDER_WAY));
        return mayArrive
                ? new RunState.Waiting("SUBMITTING")
                : gone(run, RunExit.STOPPED, Objects.requireNonNull(run.stopReason()));
    }

    /// By its number, and by its name too: a cluster that was set up anew gives its numbers a second time.
    private Optional<SlurmJob> told(ClusterRun run) throws SlurmUnavailable {
        long number = Objects.requireNonNull(run.job());
        var current = api.job(number).filter(job -> job.name().equals(run.id().value()));
        return current.isPresent()
                ? current
                : api.accounted(number).filter(job -> job.name().equals(run.id().value()));
    }

    /// Of several jobs of its name the first is the run: the others wait for it, and leave when they come to their
    /// turn.
    private RunState firstOf(ClusterRun run, SlurmJob job) throws SlurmUnavailable {
        boolean maySecond = job.reason().equals("Dependency") || job.exitCode() == Submission.ANOTHER_RAN;
        var first = maySecond ? named(run).orElse(job) : job;
        if (first.id() < job.id()) {
            var again = run.knownAs(first.id());
            runs.save(again);
            return state(again, first);
        }
        return state(run, job);
    }

    private RunState state(ClusterRun run, SlurmJob job) {
        var now = clock.instant();
        return switch (job.phase()) {
            case WAITING -> waiting(run, job, now);
            case AT_WORK -> atWork(run, now);
            case OVER -> over(run, job, now);
        };
    }

    private RunState waiting(ClusterRun run, SlurmJob job, Instant now) {
        runs.save(run.seen(now));
        return run.runningSince() == null ? new RunState.Waiting(job.reason()) : running(run, run.runningSince());
    }

    private RunState atWork(ClusterRun run, Instant now) {
        var seen = looked(run, now).atWork(now);
        if (seen.elapsed().compareTo(run.wall()) > 0 && (run.stopReason() == null || run.givingBack() != null)) {
            // The cluster counts limits in whole minutes; a grace ends with the limit.
            seen = seen.stopping(TIME_LIMIT);
        }
        runs.save(seen);
        if (TIME_LIMIT.equals(seen.stopReason())) {
            leaving.cancel(seen);
        }
        return running(seen, Objects.requireNonNull(seen.runningSince()));
    }

    /// The run with what is seen of its checkpoints now.
    private ClusterRun looked(ClusterRun run, Instant now) {
        var giving = run.givingBack();
        if (giving == null) {
            return run;
        }
        var before = Objects.requireNonNullElse(run.seen(), now);
        return checkpoints
                .dated(giving.checkpoints())
                .map(date -> run.giving(SavedTime.looked(giving, date, before, now)))
                .orElse(run);
    }

    private RunState over(ClusterRun run, SlurmJob job, Instant now) {
        var worked = WorkedTime.of(job, run.elapsed(), run.asked(), now);
        var end = new End(exit(run, job), job.exitCode(), WorkedTime.end(job, run.seen(), now), detail(run, job));
        var ended = looked(run, now).ended(end, worked);
        runs.save(ended);
        return ended(ended, end, job.cpuMs());
    }

    /// One that was told to leave and ended as it liked has left: whatever it returned, its work may not be done.
    private static RunExit exit(ClusterRun run, SlurmJob job) {
        var exit = hasLeft(run, job) ? RunExit.STOPPED : job.exit();
        return exit == RunExit.STOPPED && TIME_LIMIT.equals(run.stopReason()) ? RunExit.TIME_LIMIT : exit;
    }

    private static boolean hasLeft(ClusterRun run, SlurmJob job) {
        return run.isTold() && (job.exit() == RunExit.SUCCEEDED || job.exit() == RunExit.FAILED);
    }

    private static String detail(ClusterRun run, SlurmJob job) {
        return switch (hasLeft(run, job) ? RunExit.STOPPED : job.exit()) {
            case SUCCEEDED -> "";
            case STOPPED -> Objects.requireNonNullElse(run.stopReason(), "CANCELLED_BY_PROVIDER");
            default -> "PROVIDER_SAYS " + job.state() + (job.reason().isBlank() ? "" : " " + job.reason());
        };
    }

    /// The cluster knows it no more, nor does its accounting: what was seen of it last counts. One that was told to
    /// leave
    /// has left.
    private RunState vanished(ClusterRun run) {
        return gone(run, run.isTold() ? RunExit.STOPPED : RunExit.LOST, "FORGOTTEN_BY_PROVIDER");
    }

    private RunState silent(ClusterRun run) {
        var heard = Objects.requireNonNullElse(run.seen(), run.asked());
        var patience = run.wall().plus(lostAfter);
        return clock.instant().isAfter(heard.plus(patience))
                ? gone(run, RunExit.LOST, "PROVIDER_SILENT")
                : new RunState.OutOfSight(heard);
    }

    private RunState gone(ClusterRun run, RunExit exit, String detail) {
        var end = new End(exit, -1, clock.instant(), detail);
        var ended = run.ended(end, run.elapsed());
        runs.save(ended);
        return ended(ended, end, 0);
    }

    private static RunState running(ClusterRun run, Instant since) {
        return new RunState.Running(since, new Usage(run.elapsed().toMillis(), 0, 0), savedAt(run));
    }

    private static Optional<Instant> savedAt(ClusterRun run) {
        return Optional.ofNullable(run.givingBack()).map(GivingBack::saved);
    }

    private static RunState ended(ClusterRun run, End end, long cpuMs) {
        return new RunState.Ended(
                end.exit(),
                end.exitCode(),
                end.at().minus(run.elapsed()),
                end.at(),
                new Usage(run.elapsed().toMillis(), cpuMs, 0),
                end.detail(),
                savedAt(run));
    }

    @Override
    public synchronized void stop(RunId id, String reason) {
        runs.find(id).filter(run -> run.end() == null && !run.isForgotten()).ifPresent(run -> {
            var stopping = run.stopReason() == null ? run.stopping(reason) : run;
            runs.save(stopping);
            leaving.ask(stopping);
        });
    }

    @Override
    public LogSlice log(RunId id, long fromByte, int maxBytes) {
        var run = runs.find(id).filter(known -> !known.isForgotten());
        boolean isOver = run.map(known -> known.end() != null).orElse(true);
        return run.isEmpty()
                ? new LogSlice(fromByte, fromByte, "", true)
                : logs.read(id.value(), fromByte, maxBytes, isOver);
    }

    /// The run's row stays: a submission that comes through ever so late is recognised by it.
    @Override
    public synchronized boolean forget(RunId id) {
        var run = runs.find(id);
        if (run.isPresent() && run.get().end() == null) {
            return false;
        }
        run.filter(known -> !known.isForgotten()).ifPresent(known -> {
            logs.remove(id.value());
            runs.save(known.forgotten());
        });
        return true;
    }

    /// Clears checkpoints of jobs that are settled, some at a time.
    public void clearCheckpoints() {
        runs.toClear(cluster.name(), CLEARED_AT_ONCE_MAX).forEach(run -> {
            checkpoints.remove(Objects.requireNonNull(run.givingBack()).checkpoints());
            runs.save(run.giving(null));
        });
    }

    /// Cancels jobs that carry the name of a run and came after it: a submission that came through late, or twice. How
    /// many were cancelled.
    public synchronized int cancelDoubles() {
        try {
            var ours = kept(api.jobs());
            int cancelled = 0;
            for (var entry : ours.entrySet()) {
                if (isDouble(entry.getKey(), entry.getValue())) {
                    api.cancel(entry.getKey().id());
                    cancelled++;
                }
            }
            return cancelled;
        } catch (SlurmUnavailable _) {
            return 0;
        }
    }

    private static boolean isDouble(SlurmJob job, @Nullable ClusterRun run) {
        return run != null && run.job() != null && run.job() < job.id();
    }

    private Map<SlurmJob, ClusterRun> kept(List<SlurmJob> jobs) {
        var open = jobs.stream()
                .filter(job -> job.phase() != SlurmJob.Phase.OVER && isRunId(job.name()))
                .toList();
        var byName = runs
                .findAll(open.stream().map(job -> new RunId(job.name())).toList())
                .stream()
                .filter(run -> run.cluster().equals(cluster.name()))
                .collect(Collectors.toMap(run -> run.id().value(), Function.identity()));
        var kept = new HashMap<SlurmJob, ClusterRun>();
        open.stream()
                .filter(job -> byName.containsKey(job.name()))
                .forEach(job -> kept.put(job, byName.get(job.name())));
        return kept;
    }

    private static boolean isRunId(String name) {
        try {
            return !new RunId(name).value().isEmpty();
        } catch (IllegalArgumentException _) {
            return false;
        }
    }
}
