// SPDX-License-Identifier: Apache-2.0
package io.atrium.bench;

import io.atrium.bench.appeals.AppealsBench;
import io.atrium.bench.ledger.LedgerBench;
import io.atrium.bench.meaning.MeaningBench;
import io.atrium.bench.pages.PagesBench;
import io.atrium.bench.placement.PlacementBench;
import io.atrium.bench.policy.NationBench;
import io.atrium.bench.policy.PolicyBench;
import io.atrium.bench.scheduling.SchedulingBench;
import io.atrium.bench.starts.StartsBench;
import io.atrium.cli.AtriumCommand;
import io.atrium.cli.CommandFailed;
import io.atrium.cli.ExitStatus;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `atrium bench [NAME] [--json]`: runs one benchmark, or all of them one after the other.
@Command(name = "bench", mixinStandardHelpOptions = true, description = "Figures against a named peer.")
public final class Bench implements Callable<Integer> {

    /// In the order in which they run.
    private static final List<Benchmark> ALL = List.of(
            new LedgerBench(),
            new PlacementBench(),
            new SchedulingBench(),
            new StartsBench(),
            new PolicyBench(),
            new NationBench(),
            new MeaningBench(),
            new AppealsBench(),
            new PagesBench());

    @Spec
    private CommandSpec command;

    @Parameters(arity = "0..1", paramLabel = "NAME", description = "Which one; all without it.")
    private @Nullable String name;

    @Option(names = "--json", description = "One JSON object per benchmark, one per line, and nothing else.")
    private boolean json;

    private final List<Benchmark> known;

    Bench(List<Benchmark> known) {
        this.known = known;
    }

    public static void main(String... arguments) {
        System.setProperty("logback.configurationFile", "logback-bench.xml"); // standard output is for the result
        var out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(AtriumCommand.line(new Bench(ALL), out, err).execute(arguments));
    }

    @Override
    public Integer call() throws Exception {
        for (var benchmark : chosen()) {
            say(benchmark.name() + ": " + benchmark.purpose());
            var report = new Report(benchmark.name(), benchmark.run(this::say));
            command.commandLine().getOut().println(json ? report.json() : report.table());
        }
        return ExitStatus.DONE.code();
    }

    private List<Benchmark> chosen() throws CommandFailed {
        if (name == null) return known;
        var found = known.stream()
                .filter(benchmark -> benchmark.name().equals(name))
                .toList();
        if (found.isEmpty()) {
            throw new CommandFailed(
                    ExitStatus.WRONG_USAGE,
                    "BENCHMARK_UNKNOWN",
                    "There is no benchmark '" + name + "'.",
                    "Known: " + names());
        }
        return found;
    }

    private String names() {
        return known.stream().map(Benchmark::name).collect(Collectors.joining(", "));
    }

    private void say(String message) {
        command.commandLine().getErr().println(message);
    }
}
