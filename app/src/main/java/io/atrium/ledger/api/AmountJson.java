// SPDX-License-Identifier: Apache-2.0
package io.atrium.ledger.api;

import io.atrium.engine.ledger.Asset;
import io.atrium.kernel.Fen;
import io.atrium.web.api.MoneyJson;
import org.jspecify.annotations.Nullable;

/// An amount of one asset: money as everywhere, or GPU time in GPU-milliseconds. The other one is absent.
///
/// @param simulated true in the book of the simulation, else absent
record AmountJson(
        @Nullable MoneyJson money,
        @Nullable Long gpuMs,
        @Nullable Boolean simulated) {

    static AmountJson of(Asset asset, long value) {
        return switch (asset) {
            case CNY_FEN -> new AmountJson(MoneyJson.of(new Fen(value)), null, null);
            case GPU_MS -> new AmountJson(null, value, null);
            case SIM_CNY_FEN -> new AmountJson(MoneyJson.of(new Fen(value)), null, true);
            case SIM_GPU_MS -> new AmountJson(null, value, true);
        };
    }
}
