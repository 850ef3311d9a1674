// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.correction;

/// State of a price correction (价格更正状态).
///
/// ```
/// PROPOSED ──another person agrees──> APPROVED ──every bill is corrected──> DONE
///   ├───────another person declines──> REJECTED
///   └───────taken back───────────────> WITHDRAWN
/// ```
public enum PriceCorrectionState {
    PROPOSED,
    APPROVED,
    DONE,
    REJECTED,
    WITHDRAWN;

    public boolean isOpen() {
        return this == PROPOSED;
    }
}
