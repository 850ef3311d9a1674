// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.share;

import io.atrium.engine.scheduler.Standings;
import io.atrium.engine.scheduler.model.GpuAmount;
import java.time.Instant;
import java.util.Map;

/// What a firm may know of the shares: its own, and all others as one sum.
///
/// @param othersCount  how many other firms compete
/// @param othersModels what they used of late and claim of each GPU model, all together
/// @param othersBorrowed GPUs that they use beyond their quotas
/// @param contending   how many of them have a job that waits
/// @param goFirst      how many of those had less of their share, and go first
public record OwnShare(
        Instant asOf,
        TenantShare own,
        int othersCount,
        Map<String, Standings.Part> othersModels,
        GpuAmount othersBorrowed,
        int contending,
        int goFirst) {}
