// SPDX-License-Identifier: Apache-2.0
package io.atrium.bench.starts;

import io.atrium.bench.Benchmark;
import io.atrium.bench.Row;
import io.atrium.bench.Row.Limit;
import io.atrium.bench.Row.Peer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// How true the first start estimate of every waiting job is, beside the plan's range for the same job in the same run.
///
/// The traces are not shipped: without their folder nothing is measured, and the run says so.
public final class StartsBench implements Benchmark {
    private static final Path TRACES = Path.of(System.getProperty("atrium.traces", "../shared/data/traces"));
    /// The last two were looked at by nobody before the rules were what they are.
    private static final List<Trace> RUN = List.of(
            Trace.hpc2n(10_000),
            Trace.philly(30_000),
            Trace.phillyWithoutLimits(10_000),
            Trace.wagap(10_000),
            Trace.muri(10_000));

    private static final String PEER = "plan by limits";
    private static final double HELD_GOAL = 75;
    private static final double ERROR_GOAL = 30;

    @Override
    public String name() {
        return "starts";
    }

    @Override
    public String purpose() {
        return "learned start intervals under live rounds on recorded traces, beside the plan's ranges";
    }

    @Override
    public List<Row> run(Consumer<String> messages) throws Exception {
        if (!Files.isDirectory(TRACES)) {
            messages.accept("no traces at " + TRACES.normalize() + ": nothing was measured");
            return List.of();
        }
        var rows = new ArrayList<Row>();
        for (var trace : RUN) {
            messages.accept("live rounds over " + trace.name());
            rows.addAll(rows(trace));
        }
        return rows;
    }

    private static List<Row> rows(Trace trace) throws Exception {
        var record = trace.replay(TRACES).run();
        var learned = record.learned();
        var planned = record.planned();
        return List.of(
                new Row(
                        "%s: %,d first intervals of 80%% that held (75 to 85 wanted)"
                                .formatted(trace.name(), learned.told()),
                        "%",
                        100 * learned.held(),
                        new Peer(PEER, 100 * planned.held()),
                        Limit.atLeast(HELD_GOAL)),
                new Row(
                        trace.name() + ": width of the median interval",
                        "min",
                        learned.widthMinutes(),
                        new Peer(PEER, planned.widthMinutes()),
                        null),
                new Row(
                        trace.name() + ": median error of its middle, waits over 10 min",
                        "%",
                        100 * learned.error(),
                        new Peer(PEER, 100 * planned.error()),
                        Limit.atMost(ERROR_GOAL)));
    }
}
