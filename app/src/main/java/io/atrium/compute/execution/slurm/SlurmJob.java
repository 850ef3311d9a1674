// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.execution.slurm;

import io.atrium.compute.execution.RunExit;
import java.util.Set;

/// A job as the cluster tells it; seconds by the cluster's own clock.
///
/// @param states     one word in older versions, a word and flags in newer ones
/// @param startSecond 0 when it never began
/// @param waitStatus as `wait` gives it: the exit code times 256, or the number of a signal
/// @param cpuMs      processor time from the accounting; 0 where nobody tells
record SlurmJob(
        long id,
        String name,
        Set<String> states,
        String reason,
        long startSecond,
        long endSecond,
        int waitStatus,
        long cpuMs) {

    private static final Set<String> WAITING = Set.of(
            "PENDING", "CONFIGURING", "REQUEUED", "REQUEUE_HOLD", "REQUEUE_FED", "SPECIAL_EXIT", "RESV_DEL_HOLD");
    private static final Set<String> AT_WORK =
            Set.of("RUNNING", "COMPLETING", "SUSPENDED", "STOPPED", "STAGE_OUT", "SIGNALING", "RESIZING");
    private static final int SIGNAL_MASK = 0x7f;

    enum Phase {
        WAITING,
        AT_WORK,
        OVER
    }

    /// What still works or may work again is not over: flags count before the word.
    Phase phase() {
        if (states.stream().anyMatch(WAITING::contains)) {
            return Phase.WAITING;
        }
        return states.stream().anyMatch(AT_WORK::contains) || states.isEmpty() ? Phase.AT_WORK : Phase.OVER;
    }

    /// How it ended; a word that is not known here counts as a failure.
    RunExit exit() {
        if (states.contains("COMPLETED")) {
            return RunExit.SUCCEEDED;
        }
        if (states.contains("CANCELLED")) {
            return RunExit.STOPPED;
        }
        if (states.contains("TIMEOUT")) {
            return RunExit.TIME_LIMIT;
        }
        if (states.contains("OUT_OF_MEMORY")) {
            return RunExit.MEMORY_LIMIT;
        }
        return states.stream().anyMatch(Set.of("NODE_FAIL", "BOOT_FAIL", "PREEMPTED", "REVOKED")::contains)
                ? RunExit.LOST
                : RunExit.FAILED;
    }

    /// As a shell gives it: 128 + signal when killed.
    int exitCode() {
        var signal = waitStatus & SIGNAL_MASK;
        return signal == 0 ? (waitStatus >> 8) & 0xff : 128 + signal;
    }

    String state() {
        return String.join("+", states.stream().sorted().toList());
    }
}
