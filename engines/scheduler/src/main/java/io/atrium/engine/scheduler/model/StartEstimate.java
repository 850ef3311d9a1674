// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.model;

import java.time.Instant;

/// Start estimate (预计开始): a range, never a point, and an honest "unknown" where nothing can be said.
public sealed interface StartEstimate {
    /// How many of a hundred learned intervals are to hold.
    int LIKELY_PERCENT = 80;

    /// By plan, while too little was learned: `latest` holds if every job uses its whole declared limit and nobody more
    /// urgent arrives; `earliest` if the
    /// running ones use only a part of it.
    record Between(Instant earliest, Instant latest) implements StartEstimate {}

    /// Learned from what earlier jobs of the kind have waited: [#LIKELY_PERCENT] in a hundred start within it.
    record Likely(LikelyStart start) implements StartEstimate {}

    /// Nothing honest can be said.
    record Unknown(Why why) implements StartEstimate {}

    /// Why there is no range.
    enum Why {
        /// The job alone is larger than the tenant's quota.
        LARGER_THAN_QUOTA,
        /// It needs nodes in maintenance or drain, and their return is not known.
        NODES_UNAVAILABLE,
        /// Further away than the horizon.
        BEYOND_HORIZON
    }
}
