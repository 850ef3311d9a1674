// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.status;

import io.atrium.kernel.OrgId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// An announcement about a pool (公告): public from the moment on which it is made.
///
/// @param stopsPlacement no job is placed there while it holds; jobs that run are left alone
/// @param endsAt planned end; null for an incident of unknown length
/// @param endedAt when it was called over, before its planned end or without one
public record PoolNoticeView(
        String id,
        String pool,
        OrgId provider,
        Kind kind,
        boolean stopsPlacement,
        String words,
        Instant startsAt,
        @Nullable Instant endsAt,
        Instant announcedAt,
        @Nullable Instant endedAt) {

    public static final String PREFIX = "pnt";
    public static final int WORDS_LENGTH_MAX = 300;

    public enum Kind {
        MAINTENANCE,
        INCIDENT
    }

    /// Where it stands at an instant: planned, in force, or over.
    public enum Phase {
        PLANNED,
        NOW,
        OVER
    }

    /// Whether it tells of an incident that holds.
    public boolean isIncidentAt(Instant now) {
        return kind == Kind.INCIDENT && phase(now) == Phase.NOW;
    }

    public Phase phase(Instant now) {
        if (endedAt != null || (endsAt != null && !now.isBefore(endsAt))) {
            return Phase.OVER;
        }
        return now.isBefore(startsAt) ? Phase.PLANNED : Phase.NOW;
    }
}
