// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.execution;

/// A sign of life of a run: when, on the monotonic clock, and what it had used by then.
record Heartbeat(long atMs, long cpuMs, long memoryBytesMax) {
    static Heartbeat parse(String line) {
        var parts = line.split(" ");
        return new Heartbeat(Long.parseLong(parts[0]), Long.parseLong(parts[1]), Long.parseLong(parts[2]));
    }
}
