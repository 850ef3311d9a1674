// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.quota;

/// State of a quota request (配额申请状态): asked, and then one of three ends.
///
/// ```
/// ASKED ──granted by the operator──> GRANTED
///   ├────declined by the operator──> DECLINED
///   └────withdrawn by the firm─────> WITHDRAWN
/// ```
public enum QuotaRequestState {
    ASKED,
    GRANTED,
    DECLINED,
    WITHDRAWN;

    public boolean isOpen() {
        return this == ASKED;
    }
}
