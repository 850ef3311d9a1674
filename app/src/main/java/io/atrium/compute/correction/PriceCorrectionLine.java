// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.correction;

import io.atrium.compute.BillId;
import io.atrium.compute.JobId;
import org.jspecify.annotations.Nullable;

/// One bill of an approved correction.
///
/// @param bill null while its job still runs
/// @param refusal why it could not be corrected yet; it is tried again
public record PriceCorrectionLine(
        JobId job,
        @Nullable BillId bill,
        String name,
        State state,
        @Nullable String refusal) {

    public enum State {
        TO_DO,
        DONE,
        /// The ledger would not book it now, as when a credit line is exhausted.
        REFUSED,
        /// Cancelled before it ran, or not at the wrong price any more.
        UNTOUCHED
    }
}
