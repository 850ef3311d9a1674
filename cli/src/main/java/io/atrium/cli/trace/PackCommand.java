// SPDX-License-Identifier: Apache-2.0
package io.atrium.cli.trace;

import io.atrium.cli.CommandFailed;
import io.atrium.cli.ExitStatus;
import io.atrium.cli.console.Output;
import io.atrium.cli.console.Table;
import io.atrium.engine.scheduler.model.Ask;
import io.atrium.engine.scheduler.model.Machine;
import io.atrium.engine.scheduler.pack.PackingBound;
import io.atrium.engine.scheduler.pack.PackingTrial;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/// `atrium compute pack`: fills a fleet with tasks in random order and says how much of its GPUs is in use.
@Command(
        name = "pack",
        mixinStandardHelpOptions = true,
        description = "Fills a fleet with tasks until they have asked for as many GPUs as it has; medians over seeds.")
public final class PackCommand implements Callable<Integer> {
    private static final int SEEDS_MAX = 1_000;

    @Option(
            names = "--pods",
            required = true,
            paramLabel = "FILE",
            description = "Tasks: cpu_milli, memory_mib, gpus, gpu_milli, gpu_models.")
    private Path pods;

    @Option(
            names = "--nodes",
            required = true,
            paramLabel = "FILE",
            description = "Machines: node, cpu_milli, memory_mib, gpus, gpu_model.")
    private Path nodes;

    @Option(names = "--seeds", defaultValue = "10", description = "How many orders to try (default: ${DEFAULT-VALUE}).")
    private int seeds;

    @Option(names = "--learn", description = "Learn what usually comes from what has arrived; without it, it is known.")
    private boolean learn;

    @Mixin
    private Output output;

    @Override
    public Integer call() throws IOException, CommandFailed {
        if (seeds < 1 || seeds > SEEDS_MAX) {
            throw new CommandFailed(
                    ExitStatus.WRONG_USAGE,
                    "SEEDS_OUT_OF_RANGE",
                    seeds + " seeds were asked for.",
                    "Ask for 1 to 1000.");
        }
        var tasks = PackingFiles.tasks(pods);
        var machines = PackingFiles.machines(nodes);
        requireGpus(tasks, machines);
        var results = new ArrayList<PackingTrial.Result>();
        for (var seed = 0; seed < seeds; seed++) {
            results.add(new PackingTrial(machines, tasks, seed, learn).run());
            output.say("seed %d: %.2f%%".formatted(seed, results.getLast().allocationPct()));
        }
        var bound = PackingBound.of(machines, new PackingTrial(machines, tasks, 0, learn).arrivals());
        var fields = fields(results, bound);
        output.print(() -> table(fields), () -> fields);
        return ExitStatus.DONE.code();
    }

    private void requireGpus(List<Ask> tasks, List<Machine> machines) throws CommandFailed {
        if (tasks.stream().allMatch(task -> task.gpus() == 0)
                || machines.stream().allMatch(machine -> machine.gpus() == 0)) {
            throw new CommandFailed(
                    ExitStatus.FAILED,
                    "NO_GPUS",
                    "No task asks for a GPU, or no machine has one.",
                    "Give a file of tasks and a file of machines with GPUs.");
        }
    }

    private Map<String, Object> fields(List<PackingTrial.Result> results, double bound) {
        var fields = new LinkedHashMap<String, Object>();
        var decisions =
                results.stream().mapToLong(PackingTrial.Result::decisions).sum();
        var seconds = results.stream().mapToDouble(PackingTrial.Result::seconds).sum();
        fields.put(
                "allocation_pct",
                rounded(median(
                        results.stream().map(PackingTrial.Result::allocationPct).toList())));
        fields.put(
                "fragment_pct",
                rounded(median(
                        results.stream().map(PackingTrial.Result::fragmentPct).toList())));
        fields.put("decisions_per_s", (double) Math.round(decisions / seconds));
        fields.put("bound_pct", rounded(bound));
        fields.put("seeds", results.size());
        fields.put("mix", learn ? "learned" : "known");
        return fields;
    }

    private static String table(Map<String, Object> fields) {
        return new Table(
                        List.of("figure", "value"),
                        fields.entrySet().stream()
                                .map(field -> List.of(field.getKey(), String.valueOf(field.getValue())))
                                .toList())
                .toString();
    }

    static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
    }

    static double rounded(double value) {
        return Double.parseDouble(String.format(Locale.ROOT, "%.3f", value));
    }
}
