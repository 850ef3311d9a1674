// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher;

import io.atrium.kernel.Fen;

/// The answer to [SettleJob]. Settling cannot be refused: the hold guarantees it.
public sealed interface SettleOutcome {

    /// Both parts sum to the metered list price. Also for a repeat.
    record Settled(Fen voucherPart, Fen ownPart) implements SettleOutcome {}
}
