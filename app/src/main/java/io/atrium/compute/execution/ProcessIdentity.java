// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.execution;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Tells a process from every other one, also when its number is used again: pid, start time in ticks, boot.
record ProcessIdentity(long pid, long startTicks, String bootId) {
    /// Place of the start time among the fields that follow the name.
    private static final int START_TICKS = 19;

    /// From `PID TICKS BOOT`, as the supervisor writes it.
    static ProcessIdentity parse(String line) {
        var parts = line.split(" ");
        return new ProcessIdentity(Long.parseLong(parts[0]), Long.parseLong(parts[1]), parts[2]);
    }

    boolean isAlive() {
        try {
            var stat = Files.readString(Path.of("/proc", String.valueOf(pid), "stat"), StandardCharsets.ISO_8859_1);
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return !fields[0].equals("Z")
                    && Long.parseLong(fields[START_TICKS]) == startTicks
                    && Host.bootId().equals(bootId);
        } catch (IOException _) {
            return false;
        }
    }
}
