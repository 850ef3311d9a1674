// SPDX-License-Identifier: Apache-2.0
package io.atrium.ledger.web;

import io.atrium.engine.ledger.AccountRule;
import io.atrium.engine.ledger.Asset;
import io.atrium.kernel.Fen;
import io.atrium.kernel.GpuMillis;
import io.atrium.ledger.AccountCode;
import io.atrium.ledger.AccountView;
import io.atrium.web.text.Text;

/// Accounts, amounts and purposes in the reader's words. Other modules name their purposes under `ledger.purpose.…`.
final class AccountWords {

    private AccountWords() {}

    static String name(Text t, AccountCode code) {
        var key = "ledger.account." + code.role();
        var name = t.has(key) ? t.of(key) : code.role();
        return code.asset().isSimulated() ? t.of("ledger.simulated", name) : name;
    }

    static String purpose(Text t, String purpose) {
        var key = "ledger.purpose." + purpose;
        return t.has(key) ? t.of(key) : purpose;
    }

    static String href(AccountCode code) {
        return "/ledger/accounts/" + code.value();
    }

    /// Fen as yuan, GPU-milliseconds as GPU-hours, both with sign.
    static String amount(Text t, Asset asset, long value) {
        return switch (asset) {
            case CNY_FEN, SIM_CNY_FEN -> t.money(new Fen(value));
            case GPU_MS, SIM_GPU_MS -> (value < 0 ? "-" : "") + t.gpuHours(new GpuMillis(Math.abs(value)));
        };
    }

    static String available(Text t, AccountView account) {
        return account.limit() == AccountRule.Limit.NONE
                ? t.of("ledger.no-limit")
                : amount(t, account.code().asset(), account.balances().available());
    }
}
