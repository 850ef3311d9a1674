// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.joining;

/// State of an application to join (入驻申请状态).
///
/// ```
/// SUBMITTED ──accepted──> ACCEPTED
///   ├─────────declined──> DECLINED
///   ├────returned once──> RETURNED ──mended──> SUBMITTED
///   └────────withdrawn──> WITHDRAWN <──withdrawn── RETURNED
/// ```
public enum JoiningState {
    SUBMITTED,
    RETURNED,
    ACCEPTED,
    DECLINED,
    WITHDRAWN;

    public boolean isOpen() {
        return this == SUBMITTED || this == RETURNED;
    }
}
