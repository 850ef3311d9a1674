// SPDX-License-Identifier: Apache-2.0
package io.atrium.bench.policy;

/// What lies on the heap (堆内存) once everything that is not needed is gone.
final class Heap {

    private static final double GIB = 1 << 30;

    private Heap() {}

    static long usedBytes() {
        System.gc();
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }

    static double gib(long bytes) {
        return bytes / GIB;
    }
}
