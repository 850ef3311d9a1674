// SPDX-License-Identifier: Apache-2.0
package io.atrium.bench.ledger;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/// Measures two contenders in turns: warm-up windows first, then ours, theirs, ours, theirs …
final class Turns {
    private static final long WARM_UP_NANOS = 1_500_000_000L;
    private static final long WINDOW_NANOS = 1_500_000_000L;
    private static final int ROUNDS = 3;

    private Turns() {}

    /// Something that can be done over and over by several writers.
    interface Contender {

        /// Does it once; returns how many transfers that was, 0 if there is nothing left to do.
        int once(int writer) throws Exception;

        /// Before each window, not measured.
        default void prepare() throws Exception {}

        /// How many writers it can use of those on offer.
        default int writers(int offered) {
            return offered;
        }
    }

    /// Transfers per second.
    record Rates(double ours, double peers) {}

    static Rates between(Contender ours, Contender peer, int writers) throws Exception {
        window(ours, writers, WARM_UP_NANOS);
        window(peer, writers, WARM_UP_NANOS);
        double oursTotal = 0;
        double peersTotal = 0;
        for (int round = 0; round < ROUNDS; round++) {
            oursTotal += window(ours, writers, WINDOW_NANOS);
            peersTotal += window(peer, writers, WINDOW_NANOS);
        }
        return new Rates(oursTotal / ROUNDS, peersTotal / ROUNDS);
    }

    private static double window(Contender contender, int offered, long nanos) throws Exception {
        contender.prepare();
        int writers = contender.writers(offered);
        try (var threads = Executors.newFixedThreadPool(writers)) {
            long start = System.nanoTime();
            var deeds = new ArrayList<Callable<Long>>();
            for (int writer = 0; writer < writers; writer++) {
                int number = writer;
                deeds.add(() -> repeat(contender, number, start + nanos));
            }
            long count = 0;
            for (var done : threads.invokeAll(deeds)) {
                count += done.get();
            }
            return count * 1e9 / (System.nanoTime() - start);
        }
    }

    private static long repeat(Contender contender, int writer, long end) throws Exception {
        long count = 0;
        while (System.nanoTime() < end) {
            int done = contender.once(writer);
            if (done == 0) {
                return count;
            }
            count += done;
        }
        return count;
    }
}
