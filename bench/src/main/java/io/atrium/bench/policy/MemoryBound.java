// SPDX-License-Identifier: Apache-2.0
package io.atrium.bench.policy;

import io.atrium.engine.decision.column.ColumnPolicy;
import io.atrium.engine.decision.column.snapshot.Snapshot;

/// What memory alone allows (内存带宽上限): a policy has to read the columns that it asks for once, and one core reads so
/// many bytes a second.
final class MemoryBound {

    private static final int TRIES = 7;

    /// More than any cache holds.
    private static final int LONGS = 1 << 25;

    private MemoryBound() {}

    /// How many firms a second one core could decide if deciding took no time.
    static double firmsPerSecond(ColumnPolicy policy, Snapshot city) {
        long bytes = policy.policy().factsAsked().entrySet().stream()
                .mapToLong(fact -> city.column(fact.getKey(), fact.getValue())
                        .orElseThrow()
                        .bytes())
                .sum();
        return readBytesPerSecond() * city.rows() / bytes;
    }

    static double readBytesPerSecond() {
        var longs = new long[LONGS];
        var sums = new long[1];
        double seconds = Best.seconds(TRIES, () -> sums[0] += sum(longs));
        if (sums[0] != 0) {
            throw new IllegalStateException("a sum of zeros is zero");
        }
        return 8.0 * LONGS / seconds;
    }

    private static long sum(long[] longs) {
        long sum = 0;
        for (long value : longs) {
            sum += value;
        }
        return sum;
    }
}
