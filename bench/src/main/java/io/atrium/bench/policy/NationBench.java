// SPDX-License-Identifier: Apache-2.0
package io.atrium.bench.policy;

import io.atrium.bench.Benchmark;
import io.atrium.bench.Row;
import io.atrium.bench.Row.Limit;
import io.atrium.bench.Row.Peer;
import io.atrium.engine.decision.column.ColumnPolicy;
import io.atrium.engine.decision.column.Recount;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// The curve from a city to a nation (从城市到全国): thirty policies with amounts over 3, 10, 30 and 60 million firms, time
/// and
/// memory, against KIE's rate at the same place.
public final class NationBench implements Benchmark {

    private static final int[] MILLIONS = {3, 10, 30, 60};
    private static final int TRIES = 3;

    @Override
    public String name() {
        return "nation";
    }

    @Override
    public String purpose() {
        return "thirty policies over 3, 10, 30 and 60 million firms: time and memory";
    }

    @Override
    public List<Row> run(Consumer<String> messages) {
        var policies = CityPolicies.all();
        var rows = new ArrayList<Row>();
        for (int millions : MILLIONS) {
            messages.accept("building %d million firms".formatted(millions));
            rows.addAll(nation(millions, policies));
        }
        return rows;
    }

    private static List<Row> nation(int millions, List<CityPolicy> policies) {
        long before = Heap.usedBytes();
        var firms = City.of(millions * 1_000_000, PolicyBench.SEED);
        double facts = Heap.gib(Heap.usedBytes() - before);
        var columns = policies.stream()
                .map(policy -> ColumnPolicy.compile(policy.compiled(), firms, PolicyBench.DAY))
                .toList();
        double seconds = Best.seconds(TRIES, () -> Recount.run(columns, PolicyBench.options(PolicyBench.THREADS)));
        var sweep = Recount.run(columns, PolicyBench.options(PolicyBench.THREADS));
        double all = Heap.gib(Heap.usedBytes() - before);
        Reference.reachabilityFence(sweep);
        double kie = (double) firms.rows()
                * columns.size()
                / new FirmByFirm(policies.getFirst(), firms).kiePerSecond()
                / PolicyBench.THREADS;
        var figure = "%d M firms × %d policies".formatted(millions, columns.size());
        return List.of(
                new Row(figure, "s", seconds, new Peer("KIE, from its rate", kie), Limit.atMost(60)),
                new Row(figure + ", heap for the facts", "GiB", facts, null, null),
                new Row(figure + ", heap with answers and amounts", "GiB", all, null, null));
    }
}
