// SPDX-License-Identifier: Apache-2.0
package io.atrium.bench.scheduling;

import io.atrium.bench.Row;
import io.atrium.bench.Row.Limit;
import io.atrium.bench.Row.Peer;
import io.atrium.cli.CommandFailed;
import io.atrium.cli.trace.PackingFiles;
import io.atrium.engine.scheduler.model.Machine;
import io.atrium.engine.scheduler.pack.PackingBound;
import io.atrium.engine.scheduler.pack.PackingTrial;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// The openb cluster filled with its tasks and four variations of them.
record Packing(Path traces, Consumer<String> messages) {
    private static final int SEEDS = 10;
    private static final int AT_ONCE = 2;

    /// Each workload stops after so many seconds, with the seeds that it has.
    private static final int BUDGET_S = 25;

    /// A workload, the median of FGD's published result at 100% arrived demand, and the goal.
    private record Workload(String name, double fgd, double goal) {}

    private static final List<Workload> WORKLOADS = List.of(
            new Workload("default", 95.23, 95.5),
            new Workload("gpuspec33", 87.88, 90.0),
            new Workload("multigpu50", 97.095, 97.2),
            new Workload("gpushare100", 86.64, 87.0),
            new Workload("cpu250", 93.2, 94.5));

    List<Row> rows() throws IOException, CommandFailed {
        var machines = PackingFiles.machines(traces.resolve("openb_nodes.csv"));
        var rows = new ArrayList<Row>();
        for (var workload : WORKLOADS) {
            rows.add(row(workload, machines));
        }
        return rows;
    }

    private Row row(Workload workload, List<Machine> machines) throws IOException, CommandFailed {
        messages.accept("packing openb " + workload.name());
        var tasks = PackingFiles.tasks(traces.resolve("openb_pods_" + workload.name() + ".csv.gz"));
        var until = System.nanoTime() + BUDGET_S * 1_000_000_000L;
        var found = new ArrayList<Double>();
        while (found.size() < SEEDS && System.nanoTime() < until) {
            found.addAll(IntStream.range(found.size(), found.size() + AT_ONCE)
                    .parallel()
                    .mapToObj(seed ->
                            new PackingTrial(machines, tasks, seed, false).run().allocationPct())
                    .toList());
        }
        var bound = PackingBound.of(machines, new PackingTrial(machines, tasks, 0, false).arrivals());
        return new Row(
                "openb %s: GPUs allocated, %d seeds (bound %.1f)".formatted(workload.name(), found.size(), bound),
                "%",
                median(found),
                new Peer("FGD, published", workload.fgd()),
                Limit.atLeast(workload.goal()));
    }

    private static double median(List<Double> values) {
        var sorted = values.stream().sorted().toList();
        return (sorted.get((sorted.size() - 1) / 2) + sorted.get(sorted.size() / 2)) / 2;
    }
}
