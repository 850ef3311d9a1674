// SPDX-License-Identifier: Apache-2.0
package io.atrium.bench.policy;

import io.atrium.bench.Benchmark;
import io.atrium.bench.Row;
import io.atrium.bench.Row.Limit;
import io.atrium.bench.Row.Peer;
import io.atrium.engine.decision.column.ColumnPolicy;
import io.atrium.engine.decision.column.Recount;
import io.atrium.engine.decision.column.Sweep;
import io.atrium.engine.decision.column.snapshot.Snapshot;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/// Policies decided for an invented city of three million firms, against KIE's interpreter and jDMN on a sample of
/// them.
///
/// The run fails if one amount of the sample differs from KIE's.
public final class PolicyBench implements Benchmark {

    static final int FIRMS = 3_000_000;
    static final LocalDate DAY = LocalDate.of(2026, 7, 1);
    static final String CITY_ID = "city-voucher-00";

    static final long SEED = 20_261_124L;
    static final int THREADS = 2;
    private static final int TRIES = 9;

    @Override
    public String name() {
        return "policy";
    }

    @Override
    public String purpose() {
        return "policies for a city of 3,000,000 firms over columns, against KIE and jDMN firm by firm";
    }

    @Override
    public List<Row> run(Consumer<String> messages) {
        messages.accept("building a city of %,d firms".formatted(FIRMS));
        long before = Heap.usedBytes();
        var city = City.of(FIRMS, SEED);
        double heap = Heap.gib(Heap.usedBytes() - before);
        messages.accept("%,d bytes a firm".formatted(city.bytes() / FIRMS));
        var rows = new ArrayList<Row>();
        rows.addAll(tables(city, messages));
        rows.addAll(vouchers(city, messages));
        rows.add(new Row("heap for the city's facts", "GiB", heap, null, Limit.atMost(2)));
        return rows;
    }

    /// One policy of two tables on one thread: every firm counts as one evaluation.
    private static List<Row> tables(Snapshot city, Consumer<String> messages) {
        var policy = CityPolicies.ofTables();
        var column = ColumnPolicy.compile(policy.compiled(), city, DAY);
        refuseFallbacks(column);
        messages.accept("comparing with KIE and timing both");
        var peers = new FirmByFirm(policy, city);
        peers.checkSame(Recount.run(List.of(column), options(1)));
        double seconds = Best.seconds(TRIES, () -> Recount.run(List.of(column), options(1)));
        double perSecond = FIRMS / seconds;
        var limit = Limit.atLeast(30_000_000);
        var figure = "evaluations of two 8-rule tables with amount, one core";
        double bound = MemoryBound.firmsPerSecond(column, city);
        return List.of(
                new Row("bound of the next: reading its columns once", "evaluations/s/core", bound, null, null),
                new Row(figure, "evaluations/s/core", perSecond, new Peer("KIE", peers.kiePerSecond()), limit),
                new Row(figure, "evaluations/s/core", perSecond, new Peer("jDMN", peers.jdmnPerSecond()), limit));
    }

    private static List<Row> vouchers(Snapshot city, Consumer<String> messages) {
        var policies = CityPolicies.all();
        var columns = policies.stream()
                .map(policy -> ColumnPolicy.compile(policy.compiled(), city, DAY))
                .toList();
        columns.forEach(PolicyBench::refuseFallbacks);
        messages.accept("recounting %d policies on %d threads".formatted(columns.size(), THREADS));
        double recount = Best.seconds(TRIES, () -> Recount.run(columns, options(THREADS)));
        var kiePerSecond = new FirmByFirm(policies.getFirst(), city).kiePerSecond();
        double kieRecount = (double) FIRMS * columns.size() / kiePerSecond / THREADS;
        var moves = new Moves(city, policies.getFirst(), columns.getFirst());
        var sweep = Recount.run(List.of(columns.getFirst()), options(THREADS));
        return List.of(
                new Row(
                        "3 M firms × 30 policies, recount with amounts",
                        "s",
                        recount,
                        new Peer("KIE, from its rate", kieRecount),
                        Limit.atMost(1.5)),
                new Row(
                        "one threshold moved: budget, coverage, by district and size",
                        "ms",
                        moves.thresholdMillis(),
                        null,
                        Limit.atMost(50)),
                new Row(
                        "a rule's text edited, to the result over 3 M",
                        "ms",
                        moves.editMillis(),
                        null,
                        Limit.atMost(500)),
                new Row("explanation of one grant", "ms", explanationMillis(sweep), null, Limit.atMost(5)));
    }

    private static double explanationMillis(Sweep sweep) {
        int rows = 2_000;
        return Best.seconds(TRIES, () -> IntStream.range(0, rows).forEach(row -> sweep.explain(CITY_ID, row)))
                / rows
                * 1e3;
    }

    static Recount.Options options(int threads) {
        return Recount.Options.plain().threads(threads).by("registered_district", "size");
    }

    private static void refuseFallbacks(ColumnPolicy policy) {
        if (!policy.fallbacks().isEmpty()) {
            throw new IllegalStateException("not over columns: " + policy.fallbacks());
        }
    }
}
