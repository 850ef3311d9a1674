// SPDX-License-Identifier: Apache-2.0
package io.atrium.bench.running;

import java.util.Arrays;
import java.util.concurrent.ConcurrentLinkedQueue;

/// Waiting times that many users report at once.
public final class Latencies {

    private static final double NANOS_PER_MILLISECOND = 1e6;

    private final ConcurrentLinkedQueue<Long> nanos = new ConcurrentLinkedQueue<>();

    public void add(long value) {
        nanos.add(value);
    }

    public int count() {
        return nanos.size();
    }

    /// The waiting time that a share of the requests did not exceed (nearest rank).
    public double milliseconds(double share) {
        var sorted = nanos.stream().mapToLong(Long::longValue).toArray();
        if (sorted.length == 0) throw new IllegalStateException("nothing was measured");
        Arrays.sort(sorted);
        var rank = (int) Math.ceil(share * sorted.length);
        return sorted[Math.max(rank, 1) - 1] / NANOS_PER_MILLISECOND;
    }
}
