// SPDX-License-Identifier: Apache-2.0
package io.atrium.bench.appeals;

import io.atrium.bench.Benchmark;
import io.atrium.bench.Row;
import io.atrium.bench.Row.Limit;
import io.atrium.bench.Row.Peer;
import io.atrium.bench.running.ClosedLoop;
import io.atrium.bench.running.Latencies;
import io.atrium.bench.running.Reader;
import io.atrium.bench.running.SameBytes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/// 100,000 open cases with all their limits: how long a sweep of the clocks takes, how long officers wait for their
/// boards, and how many needs a second are taken in, also when the application is killed and PostgreSQL restarted.
///
/// Officers, firms, Atrium and PostgreSQL share the machine's processors, so the figures are an upper bound.
public final class AppealsBench implements Benchmark {

    static final int OPEN_CASES = Integer.getInteger("atrium.bench.cases", 100_000);
    private static final int DUE = 1_000;
    private static final int OFFICERS = 200;
    private static final Duration THINK = Duration.ofSeconds(5);
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration MEASURED = Duration.ofSeconds(40);
    private static final Duration INTAKE_WARM_UP = Duration.ofSeconds(30);
    private static final Duration INTAKE = Duration.ofSeconds(20);

    /// From a page or a program that sends each as it comes, and from a hotline that hands many over.
    private static final List<Integer> NEEDS_PER_REQUEST = List.of(1, 100);

    /// Enough that both processes fall while they come in.
    private static final int REQUESTS_DISTURBED = 10_000;

    private static final int BATCHES_DISTURBED = 1_500;

    private static final List<String> BOARDS = List.of(
            "/appeals", "/appeals?view=UNIT", "/appeals?view=DUE_TODAY", "/appeals?view=OVERDUE", "/appeals?view=OPEN");

    private static final Limit SWEEP_MAX = Limit.atMost(1_000);
    private static final Limit BOARD_P95_MAX = Limit.atMost(100);
    private static final Limit INTAKES_MIN = Limit.atLeast(500);
    private static final Limit NONE = Limit.atMost(0);

    @Override
    public String name() {
        return "appeals";
    }

    @Override
    public String purpose() {
        return "%,d open cases, %d officers, needs taken in while processes are killed".formatted(OPEN_CASES, OFFICERS);
    }

    @Override
    public List<Row> run(Consumer<String> messages) throws Exception {
        var rows = new ArrayList<Row>();
        messages.accept("starting PostgreSQL and the demo in folders of their own");
        try (var town = Town.start()) {
            messages.accept("opening %,d cases".formatted(OPEN_CASES));
            town.openCases(OPEN_CASES);
            rows.addAll(sweeps(town));
            messages.accept("giving " + OFFICERS + " officers a seat");
            var officers = town.officers(OFFICERS);
            messages.accept("officers at their boards for " + MEASURED.toSeconds() + " s");
            rows.addAll(boards(officers));
            rows.addAll(intakes(town, messages));
        }
        return rows;
    }

    private static List<Row> sweeps(Town town) throws Exception {
        var rows = new ArrayList<Row>();
        var everyClock = new Peer("every open clock read", town.millisecondsToReadEveryClock());
        town.sweepMilliseconds(); // what the demo left due
        rows.add(new Row("sweep that finds nothing due", "ms", town.sweepMilliseconds(), everyClock, SWEEP_MAX));
        town.letBecomeDue(DUE);
        rows.add(new Row(
                "sweep that reminds of %,d cases".formatted(DUE),
                "ms",
                town.sweepMilliseconds(),
                everyClock,
                SWEEP_MAX));
        return rows;
    }

    private static List<Row> boards(List<Reader> officers) throws Exception {
        var loop = new ClosedLoop(officers, BOARDS, THINK);
        loop.run(WARM_UP);
        var measured = loop.run(MEASURED);
        var peers = sameBytes(officers.getFirst());
        var rows = new ArrayList<Row>();
        measured.forEach((path, latencies) -> {
            var peer = peers.getOrDefault(path, new Latencies());
            rows.add(board(path + " p50", latencies.milliseconds(0.5), peer.milliseconds(0.5)));
            rows.add(board(path + " p95", latencies.milliseconds(0.95), peer.milliseconds(0.95)));
        });
        return rows;
    }

    private static Row board(String figure, double value, double peer) {
        return new Row(figure, "ms", value, new Peer("the same bytes from the JDK's HTTP server", peer), BOARD_P95_MAX);
    }

    /// The peer answers by path alone: a page for all.
    private static Map<String, Latencies> sameBytes(Reader officer) throws Exception {
        var page = officer.read(BOARDS.getFirst());
        try (var peer = SameBytes.of(Map.of("/appeals", page))) {
            var readers = Collections.nCopies(OFFICERS, new Reader(peer.root()));
            return new LinkedHashMap<>(
                    new ClosedLoop(readers, BOARDS, Duration.ofSeconds(1)).run(Duration.ofSeconds(10)));
        }
    }

    private static List<Row> intakes(Town town, Consumer<String> messages) throws Exception {
        var rows = new ArrayList<Row>();
        var plain = town.plainInsertsPerSecond(Duration.ofSeconds(5));
        for (int size : NEEDS_PER_REQUEST) {
            rows.addAll(intakes(town, size, plain, messages));
        }
        rows.add(new Row("doubled", "needs", town.doubled(), null, NONE));
        return rows;
    }

    private static List<Row> intakes(Town town, int size, double plain, Consumer<String> messages) throws Exception {
        var rows = new ArrayList<Row>();
        var firms = town.firms(size);
        messages.accept("needs come in for %d s, %d in a request".formatted(INTAKE.toSeconds(), size));
        firms.send(INTAKE_WARM_UP);
        var calm = firms.send(INTAKE);
        var peer = new Peer("the same rows by plain SQL, a commit each", plain);
        var rate = calm.acknowledged() / (double) INTAKE.toSeconds();
        rows.add(new Row("needs taken in, %d in a request".formatted(size), "1/s", rate, peer, INTAKES_MIN));
        int count = size == 1 ? REQUESTS_DISTURBED : BATCHES_DISTURBED * size;
        messages.accept("%,d needs, kill -9 of Atrium, then a restart of PostgreSQL".formatted(count));
        var disturbed = firms.send(count, town::disturb);
        rows.add(new Row("sent while processes were killed", "needs", disturbed.sent(), null, null));
        rows.add(new Row("requests sent again under the same key", "times", disturbed.again(), null, null));
        rows.add(new Row("lost", "needs", town.missing(disturbed), null, NONE));
        return rows;
    }
}
