// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.replay;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The disciplines that a replay knows.
public enum ReplayPolicy {
    /// First come, first served; who finds no place holds up all behind it.
    FIFO(false),
    /// First come, first served; who finds no place is skipped.
    FIFO_SKIP(false),
    /// The first has a reservation by declared limits, others pass it without delaying it.
    EASY(true),
    /// As EASY, but small areas come first, and more so with age. The default where limits are declared.
    AREA_AGE(true),
    /// Two-dimensional least attained service, with restarts charged.
    LAS(false),
    /// As LAS, but the levels are learned from jobs that have ended. The default without limits.
    LEARNED(false);

    /// One GPU for an hour, and the attained service doubles from level to level.
    private static final Ladder ATTAINED = new AttainedLadder(3_600, 2);

    private final boolean needsLimits;

    ReplayPolicy(boolean needsLimits) {
        this.needsLimits = needsLimits;
    }

    public static Optional<ReplayPolicy> find(String name) {
        return Arrays.stream(values())
                .filter(policy -> policy.code().equals(name))
                .findFirst();
    }

    /// What it decides without being told: by limits where every job has declared one.
    public static ReplayPolicy usual(List<ReplayJob> jobs) {
        return jobs.stream().allMatch(job -> job.limitS() > 0) ? AREA_AGE : LEARNED;
    }

    public boolean needsLimits() {
        return needsLimits;
    }

    /// As typed on the command line.
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    Discipline discipline(@Nullable FairShares shares) {
        return switch (this) {
            case FIFO -> new InTurn(false);
            case FIFO_SKIP -> new InTurn(true);
            case EASY -> new Backfill(true);
            case AREA_AGE -> new Backfill(false);
            case LAS -> new ByUrgency(ATTAINED, shares);
            case LEARNED -> new ByUrgency(new LearnedLadder(ATTAINED), shares);
        };
    }
}
