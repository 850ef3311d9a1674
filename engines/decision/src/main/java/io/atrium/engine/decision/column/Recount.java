// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column;

import io.atrium.engine.decision.column.snapshot.Rows;
import io.atrium.engine.decision.column.snapshot.Snapshot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/// Decides policies for every firm of a snapshot (全量测算).
///
/// Batch by batch: each condition once, whichever policies share it, then each policy's tree as a few operations on
/// words of 64 firms, then amounts of the firms that get one. What an earlier sweep already holds is taken from there,
/// so that moving one threshold costs one condition.
public final class Recount {

    /// How to go about it.
    ///
    /// @param threads how many batches are worked on at once
    /// @param groups keys of texts by which counts and amounts are split, such as the district
    /// @param since an earlier sweep over the same snapshot, or null
    public record Options(
            int threads, List<String> groups, @Nullable Sweep since) {

        public Options {
            if (threads < 1) {
                throw new IllegalArgumentException("at least one thread");
            }
            groups = List.copyOf(groups);
        }

        public static Options plain() {
            return new Options(Math.max(1, Runtime.getRuntime().availableProcessors()), List.of(), null);
        }

        public Options by(String... keys) {
            return new Options(threads, List.of(keys), since);
        }

        public Options threads(int count) {
            return new Options(count, groups, since);
        }

        public Options since(Sweep earlier) {
            return new Options(threads, groups, earlier);
        }
    }

    private final Snapshot snapshot;
    private final List<PolicyRun> runs;
    private final Map<String, TruthBits> bits;
    private final GroupKeys groups;

    private Recount(List<ColumnPolicy> policies, Options options) {
        this.snapshot = policies.getFirst().snapshot();
        if (policies.stream().anyMatch(policy -> policy.snapshot() != snapshot)) {
            throw new IllegalArgumentException("policies compiled for different snapshots");
        }
        this.groups = GroupKeys.of(snapshot, options.groups());
        this.bits = new LinkedHashMap<>();
        this.runs = new ArrayList<>();
        var since = options.since();
        for (var policy : policies) {
            var fresh = new ArrayList<TruthDecision>();
            for (var truth : policy.truths().values()) {
                var earlier = since == null ? null : since.bits().get(truth.key());
                if (!bits.containsKey(truth.key())) {
                    bits.put(truth.key(), earlier != null ? earlier : TruthBits.of(snapshot.rows()));
                    if (earlier == null) {
                        fresh.add(truth);
                    }
                }
            }
            runs.add(new PolicyRun(policy, fresh, bits, since));
        }
    }

    /// All policies must have been compiled for the same snapshot, and for the same day when they share an earlier
    /// sweep.
    public static Sweep run(List<ColumnPolicy> policies, Options options) {
        if (policies.isEmpty()) {
            throw new IllegalArgumentException("no policies");
        }
        return new Recount(policies, options).run(options.threads());
    }

    private Sweep run(int threads) {
        int batches = Math.ceilDiv(snapshot.rows(), Rows.MAX);
        var next = new AtomicInteger();
        var failure = new AtomicReference<@Nullable Throwable>();
        var tallies = new ArrayList<Tallies>();
        var workers = new ArrayList<Thread>();
        for (int number = 0; number < Math.min(threads, Math.max(1, batches)); number++) {
            var tally = new Tallies(runs.size(), groups);
            tallies.add(tally);
            var worker = Thread.ofPlatform().name("recount-" + number).unstarted(() -> work(next, batches, tally));
            worker.setUncaughtExceptionHandler((_, thrown) -> failure.set(thrown));
            workers.add(worker);
        }
        workers.forEach(Thread::start);
        workers.forEach(Recount::join);
        var thrown = failure.get();
        if (thrown != null) {
            throw new IllegalStateException("a recount broke off", thrown);
        }
        return sweep(tallies);
    }

    private static void join(Thread worker) {
        try {
            worker.join();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while recounting", interrupted);
        }
    }

    private void work(AtomicInteger next, int batches, Tallies tallies) {
        var scratch = new Scratch();
        for (int batch = next.getAndIncrement(); batch < batches; batch = next.getAndIncrement()) {
            int base = batch * Rows.MAX;
            var rows = Rows.run(base, Math.min(Rows.MAX, snapshot.rows() - base));
            for (int run = 0; run < runs.size(); run++) {
                runs.get(run).decide(rows, scratch, tallies.of(run));
            }
        }
    }

    private Sweep sweep(List<Tallies> tallies) {
        var results = new LinkedHashMap<String, PolicyResult>();
        for (int run = 0; run < runs.size(); run++) {
            var total = new Tally(groups);
            for (var part : tallies) {
                total.add(part.of(run));
            }
            var result = runs.get(run).result(total);
            results.put(result.id(), result);
        }
        return new Sweep(snapshot, results, bits);
    }
}
