// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Why a job waits and when it will start (等待原因与预计开始), as the scheduler saw it at one instant.
///
/// @param reasons in order; the first is the one to tell. Empty when the job could start at once
/// @param remedies changes that would let it start at once
/// @param share where its firm stood against its share when its turn came; null where nobody competes
/// @param likely how likely the range is where it was learned; null where it follows from declared limits
/// @param inTime whether it will be done by its date, by the range; null without a date
/// @param earliest and `latest`: the range of the start; both absent when `unknown` says why there is none
public record WaitAnswer(
        Instant at,
        int position,
        List<WaitReason> reasons,
        List<WaitReason> remedies,
        @Nullable Instant earliest,
        @Nullable Instant latest,
        @Nullable String unknown,
        @Nullable ShareStanding share,
        @Nullable Likelihood likely,
        @Nullable InTime inTime) {

    public static WaitAnswer startsNow(Instant at, @Nullable InTime inTime) {
        return new WaitAnswer(at, 0, List.of(), List.of(), at, at, null, null, null, inTime);
    }

    /// The same answer at another instant.
    public WaitAnswer seenAt(Instant instant) {
        return new WaitAnswer(instant, position, reasons, remedies, earliest, latest, unknown, share, likely, inTime);
    }

    public WaitAnswer with(Likelihood counted) {
        return new WaitAnswer(at, position, reasons, remedies, earliest, latest, unknown, share, counted, inTime);
    }

    public boolean isNow() {
        return position == 0;
    }
}
