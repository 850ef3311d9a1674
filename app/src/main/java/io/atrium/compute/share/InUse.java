// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.share;

import io.atrium.engine.scheduler.model.GpuAmount;

/// GPUs that hold jobs now; shares of them as the parts that they are.
///
/// @param borrowed of these beyond the firms' quotas (借用), lent from what is idle
public record InUse(GpuAmount gpus, GpuAmount borrowed) {

    static final InUse NONE = new InUse(GpuAmount.ZERO, GpuAmount.ZERO);

    InUse plus(InUse other) {
        return new InUse(gpus.plus(other.gpus), borrowed.plus(other.borrowed));
    }

    public GpuAmount withinQuota() {
        return gpus.minus(borrowed);
    }
}
