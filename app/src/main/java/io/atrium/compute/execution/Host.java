// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.execution;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;

/// The machine as the local engine sees it: where its tools lie, which JDK runs get, and whether Atrium is root.
record Host(String toolPath, Path javaHome, boolean root) {
    private static final String TOOL_PATH = "/usr/sbin:/usr/bin:/sbin:/bin";

    static Host current() {
        return new Host(TOOL_PATH, Path.of(System.getProperty("java.home")), isRoot());
    }

    boolean hasTool(String name) {
        return Arrays.stream(toolPath.split(":")).anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    }

    /// Milliseconds since boot: what the supervisor's shell reads too, so the two can be compared.
    static long monotonicMs() {
        var seconds = firstLine(Path.of("/proc/uptime")).split(" ")[0];
        return Long.parseLong(seconds.replace(".", "")) * 10;
    }

    static String bootId() {
        return firstLine(Path.of("/proc/sys/kernel/random/boot_id"));
    }

    /// The first line of a small file that must exist.
    static String firstLine(Path file) {
        try {
            return Files.readString(file).lines().findFirst().orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isRoot() {
        try {
            return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
        } catch (IOException | UnsupportedOperationException _) {
            return false;
        }
    }
}
