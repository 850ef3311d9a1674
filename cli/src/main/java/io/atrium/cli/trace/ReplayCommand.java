// SPDX-License-Identifier: Apache-2.0
package io.atrium.cli.trace;

import static java.util.stream.Collectors.joining;

import io.atrium.cli.CommandFailed;
import io.atrium.cli.ExitStatus;
import io.atrium.cli.RoundWords;
import io.atrium.cli.StateLines;
import io.atrium.cli.console.Output;
import io.atrium.cli.console.Table;
import io.atrium.engine.scheduler.Round;
import io.atrium.engine.scheduler.replay.ReplayJob;
import io.atrium.engine.scheduler.replay.ReplayPolicy;
import io.atrium.engine.scheduler.replay.TraceReplay;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `atrium compute replay`: lets the jobs of a trace come, wait, run and end on a fleet, or decides again what a live
/// scheduler saw.
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Replays the jobs of a trace on a fleet and measures completion, waiting, fairness and promises.",
            "Or decides a saved state of a live scheduler: what starts where, why the rest waits, and until when."
        },
        footer = {
            "",
            "Policies: fifo, fifo-skip, easy, area-age (usual where limits are declared), las, learned (usual without).",
            "docs/reference/scheduler.md lists the formats, the policies and what is measured."
        })
public final class ReplayCommand implements Callable<Integer> {
    private static final int GPUS_MAX = 1_000_000;

    @ArgGroup(multiplicity = "1")
    private Source source = new Source();

    @Option(names = "--policy", paramLabel = "NAME", description = "How it is decided who starts.")
    private @Nullable String policy;

    @Option(names = "--tenants", paramLabel = "FILE", description = "Weights of tenants: vc, nodes.")
    private @Nullable Path tenants;

    @Option(names = "--no-durations", description = "Forget the limits that users declared.")
    private boolean noDurations;

    @Mixin
    private Output output;

    /// A trace or a state.
    static final class Source {
        @ArgGroup(exclusive = false)
        private @Nullable Trace trace;

        @Option(
                names = "--snapshot",
                paramLabel = "FILE",
                description = "A state that 'atrium compute snapshot' saved: one round decides it.")
        private @Nullable Path snapshot;
    }

    /// Jobs and where they run.
    static final class Trace {
        @Option(
                names = "--jobs",
                required = true,
                paramLabel = "FILE",
                description = "Jobs: philly, muri, swf or openb, .csv or .csv.gz.")
        private Path jobs;

        @ArgGroup(multiplicity = "1")
        private Fleet fleet = new Fleet();
    }

    /// Either or.
    static final class Fleet {
        @Option(names = "--fleet", paramLabel = "FILE", description = "Nodes: node, gpus; or vc, nodes, gpus_per_node.")
        private @Nullable Path file;

        @Option(
                names = "--gpus",
                paramLabel = "N",
                description = "So many GPUs in nodes of eight, or processors (swf).")
        private int gpus;
    }

    @Override
    public Integer call() throws IOException, CommandFailed {
        if (source.snapshot != null) {
            return decide(source.snapshot);
        }
        return replay(Objects.requireNonNull(source.trace));
    }

    private int decide(Path file) throws IOException, CommandFailed {
        var snapshot = StateLines.read(file);
        output.say("state as of %s: %,d jobs wait, %,d run"
                .formatted(
                        snapshot.at(),
                        snapshot.waiting().size(),
                        snapshot.running().size()));
        var words = new RoundWords(Round.of(snapshot), snapshot.at());
        output.print(words::forPeople, words::forPrograms);
        return ExitStatus.DONE.code();
    }

    private int replay(Trace trace) throws IOException, CommandFailed {
        var read = JobFile.read(trace.jobs);
        var known = noDurations ? TraceReplay.withoutLimits(read) : read;
        requireJobs(trace.jobs, known);
        var chosen = policy(known);
        output.say("%,d jobs, policy %s".formatted(known.size(), chosen.code()));
        var result = run(new Plan(known, nodes(trace), chosen, tenants(known)));
        output.print(() -> table(result), () -> fields(result));
        return ExitStatus.DONE.code();
    }

    private record Plan(
            List<ReplayJob> jobs,
            SequencedMap<Integer, Integer> nodes,
            ReplayPolicy policy,
            Map<String, Integer> tenants) {}

