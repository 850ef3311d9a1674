// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher.redemption;

import io.atrium.kernel.RequestKey;

/// The firm takes it back before it is decided.
public record WithdrawRedemption(RequestKey key, RedemptionId redemption) {}
