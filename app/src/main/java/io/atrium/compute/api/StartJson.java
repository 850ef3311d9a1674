// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.api;

import io.atrium.compute.Likelihood;
import io.atrium.compute.ShareStanding;
import io.atrium.compute.WaitAnswer;
import io.atrium.compute.WaitReason;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// When a job starts and why not now, on the wire. `position` 0 means at once; shares are hundredths of a percent;
/// `likely` is there where the range was learned.
record StartJson(
        Instant asOf,
        int position,
        @Nullable Instant earliest,
        @Nullable Instant latest,
        @Nullable String unknown,
        List<WaitReason> reasons,
        List<WaitReason> remedies,
        @Nullable ShareStanding share,
        @Nullable Likelihood likely) {

    static StartJson of(WaitAnswer answer) {
        return new StartJson(
                answer.at(),
                answer.position(),
                answer.earliest(),
                answer.latest(),
                answer.unknown(),
                answer.reasons(),
                answer.remedies(),
                answer.share(),
                answer.likely());
    }
}
