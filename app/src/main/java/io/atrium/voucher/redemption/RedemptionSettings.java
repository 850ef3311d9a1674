// SPDX-License-Identifier: Apache-2.0
package io.atrium.voucher.redemption;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Working days of redemptions (`atrium.redemption-days.*`). No text seen names them: both are assumed, and each place
/// sets its own.
///
/// @param decide how long the department has
/// @param mend how long the firm has to mend what was returned
@ConfigurationProperties("atrium.redemption-days")
public record RedemptionSettings(
        @DefaultValue("10") int decide, @DefaultValue("10") int mend) {}
