// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import java.util.Map;
import java.util.Set;

/// State of a job (作业状态). [#MOVES] is the whole table; anything else is refused.
///
/// ```
/// QUEUED ──placed──> PLACED ──started──> RUNNING ──ended──> ENDED ──settled──> SETTLED
///  ^ │ └──cancelled──> CANCELLED  └──────could not start────>┘ ^
///  │ └────────────────stopped between two runs─────────────────┘
///  ├──────────gave its GPUs back────────── RUNNING
///  └───gave them back before it began───── PLACED
/// ```
/// A job that was interrupted keeps its turn and what it has used; it is billed once, at its end, for all of its runs.
public enum JobState {
    /// Waits for GPUs, for the first time or after an interruption; nothing is charged.
    QUEUED,
    /// Has its GPUs and is about to start; nothing is charged.
    PLACED,
    /// Runs and is metered.
    RUNNING,
    /// Has ended; its bill is being made.
    ENDED,
    /// Paid, billed, over.
    SETTLED,
    /// Stopped before it had GPUs; everything held was released.
    CANCELLED;

    private static final Map<JobState, Set<JobState>> MOVES = Map.of(
            QUEUED, Set.of(PLACED, CANCELLED, ENDED),
            PLACED, Set.of(RUNNING, ENDED, QUEUED),
            RUNNING, Set.of(ENDED, QUEUED),
            ENDED, Set.of(SETTLED),
            SETTLED, Set.of(),
            CANCELLED, Set.of());

    public boolean mayBecome(JobState next) {
        return MOVES.getOrDefault(this, Set.of()).contains(next);
    }

    public boolean isOver() {
        return MOVES.getOrDefault(this, Set.of()).isEmpty();
    }

    /// True while the job can be stopped by a person.
    public boolean isStoppable() {
        return this == QUEUED || this == PLACED || this == RUNNING;
    }

    /// True while the job's GPU time is charged; the price page and the API say so from here.
    public boolean isCharged() {
        return this == RUNNING;
    }

    /// True while the job occupies GPUs.
    public boolean holdsGpus() {
        return this == PLACED || this == RUNNING;
    }
}
