// SPDX-License-Identifier: Apache-2.0
package io.atrium.bench.placement;

import io.atrium.engine.scheduler.index.FleetIndex;
import io.atrium.engine.scheduler.model.Fleet;
import io.atrium.engine.scheduler.reference.LinearScan;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.random.RandomGeneratorFactory;

/// Placement decisions per second at 50,000 GPUs, 80% full, against a scan of all nodes on the same stream.
///
/// Both make the same choices; the run fails if one decision differs. Arguments: `--json`, `--seed N`.
public final class PlacementBench {
    private static final long DEFAULT_SEED = 20_261_122L;
    private static final int WARM_UP = 200_000;
    private static final int DECISIONS = 1_000_000;

    /// The scan is slow: it warms up and is timed on fewer decisions.
    private static final int SCAN_WARM_UP = 3_000;

    private static final int SCAN_DECISIONS = 10_000;

    /// Goals of the community: decisions a second, and microseconds at the 99th percentile.
    private static final int RATE_GOAL = 50_000;

    private static final int P99_GOAL_MICROS = 2_000;

    private PlacementBench() {}

    public static void main(String... args) {
        var arguments = List.of(args);
        var seedAt = arguments.indexOf("--seed");
        var seed = seedAt < 0 ? DEFAULT_SEED : Long.parseLong(arguments.get(seedAt + 1));
        var fleet =
                GeneratedFleet.of(RandomGeneratorFactory.of("L64X128MixRandom").create(seed));
        checkSameChoices(fleet, seed);
        var index = run(index(fleet, seed), WARM_UP, DECISIONS);
        var scan = run(scan(fleet, seed), SCAN_WARM_UP, SCAN_DECISIONS);
        System.out.println(arguments.contains("--json") ? json(index, scan) : table(fleet, index, scan));
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

    private static String json(Speed index, Speed scan) {
        var row = "{\"figure\":\"%s\",\"unit\":\"%s\",\"value\":%.1f,\"peer\":\"linear scan\",\"peer_value\":%.1f,"
                + "\"ratio\":%.2f,\"limit\":%d}";
        return String.format(
                Locale.ROOT,
                "{\"bench\":\"placement\",\"rows\":[" + row + "," + row + "]}",
                "placement decisions at 50,000 GPUs",
                "1/s",
                index.perSecond(),
                scan.perSecond(),
                index.perSecond() / scan.perSecond(),
                RATE_GOAL,
                "placement decision, 99th percentile",
                "us",
                index.p99Micros(),
                scan.p99Micros(),
                scan.p99Micros() / index.p99Micros(),
                P99_GOAL_MICROS);
    }

    private static String table(Fleet fleet, Speed index, Speed scan) {
        return String.format(
                Locale.ROOT,
                """
                placement at %,d GPUs on %,d nodes in %d pools, 80%% full, same choices
                                 index        linear scan   ratio   goal
                decisions/s  %,10.0f   %,15.0f  %6.0f  ≥ %,d
                p99 µs       %,10.1f   %,15.1f  %6.0f  ≤ %,d""",
                GeneratedFleet.GPUS,
                fleet.nodes().size(),
                fleet.pools().size(),
                index.perSecond(),
                scan.perSecond(),
                index.perSecond() / scan.perSecond(),
                RATE_GOAL,
                index.p99Micros(),
                scan.p99Micros(),
                scan.p99Micros() / index.p99Micros(),
                P99_GOAL_MICROS);
    }
}
