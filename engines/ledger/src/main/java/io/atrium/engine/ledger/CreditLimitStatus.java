// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.ledger;

/// The answer to a change of a credit line, in order of precedence.
public enum CreditLimitStatus {
    ACCOUNT_NOT_FOUND,
    /// Only an account whose debits must stay within its credits has a credit line.
    DEBITS_NOT_LIMITED,
    /// More than the new line is in use, holds included; it must be paid back first.
    LIMIT_BELOW_USE,
    /// Success, also when the line was that before.
    CHANGED
}
