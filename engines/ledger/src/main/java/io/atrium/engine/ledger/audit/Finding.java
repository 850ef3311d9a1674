// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.ledger.audit;

/// One thing that is wrong with the books.
///
/// @param subject what it is about: a transfer, a seal, an account, an asset
/// @param detail what was found and what should be there
public record Finding(Kind kind, String subject, String detail) {

    /// Sorts of findings; the words are stable, for scripts.
    public enum Kind {
        /// A sealed transfer is not what was sealed.
        TRANSFER_CHANGED,
        /// A sealed transfer is gone.
        TRANSFER_MISSING,
        /// A transfer lies where none was when the seal was made.
        TRANSFER_INSERTED,
        /// A seal is not what its transfers and the seal before it give.
        SEAL_CHANGED,
        /// Seals are missing, or do not join.
        SEAL_MISSING,
        /// The hash that somebody noted is not in the chain: it was rewritten.
        HEAD_UNKNOWN,
        /// An amount that is not positive, a kind that does not exist, a settlement without an open hold.
        TRANSFER_IMPOSSIBLE,
        /// An account's columns are not what its transfers add up to.
        BALANCE_DIFFERS,
        /// An account is outside of its limit.
        LIMIT_EXCEEDED,
        /// Debits and credits of an asset do not agree.
        TRIAL_BALANCE_OFF
    }
}
