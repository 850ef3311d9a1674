// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.correction;

import io.atrium.kernel.RequestKey;

/// Takes a proposal back before it is decided.
public record WithdrawPriceCorrection(RequestKey key, PriceCorrectionId correction) {}
