// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.ledger;

/// What an account counts (资产). Transfers never cross assets: a price is agreed outside of the ledger.
public enum Asset {
    /// Money: whole fen of Chinese yuan (分).
    CNY_FEN,
    /// Compute: milliseconds of one allocated GPU (卡毫秒).
    GPU_MS,
    /// Fen of a simulation (模拟金额): a book of its own, since no transfer passes from one asset to another.
    SIM_CNY_FEN,
    /// GPU-milliseconds of a simulation (模拟卡毫秒).
    SIM_GPU_MS;

    /// True for what nobody owes and nobody used.
    public boolean isSimulated() {
        return this == SIM_CNY_FEN || this == SIM_GPU_MS;
    }
}
