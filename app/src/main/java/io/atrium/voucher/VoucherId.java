// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher;

import io.atrium.engine.ledger.Asset;
import io.atrium.ledger.AccountCode;

/// Id of a voucher (算力券). `vch_…`
public record VoucherId(String value) {

    public static final String PREFIX = "vch";

    public VoucherId {
        if (!value.startsWith(PREFIX + "_")) {
            throw new IllegalArgumentException("not a voucher id: " + value);
        }
    }

    /// The account that holds what the voucher is worth.
    public AccountCode account() {
        return AccountCode.of(Asset.CNY_FEN, "voucher", value, "balance");
    }

    @Override
    public String toString() {
        return value;
    }
}
