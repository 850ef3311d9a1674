// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.quota;

import io.atrium.kernel.OrgId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A quota request (配额申请) as both sides see it.
public record QuotaRequestView(
        QuotaRequestId id,
        OrgId firm,
        int gpusBefore,
        int gpusWanted,
        String reason,
        QuotaRequestState state,
        String askedBy,
        Instant askedAt,
        Instant decideBy,
        @Nullable End end) {

    /// Who ended it, when and why.
    public record End(String by, Instant at, String reason) {}
}
