// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy.domain;

/// Whether the account to which a firm is paid can take money (收款账户状态).
public enum PayeeCondition {
    NORMAL,
    SUSPENDED,
    CLOSED,
    ABNORMAL;

    public boolean canBePaid() {
        return this == NORMAL;
    }
}
