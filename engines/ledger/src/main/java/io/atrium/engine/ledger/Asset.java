// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.ledger;

/// What an account counts (资产). Transfers never cross assets: a price is agreed outside of the ledger.
public enum Asset {
    /// Money: whole fen of Chinese yuan (分).
    CNY_FEN,
    /// Compute: milliseconds of one allocated GPU (卡毫秒).
    GPU_MS
}