    private static TraceReplay.Result run(Plan plan) throws CommandFailed {
        try {
            return new TraceReplay(plan.jobs(), plan.nodes(), plan.policy(), plan.tenants()).run();
        } catch (IllegalArgumentException wrong) {
            throw new CommandFailed(
                    ExitStatus.FAILED,
                    "REPLAY_NOT_POSSIBLE",
                    "These jobs cannot be replayed so: " + wrong.getMessage() + ".",
                    "Choose another policy or another fleet.");
        }
    }

    private static void requireJobs(Path jobs, List<ReplayJob> known) throws CommandFailed {
        if (known.isEmpty()) {
            throw new CommandFailed(
                    ExitStatus.FAILED, "NO_JOBS", jobs + " has no job for whole GPUs.", "Give another file.");
        }
    }

    private ReplayPolicy policy(List<ReplayJob> known) throws CommandFailed {
        if (policy == null) {
            return ReplayPolicy.usual(known);
        }
        var names = Arrays.stream(ReplayPolicy.values()).map(ReplayPolicy::code).collect(joining(", "));
        return ReplayPolicy.find(policy)
                .orElseThrow(() -> new CommandFailed(
                        ExitStatus.WRONG_USAGE,
                        "POLICY_UNKNOWN",
                        "There is no policy '" + policy + "'.",
                        "Known: " + names + "."));
    }

    private static SequencedMap<Integer, Integer> nodes(Trace trace) throws IOException, CommandFailed {
        var fleet = trace.fleet;
        if (fleet.file != null) {
            return FleetFile.nodes(fleet.file);
        }
        if (fleet.gpus < 1 || fleet.gpus > GPUS_MAX) {
            throw new CommandFailed(
                    ExitStatus.WRONG_USAGE,
                    "GPUS_OUT_OF_RANGE",
                    fleet.gpus + " GPUs were given.",
                    "Give 1 to " + GPUS_MAX + ".");
        }
        return FleetFile.nodes(fleet.gpus, JobFile.countsProcessors(trace.jobs));
    }

    /// Of the tenants in the file those that have jobs.
    private Map<String, Integer> tenants(List<ReplayJob> known) throws IOException, CommandFailed {
        if (tenants == null) {
            return Map.of();
        }
        var present = known.stream().map(ReplayJob::tenant).collect(Collectors.toSet());
        var weights = FleetFile.tenants(tenants);
        weights.keySet().retainAll(present);
        return weights;
    }

    static Map<String, @Nullable Object> fields(TraceReplay.Result result) {
        var fields = new LinkedHashMap<String, @Nullable Object>();
        fields.put("jobs", result.jobs());
        fields.put("refused", result.refused());
        fields.put("avg_completion_s", PackCommand.rounded(result.avgCompletionS()));
        fields.put("median_completion_s", result.medianCompletionS());
        fields.put("p99_completion_s", result.p99CompletionS());
        fields.put("avg_wait_s", PackCommand.rounded(result.avgWaitS()));
        fields.put("longest_wait_s", result.longestWaitS());
        fields.put("makespan_s", result.makespanS());
        fields.put("utilisation", PackCommand.rounded(result.utilisation()));
        fields.put("worst_rho", orNull(result.worstRho()));
        fields.put("preemptions", result.preemptions());
        fields.put("broken_promises", result.brokenPromises());
        fields.put("estimate_coverage", orNull(result.estimateCoverage()));
        fields.put("decisions_per_s", (double) Math.round(result.decisionsPerS()));
        fields.put("lower_bound_s", PackCommand.rounded(result.lowerBoundS()));
        return fields;
    }

    private static @Nullable Double orNull(OptionalDouble value) {
        return value.isEmpty() ? null : PackCommand.rounded(value.getAsDouble());
    }

    private static String table(TraceReplay.Result result) {
        var rows = fields(result).entrySet().stream()
                .map(field -> List.of(field.getKey(), field.getValue() == null ? "" : String.valueOf(field.getValue())))
                .collect(Collectors.toList());
        result.rho().forEach((tenant, rho) -> rows.add(List.of("rho of " + tenant, "%.3f".formatted(rho))));
        return new Table(List.of("figure", "value"), rows).toString();
    }
}
