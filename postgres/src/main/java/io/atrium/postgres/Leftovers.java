// SPDX-License-Identifier: Apache-2.0
package io.atrium.postgres;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/// Server processes that outlived the Atrium that started them.
///
/// All processes of a server work inside its data folder, and nobody else does, so they are found by their working
/// directory. A number left in `postmaster.pid` alone proves nothing: the system may have given it to another program.
final class Leftovers {

    private static final Duration STOP_MAX = Duration.ofSeconds(30);

    private Leftovers() {}

    /// Stops whatever still serves `data`. The caller holds the folder's lock.
    static void stop(Path data, Programs programs) {
        if (in(data).isEmpty()) return;
        // status is of no interest: without a postmaster its children end by themselves
        programs.control(data, STOP_MAX, "-m", "fast", "stop");
        in(data).forEach(Leftovers::awaitEnd);
    }

    static List<ProcessHandle> in(Path data) {
        return ProcessHandle.allProcesses()
                .filter(process -> worksIn(data, process))
                .toList();
    }

    private static boolean worksIn(Path data, ProcessHandle process) {
        try {
            return Files.readSymbolicLink(Path.of("/proc", Long.toString(process.pid()), "cwd"))
                    .equals(data);
        } catch (IOException _) {
            return false; // ended meanwhile, or another user's
        }
    }

    private static void awaitEnd(ProcessHandle process) {
        try {
            process.onExit().get(STOP_MAX.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException _) {
            process.destroyForcibly();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
