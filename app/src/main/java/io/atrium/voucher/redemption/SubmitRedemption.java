// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher.redemption;

import io.atrium.kernel.RequestKey;
import io.atrium.voucher.VoucherId;
import java.util.List;

/// A firm asks to have a share of bills paid back.
public record SubmitRedemption(RequestKey key, VoucherId voucher, List<String> bills) {

    /// More go into a second redemption.
    public static final int BILLS_MAX = 50;
}
