// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.dispute;

import io.atrium.compute.BillId;
import io.atrium.kernel.RequestKey;
import org.jspecify.annotations.Nullable;

/// A firm disputes one of its bills.
public record RaiseDispute(
        RequestKey key,
        BillId bill,
        DisputeAbout about,
        String reason,
        @Nullable Evidence evidence) {

    public static final int REASON_LENGTH_MAX = 500;

    /// A file that proves it.
    public record Evidence(String name, byte[] content) {}
}
