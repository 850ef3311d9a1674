// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.share;

/// GPUs that hold jobs now.
///
/// @param borrowed of these beyond the firms' quotas (借用), lent from what is idle
public record InUse(int gpus, int borrowed) {

    static final InUse NONE = new InUse(0, 0);

    InUse plus(InUse other) {
        return new InUse(gpus + other.gpus, borrowed + other.borrowed);
    }

    public int withinQuota() {
        return gpus - borrowed;
    }
}
