// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.correction;

import io.atrium.compute.correction.PriceCorrectionView.Wish;
import io.atrium.kernel.RequestKey;

/// Somebody who runs a pool finds that a price was wrong.
public record ProposePriceCorrection(RequestKey key, Wish wish) {

    public static final int REASON_LENGTH_MAX = 500;
}
