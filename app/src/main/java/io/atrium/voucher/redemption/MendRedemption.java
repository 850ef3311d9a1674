// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher.redemption;

import io.atrium.kernel.RequestKey;
import java.util.List;

/// A firm hands a returned redemption in again, with the bills that it is to have now.
public record MendRedemption(RequestKey key, RedemptionId redemption, List<String> bills) {}
