// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.execution;

/// The end of a run as it stands in its folder; times in milliseconds since boot.
record RunEnd(RunExit exit, int code, long beganMs, long endedMs, long cpuMs, long memoryBytesMax) {
    static RunEnd parse(String line) {
        var parts = line.split(" ");
        return new RunEnd(
                RunExit.valueOf(parts[0]),
                Integer.parseInt(parts[1]),
                Long.parseLong(parts[2]),
                Long.parseLong(parts[3]),
                Long.parseLong(parts[4]),
                Long.parseLong(parts[5]));
    }

    /// The end of a run whose supervisor vanished: its last sign of life.
    static RunEnd lost(long beganMs, Heartbeat last) {
        return new RunEnd(RunExit.LOST, -1, beganMs, last.atMs(), last.cpuMs(), last.memoryBytesMax());
    }

    String line() {
        return "%s %d %d %d %d %d\n".formatted(exit, code, beganMs, endedMs, cpuMs, memoryBytesMax);
    }

    Usage usage() {
        return new Usage(endedMs - beganMs, cpuMs, memoryBytesMax);
    }
}
