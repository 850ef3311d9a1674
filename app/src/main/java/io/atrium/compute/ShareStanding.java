// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import io.atrium.engine.scheduler.model.Standing;
import java.time.Duration;

/// Where a firm stands against its share (份额状况), in hundredths of a percent of the GPUs of the model of which it had
/// most.
///
/// @param share what it may have
/// @param used what it used of late, fading
/// @param claimed the same with what its running jobs, and its jobs ahead in the queue, use up to their limits
public record ShareStanding(int share, int used, int claimed, Duration halfLife) {

    public static ShareStanding of(Standing standing) {
        return new ShareStanding(standing.share(), standing.used(), standing.claimed(), standing.halfLife());
    }

    public boolean isAboveShare() {
        return claimed > share;
    }
}
