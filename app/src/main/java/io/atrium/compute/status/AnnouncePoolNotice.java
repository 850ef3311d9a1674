// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.status;

import io.atrium.kernel.RequestKey;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A provider announces maintenance or an incident of a pool.
public record AnnouncePoolNotice(RequestKey key, String pool, Content content) {

    /// @param endsAt null only for an incident
    public record Content(
            PoolNoticeView.Kind kind,
            boolean stopsPlacement,
            String words,
            Instant startsAt,
            @Nullable Instant endsAt) {}
}
