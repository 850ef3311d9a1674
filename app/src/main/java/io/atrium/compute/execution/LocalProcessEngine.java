// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.execution;

import io.atrium.compute.execution.Readiness.Lack;
import io.atrium.compute.execution.Readiness.NotReady;
import io.atrium.compute.execution.Readiness.Ready;
import io.atrium.compute.execution.StartOutcome.Code;
import io.atrium.compute.execution.StartOutcome.Refused;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/// Runs jobs as confined processes on this machine (本机执行引擎).
///
/// A run has its own root with the system's programs read-only, its own processes, no network, no privileges, a user
/// of its own when Atrium is root, and limits; a shell outside watches it (`supervise.sh`) and outlives Atrium, so
/// that after a crash the engine finds every run again by its folder. Where a run cannot be confined, it is refused.
public final class LocalProcessEngine implements ExecutionEngine {
    public static final String NAME = "local-process";

    private static final int TRIAL_SECONDS_MAX = 20;

    private final InstantSource clock;
    private final Host host;
    private final RunFolders folders;
    private final Supervisors supervisors;
    private volatile boolean proven;

    /// @param home  keeps the runs; only this engine writes there
    /// @param clock dates the start of a run; durations come from the monotonic clock
    public LocalProcessEngine(Path home, InstantSource clock) {
        this(home, clock, UserRange.DEFAULT);
    }

    public LocalProcessEngine(Path home, InstantSource clock, UserRange users) {
        this(home, clock, users, Host.current());
    }

