// SPDX-License-Identifier: Apache-2.0
package io.atrium.bench.pages;

import io.atrium.bench.Benchmark;
import io.atrium.bench.Row;
import io.atrium.bench.Row.Limit;
import io.atrium.bench.Row.Peer;
import io.atrium.bench.running.ClosedLoop;
import io.atrium.bench.running.Latencies;
import io.atrium.bench.running.Reader;
import io.atrium.bench.running.RunningAtrium;
import io.atrium.bench.running.SameBytes;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;

/// The main pages of a firm, read by 50 users with a second of thought between pages, over the loopback address.
///
/// Users and server share the machine's processors, so the figures are an upper bound.
public final class PagesBench implements Benchmark {

    private static final List<String> PATHS =
            List.of("/", "/entitlements", "/vouchers", "/jobs", "/bills", "/company", "/policies", "/prices");
    private static final String LOGIN = "firm1";
    private static final String PASSWORD = "atrium-demo";
    private static final int USERS = 50;
    private static final Duration THINK = Duration.ofSeconds(1);
    private static final Duration WARM_UP = Duration.ofSeconds(20);
    private static final Duration MEASURED = Duration.ofSeconds(40);
    private static final Duration PEER_MEASURED = Duration.ofSeconds(10);
    private static final String PEER = "the same bytes from the JDK's HTTP server";

    /// Nobody notices less than 100 ms; nobody should wait for more than half a second.
    private static final Limit P95_MAX = Limit.atMost(100);

    private static final Limit P99_MAX = Limit.atMost(500);

    /// Style sheets and scripts of a page together, and a page itself, as they travel.
    private static final Limit STYLE_AND_SCRIPT_MAX = Limit.atMost(120);

    private static final Limit PAGE_MAX = Limit.atMost(150);

    @Override
    public String name() {
        return "pages";
    }

    @Override
    public String purpose() {
        return USERS + " users of a firm, " + THINK.toMillis() + " ms of thought between pages";
    }

    @Override
    public List<Row> run(Consumer<String> messages) throws Exception {
        messages.accept("starting the demo in a folder of its own");
        try (var atrium = RunningAtrium.start()) {
            try {
                return measure(atrium, messages);
            } catch (ExecutionException | IOException e) {
                throw new IOException(e.getMessage() + "\nAtrium's last words:\n" + atrium.lastWords(), e);
            }
        }
    }

    private static List<Row> measure(RunningAtrium atrium, Consumer<String> messages) throws Exception {
        var user = new Reader(atrium.root());
        user.signIn(LOGIN, PASSWORD);
        messages.accept("warming up for " + WARM_UP.toSeconds() + " s, measuring for " + MEASURED.toSeconds() + " s");
        var loop = new ClosedLoop(Collections.nCopies(USERS, user), PATHS, THINK);
        loop.run(WARM_UP);
        var rows = rows(loop.run(MEASURED), peers(user));
        rows.addAll(sizes(user));
        return rows;
    }

    private static List<Row> sizes(Reader user) throws IOException, InterruptedException {
        var rows = new ArrayList<Row>();
        var weight = 0.0;
        for (var file : user.filesOf("/")) weight += user.compressed(file);
        rows.add(new Row("styles and scripts, compressed", "kB", weight, null, STYLE_AND_SCRIPT_MAX));
        for (var path : PATHS) rows.add(new Row(path + " compressed", "kB", user.compressed(path), null, PAGE_MAX));
        return rows;
    }

    private static Map<String, Latencies> peers(Reader user) throws Exception {
        var pages = new LinkedHashMap<String, byte[]>();
        for (var path : PATHS) pages.put(path, user.read(path));
        try (var peer = SameBytes.of(pages)) {
            var loop = new ClosedLoop(readers(peer.root()), PATHS, THINK);
            loop.run(PEER_MEASURED);
            return loop.run(PEER_MEASURED);
        }
    }

    private static List<Reader> readers(URI root) {
        return Collections.nCopies(USERS, new Reader(root));
    }

    private static List<Row> rows(Map<String, Latencies> atriums, Map<String, Latencies> peers) {
        var rows = new ArrayList<Row>();
        atriums.forEach((path, latencies) -> {
            var peer = peers.getOrDefault(path, new Latencies());
            rows.add(row(path + " p50", latencies.milliseconds(0.5), peer.milliseconds(0.5), P95_MAX));
            rows.add(row(path + " p95", latencies.milliseconds(0.95), peer.milliseconds(0.95), P95_MAX));
            rows.add(row(path + " p99", latencies.milliseconds(0.99), peer.milliseconds(0.99), P99_MAX));
        });
        return rows;
    }

    private static Row row(String figure, double value, double peerValue, Limit limit) {
        return new Row(figure, "ms", value, new Peer(PEER, peerValue), limit);
    }
}
