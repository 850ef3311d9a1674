// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.compute.JobInterruption;
import io.atrium.web.text.Text;
import java.time.Instant;

/// What an interruption cost, in the reader's words: how long the job ran and waited, and what was lost.
final class InterruptionWords {

    private InterruptionWords() {}

    static String of(Text t, String what, JobInterruption interruption, Instant now) {
        var waited = interruption.goneOn() == null ? "compute.interruption.waits" : "compute.interruption.waited";
        var lost = interruption.lost() == null ? "compute.interruption.lost.unknown" : "compute.interruption.lost";
        return t.of(
                "compute.interruption",
                what,
                t.of(waited, interruption.ran(), interruption.waited(now)),
                t.of(lost, interruption.gpuTimeLost(), interruption.charged()));
    }
}
