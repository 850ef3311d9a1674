// SPDX-License-Identifier: Apache-2.0
package io.atrium.bench.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/// Many callers who each ask again as soon as they are answered, and how long they wait for their answers.
final class Callers {
    private static final long WARM_UP_NANOS = 3_000_000_000L;
    private static final long WINDOW_NANOS = 6_000_000_000L;

    private Callers() {}

    /// Transfers per second that were committed; the wait of a caller, in milliseconds.
    record Measured(double perSecond, double medianMillis, double p99Millis) {}

    /// What one caller noted: for each answer how long it took, and how many transfers it was about.
    private static final class Notes {
        private long[] nanos = new long[1_024];
        private int answers;
        private long transfers;

        void add(long waited, int done) {
            if (answers == nanos.length) {
                nanos = Arrays.copyOf(nanos, 2 * answers);
            }
            nanos[answers++] = waited;
            transfers += done;
        }
    }

    static Measured measure(Turns.Contender contender, int callers) throws Exception {
        window(contender, callers, WARM_UP_NANOS);
        return window(contender, callers, WINDOW_NANOS);
    }

    private static Measured window(Turns.Contender contender, int callers, long nanos) throws Exception {
        contender.prepare();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            long start = System.nanoTime();
            var deeds = new ArrayList<Callable<Notes>>();
            for (int caller = 0; caller < callers; caller++) {
                int number = caller;
                deeds.add(() -> repeat(contender, number, start + nanos));
            }
            var notes = new ArrayList<Notes>();
            for (var done : threads.invokeAll(deeds)) {
                notes.add(done.get());
            }
            return summary(notes, System.nanoTime() - start);
        }
    }

    private static Notes repeat(Turns.Contender contender, int caller, long end) throws Exception {
        var notes = new Notes();
        for (long before = System.nanoTime(); before < end; before = System.nanoTime()) {
            int done = contender.once(caller);
            notes.add(System.nanoTime() - before, done);
        }
        return notes;
    }

    private static Measured summary(ArrayList<Notes> notes, long elapsed) {
        long transfers = notes.stream().mapToLong(each -> each.transfers).sum();
        var waits = notes.stream()
                .flatMapToLong(each -> Arrays.stream(each.nanos, 0, each.answers))
                .sorted()
                .toArray();
        return new Measured(transfers * 1e9 / elapsed, millis(waits, 0.5), millis(waits, 0.99));
    }

    private static double millis(long[] sorted, double share) {
        return sorted.length == 0 ? 0 : sorted[(int) Math.min(sorted.length - 1, sorted.length * share)] / 1e6;
    }
}
