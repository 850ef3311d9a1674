// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher.redemption;

import io.atrium.kernel.RequestKey;

/// The department returns it for mending, once, and says what is wrong.
public record ReturnRedemption(RequestKey key, RedemptionId redemption, String reason) {}
