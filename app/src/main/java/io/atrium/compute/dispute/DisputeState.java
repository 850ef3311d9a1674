// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.dispute;

/// State of a dispute (异议状态): open, and then one of three ends.
///
/// ```
/// OPEN ──accepted by provider or operator, bill corrected──> ACCEPTED
///   ├───rejected by them with a reason────────────────────> REJECTED
///   └───withdrawn by the firm─────────────────────────────> WITHDRAWN
/// ```
public enum DisputeState {
    OPEN,
    ACCEPTED,
    REJECTED,
    WITHDRAWN;

    public boolean isOpen() {
        return this == OPEN;
    }
}
