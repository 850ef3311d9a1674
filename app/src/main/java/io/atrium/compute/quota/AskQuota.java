// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.quota;

import io.atrium.kernel.RequestKey;

/// A firm asks for another quota.
public record AskQuota(RequestKey key, Wish wish) {

    public static final int REASON_LENGTH_MAX = 500;

    /// @param gpus at the same time
    public record Wish(int gpus, String reason) {}
}
