// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.model;

import java.time.Instant;

/// Whether a waiting job will be done by its date (能否赶上) if it uses its whole limit, by its start estimate.
public enum InTime {
    /// It starts in time even at the end of the range.
    LIKELY,
    /// Its latest start lies within the range, or nothing honest can be said of its start.
    UNCERTAIN,
    /// Even the beginning of the range is too late.
    UNLIKELY;

    public static InTime of(StartEstimate start, Instant latestStart, Instant now) {
        if (latestStart.isBefore(now)) {
            return UNLIKELY;
        }
        return switch (start) {
            case StartEstimate.Between(var earliest, var latest) -> of(new StartRange(earliest, latest), latestStart);
            case StartEstimate.Likely(var likely) -> of(likely.range(), latestStart);
            case StartEstimate.Unknown _ -> UNCERTAIN;
        };
    }

    private static InTime of(StartRange range, Instant latestStart) {
        if (!range.latest().isAfter(latestStart)) {
            return LIKELY;
        }
        return range.earliest().isAfter(latestStart) ? UNLIKELY : UNCERTAIN;
    }
}
