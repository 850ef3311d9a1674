// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.dispute;

import io.atrium.compute.BillId;
import io.atrium.files.Attachment;
import io.atrium.kernel.RequestKey;
import org.jspecify.annotations.Nullable;

/// A firm disputes one of its bills.
///
/// @param evidence a file that proves it
public record RaiseDispute(
        RequestKey key,
        BillId bill,
        DisputeAbout about,
        String reason,
        @Nullable Attachment evidence) {

    public static final int REASON_LENGTH_MAX = 500;
}
