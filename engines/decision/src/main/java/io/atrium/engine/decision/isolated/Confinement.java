// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.isolated;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/// What the system offers to fence a process in, tried once: namespaces without a network, and resource limits. On a
/// system that offers neither, the process still has its time and memory limits.
final class Confinement {

    private static final int TRIAL_SECONDS_MAX = 5;
    private static final List<String> NO_NETWORK = List.of("unshare", "--user", "--net");
    private static final List<String> NO_LARGE_FILES =
            List.of("prlimit", "--fsize=1048576", "--core=0", "--nofile=1024");

    /// Words to put before a command.
    static final List<String> PREFIX = prefix();

    private Confinement() {}

    private static List<String> prefix() {
        var prefix = new ArrayList<String>();
        for (var fence : List.of(NO_LARGE_FILES, NO_NETWORK)) {
            if (works(fence)) {
                prefix.addAll(fence);
            }
        }
        return List.copyOf(prefix);
    }

    private static boolean works(List<String> fence) {
        var command = new ArrayList<>(fence);
        command.add("true");
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var isDone = process.waitFor(TRIAL_SECONDS_MAX, TimeUnit.SECONDS);
            process.destroyForcibly();
            return isDone && process.exitValue() == 0;
        } catch (IOException _) {
            return false;
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