    LocalProcessEngine(Path home, InstantSource clock, UserRange users, Host host) {
        this.clock = clock;
        this.host = host;
        try {
            folders = new RunFolders(home.toAbsolutePath(), users, host);
            supervisors = new Supervisors(home.toAbsolutePath(), host);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    /// Tries a confined run until one has succeeded, then remembers it.
    @Override
    public synchronized Readiness readiness() {
        if (proven) {
            return new Ready();
        }
        var lacks = new HostChecks(host, Path.of("/proc")).lacks();
        if (!lacks.isEmpty()) {
            return new NotReady(lacks);
        }
        return trial().<Readiness>map(lack -> new NotReady(List.of(lack))).orElseGet(() -> {
            proven = true;
            return new Ready();
        });
    }

    @Override
    public synchronized StartOutcome start(RunRequest request) {
        try {
            if (folders.of(request.id()).supervisor().isPresent()) {
                return new StartOutcome.AlreadyStarted();
            }
            var refusal = RequestChecks.refusal(request).or(this::unreadiness);
            return refusal.isPresent() ? refusal.get() : claimAndLaunch(request);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public RunState poll(RunId id) {
        try {
            var folder = folders.of(id);
            var supervisor = folder.supervisor();
            if (supervisor.isEmpty()) {
                return new RunState.Unknown();
            }
            var end = folder.end();
            if (end.isEmpty() && supervisor.get().isAlive()) {
                return running(folder);
            }
            // It may have written its end and gone between the two looks.
            return ended(folder, end.isPresent() ? end : folder.end());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop(RunId id, String reason) {
        try {
            if (poll(id) instanceof RunState.Running) {
                folders.of(id).askToStop(reason);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public LogSlice log(RunId id, long fromByte, int maxBytes) {
        try {
            // Asked first: what is printed later than this look makes the slice incomplete, never the reverse.
            boolean ended = poll(id) instanceof RunState.Ended;
            var folder = folders.of(id);
            long size = folder.logBytes();
            if (fromByte >= size) {
                return new LogSlice(fromByte, fromByte, "", ended);
            }
            var bytes = folder.log(fromByte, maxBytes);
            int whole = Utf8.wholeCharacters(bytes);
            int taken = whole == 0 || (ended && fromByte + bytes.length == size) ? bytes.length : whole;
            return new LogSlice(fromByte, fromByte + taken, Utf8.text(bytes, taken), ended && fromByte + taken == size);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized boolean forget(RunId id) {
        try {
            if (poll(id) instanceof RunState.Running) {
                return false;
            }
            if (folders.of(id).exists()) {
                folders.remove(id);
            }
            return true;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Every run that is kept here, running or not.
    public List<RunId> kept() {
        try {
            return folders.list();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Names of the checkpoint folders that are kept here.
    public List<String> keptCheckpoints() {
        try {
            return folders.checkpoints();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// Removes a checkpoint folder; nobody will go on from it.
    public void forgetCheckpoints(String name) {
        try {
            folders.removeCheckpoints(name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<Refused> unreadiness() {
        return switch (readiness()) {
            case Ready() -> Optional.empty();
            case NotReady(var lacks) ->
                Optional.of(new Refused(
                        Code.CANNOT_CONFINE,
                        Map.of(
                                "missing",
                                lacks.getFirst().what(),
                                "remedy",
                                lacks.getFirst().remedy())));
        };
    }

    /// The folder may be there already, of an Atrium that was killed before it could launch: then only launch.
    private StartOutcome claimAndLaunch(RunRequest request) throws IOException {
        if (!folders.claim(request, clock.instant())) {
            return new Refused(Code.TOO_MANY_RUNS, Map.of("max", String.valueOf(folders.usersMax())));
        }
        supervisors.launch(folders.of(request.id()));
        return new StartOutcome.Started();
    }

    private static RunState running(RunFolder folder) throws IOException {
        var last = folder.heartbeat();
        long elapsed = folder.began().map(began -> Host.monotonicMs() - began).orElse(0L);
        var usage = new Usage(
                elapsed,
                last.map(Heartbeat::cpuMs).orElse(0L),
                last.map(Heartbeat::memoryBytesMax).orElse(0L));
        return new RunState.Running(folder.requestedAt(), usage, folder.checkpointedAt());
    }

    private static RunState ended(RunFolder folder, Optional<RunEnd> known) throws IOException {
        var end = known.isPresent() ? known.get() : declareLost(folder);
        var startedAt = folder.requestedAt();
        return new RunState.Ended(
                end.exit(),
                end.code(),
                startedAt,
                startedAt.plusMillis(end.usage().elapsedMs()),
                end.usage(),
                detail(folder, end.exit()),
                folder.checkpointedAt());
    }

    private static RunEnd declareLost(RunFolder folder) throws IOException {
        long began = folder.began().orElse(0L);
        var end = RunEnd.lost(began, folder.heartbeat().orElse(new Heartbeat(began, 0, 0)));
        folder.writeEnd(end);
        return end;
    }

    private static String detail(RunFolder folder, RunExit exit) throws IOException {
        return switch (exit) {
            case STOPPED -> folder.stopReason().orElse("");
            case FAILED -> folder.unconfined();
            case LOST -> "its supervisor vanished";
            default -> "";
        };
    }

    /// Runs `true` confined; what went wrong, if something did.
    private Optional<Lack> trial() {
        var id = new RunId("trial-" + ProcessHandle.current().pid());
        var request = new RunRequest(id, List.of("true"), Map.of(), RunLimits.SMALL, List.of());
        try {
            forget(id);
            if (!folders.claim(request, clock.instant())) {
                return Optional.of(new Lack("every user for runs is taken", "forget ended runs, or widen the range"));
            }
            boolean inTime = supervisors.launch(folders.of(id)).waitFor(TRIAL_SECONDS_MAX, TimeUnit.SECONDS);
            var outcome = inTime ? poll(id) : new RunState.Unknown();
            var words = words(outcome, id);
            forget(id);
            return words.map(what -> new Lack(
                    "a trial run could not be confined: " + what,
                    "allow mount, PID, network and user namespaces to the user that runs Atrium"
                            + " (in a container: unmask /proc and permit unshare)"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of(new Lack("the trial run was interrupted", "try again"));
        }
    }

    private Optional<String> words(RunState outcome, RunId trial) {
        return switch (outcome) {
            case RunState.Ended ended when ended.exit() == RunExit.SUCCEEDED -> Optional.empty();
            case RunState.Ended ended ->
                Optional.of((ended.detail() + " " + log(trial, 0, 500).text()).strip());
            default -> Optional.of("it did not end within " + TRIAL_SECONDS_MAX + " seconds");
        };
    }
}
