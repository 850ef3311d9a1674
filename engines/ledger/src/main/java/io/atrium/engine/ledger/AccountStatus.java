// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.ledger;

/// The answer to the opening of an account, in order of precedence.
public enum AccountStatus {
    EXISTS_WITH_DIFFERENT_ASSET,
    EXISTS_WITH_DIFFERENT_RULE,
    /// Success: opened before with the same asset and limited side, whatever it holds and its credit line are by now.
    EXISTS,
    /// Success.
    OPENED;

    static AccountStatus ofRepeat(Account asked, Account present) {
        if (asked.asset() != present.asset()) {
            return EXISTS_WITH_DIFFERENT_ASSET;
        }
        return asked.rule().limit() == present.rule().limit() ? EXISTS : EXISTS_WITH_DIFFERENT_RULE;
    }

    /// Whether the account is there now as it was asked for.
    public boolean isSuccess() {
        return this == OPENED || this == EXISTS;
    }
}
