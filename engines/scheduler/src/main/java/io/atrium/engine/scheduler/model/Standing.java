// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.model;

import java.time.Duration;

/// Standing (份额状况): what a tenant may have of the pool and what it has had, in hundredths of a percent of the GPUs
/// of the model of which it had most.
///
/// @param share its weight among all weights
/// @param used what its jobs have used of late, fading
/// @param claimed the same with what its running jobs, and its jobs with an earlier turn, will use up to their limits
public record Standing(int share, int used, int claimed, Duration halfLife) {
    /// The whole of something.
    public static final int ALL = 10_000;

    public boolean isAboveShare() {
        return claimed > share;
    }
}
