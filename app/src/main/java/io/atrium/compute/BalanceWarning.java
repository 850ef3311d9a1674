// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import java.util.ArrayList;
import java.util.List;

/// What soon keeps a firm from submitting (余额预警). The shares are assumptions of this product.
public enum BalanceWarning {
    /// Less than a fifth of the credit line is left.
    CREDIT_LOW,
    /// Less than a tenth of the granted GPU time is left.
    GPU_TIME_LOW;

    private static final long CREDIT_SHARE = 5;
    private static final long GPU_TIME_SHARE = 10;

    public static List<BalanceWarning> of(QuotaView quota) {
        var warnings = new ArrayList<BalanceWarning>();
        if (quota.creditLeft().value() < quota.creditLine().value() / CREDIT_SHARE) {
            warnings.add(CREDIT_LOW);
        }
        if (quota.gpuTimeLeft().value() < quota.gpuTimeGranted().value() / GPU_TIME_SHARE) {
            warnings.add(GPU_TIME_LOW);
        }
        return List.copyOf(warnings);
    }
}
