// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher.redemption;

import io.atrium.kernel.RequestKey;
import java.util.List;

/// The department decides.
///
/// @param accepted the bills that are paid back; none rejects it as a whole
/// @param clause and `reason`: needed as soon as one bill is not paid back
public record DecideRedemption(
        RequestKey key, RedemptionId redemption, List<String> accepted, String clause, String reason) {

    public static final int WORDS_LENGTH_MAX = 500;
}
