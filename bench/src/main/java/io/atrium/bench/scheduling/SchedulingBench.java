// SPDX-License-Identifier: Apache-2.0
package io.atrium.bench.scheduling;

import io.atrium.bench.Benchmark;
import io.atrium.bench.Row;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Scheduling on real traces, with the same defaults for all of them.
///
/// The traces are not shipped: without their folder nothing is measured, and the run says so.
public final class SchedulingBench implements Benchmark {
    private static final Path TRACES = Path.of(System.getProperty("atrium.traces", "../shared/data/traces"));

    @Override
    public String name() {
        return "scheduling";
    }

    @Override
    public String purpose() {
        return "packing, waiting and fairness on recorded traces, beside published and measured peers and the bounds";
    }

    @Override
    public List<Row> run(Consumer<String> messages) throws Exception {
        if (!Files.isDirectory(TRACES)) {
            messages.accept("no traces at " + TRACES.normalize() + ": nothing was measured");
            return List.of();
        }
        var rows = new ArrayList<Row>();
        rows.addAll(new Packing(TRACES, messages).rows());
        rows.addAll(new Waiting(TRACES, messages).rows());
        return rows;
    }
}
