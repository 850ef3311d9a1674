// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.execution.slurm;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// When a run last saved (保存时刻), from the date of its checkpoint folder.
///
/// The first look only says what there was. A date that has changed since tells of a checkpoint: made then, if that can
/// be true by Atrium's clock, else counted from the look before. So a wrong clock never makes the lost work less.
final class SavedTime {

    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    private SavedTime() {}

    /// @param lookedBefore when it was looked at before
    static GivingBack looked(GivingBack before, Instant date, Instant lookedBefore, Instant now) {
        if (before.dated() == null || date.equals(before.dated())) {
            return before.looked(date, before.saved());
        }
        return before.looked(date, saved(date, before.saved(), lookedBefore, now));
    }

    private static Instant saved(Instant date, @Nullable Instant before, Instant lookedBefore, Instant now) {
        boolean canBe = !date.isBefore(lookedBefore.minus(TOLERANCE)) && !date.isAfter(now);
        var told = canBe ? date : lookedBefore;
        return before != null && before.isAfter(told) ? before : told;
    }
}
