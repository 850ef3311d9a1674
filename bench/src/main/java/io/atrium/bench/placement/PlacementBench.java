// SPDX-License-Identifier: Apache-2.0
package io.atrium.bench.placement;

import io.atrium.bench.Benchmark;
import io.atrium.bench.Row;
import io.atrium.bench.Row.Limit;
import io.atrium.bench.Row.Peer;
import io.atrium.engine.scheduler.index.FleetIndex;
import io.atrium.engine.scheduler.model.Fleet;
import io.atrium.engine.scheduler.reference.LinearScan;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGeneratorFactory;

/// Placement decisions per second at 50,000 GPUs, 80% full, against a scan of all nodes on the same stream; and whole
/// rounds before a full fleet.
///
/// Both ways make the same choices; the run fails if one decision differs.
public final class PlacementBench implements Benchmark {
    private static final String PEER = "linear scan";
    private static final long SEED = 20_261_122L;
    private static final int WARM_UP = 200_000;
    private static final int DECISIONS = 1_000_000;

    /// The scan is slow: it warms up and is timed on fewer decisions.
    private static final int SCAN_WARM_UP = 3_000;

    private static final int SCAN_DECISIONS = 10_000;

    /// Goals of the community: decisions a second, and microseconds at the 99th percentile.
    private static final int RATE_GOAL = 50_000;

    private static final int P99_GOAL_MICROS = 2_000;

    @Override
    public String name() {
        return "placement";
    }

    @Override
    public String purpose() {
        return "placement and whole rounds at 50,000 GPUs, against scans of all nodes and jobs that make the same choices";
    }

    @Override
    public List<Row> run(Consumer<String> messages) {
        var fleet =
                GeneratedFleet.of(RandomGeneratorFactory.of("L64X128MixRandom").create(SEED));
        messages.accept("checking that both choose the same");
        checkSameChoices(fleet, SEED);
        messages.accept("timing %,d decisions by the index, %,d by the scan".formatted(DECISIONS, SCAN_DECISIONS));
        var index = run(index(fleet, SEED), WARM_UP, DECISIONS);
        var scan = run(scan(fleet, SEED), SCAN_WARM_UP, SCAN_DECISIONS);
        var rows = new ArrayList<>(List.of(
                new Row(
                        "decisions",
                        "1/s",
                        index.perSecond(),
                        new Peer(PEER, scan.perSecond()),
                        Limit.atLeast(RATE_GOAL)),
                new Row(
                        "decision p99",
                        "us",
                        index.p99Micros(),
                        new Peer(PEER, scan.p99Micros()),
                        Limit.atMost(P99_GOAL_MICROS))));
        rows.addAll(new FullRounds(SEED, messages).rows());
        return rows;
    }

    private static PlacementStream index(Fleet fleet, long seed) {
        var index = FleetIndex.of(fleet);
        return new PlacementStream(index::place, index::release, seed);
    }

    private static PlacementStream scan(Fleet fleet, long seed) {
        var scan = new LinearScan(fleet);
        return new PlacementStream(scan::place, scan::release, seed);
    }

    private static void checkSameChoices(Fleet fleet, long seed) {
        var fast = index(fleet, seed);
        var slow = scan(fleet, seed);
        fast.fill();
        slow.fill();
        if (!fast.decide(SCAN_WARM_UP)
                .choices()
                .equals(slow.decide(SCAN_WARM_UP).choices())) {
            throw new IllegalStateException("the index and the scan choose differently");
        }
    }

    /// What a run showed.
    private record Speed(double perSecond, double p99Micros) {}

    private static Speed run(PlacementStream stream, int warmUp, int decisions) {
        stream.fill();
        stream.decide(warmUp);
        var nanos = stream.decide(decisions).nanos();
        var perSecond = decisions * 1e9 / Arrays.stream(nanos).sum();
        Arrays.sort(nanos);
        return new Speed(perSecond, nanos[(int) (decisions * 0.99)] / 1e3);
    }
}
