// SPDX-License-Identifier: Apache-2.0
package io.atrium.bench.policy;

/// The best of several tries (取最优): what the code can do when the machine lets it.
final class Best {

    private Best() {}

    static double seconds(int tries, Runnable work) {
        long best = Long.MAX_VALUE;
        for (int attempt = 0; attempt < tries; attempt++) {
            long before = System.nanoTime();
            work.run();
            best = Math.min(best, System.nanoTime() - before);
        }
        return best / 1e9;
    }
}
