// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice.webhook;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/// Settings of webhooks (prefix `atrium.webhook`). The defaults are assumptions of this product.
///
/// @param privateAddresses whether endpoints may lie in private networks, and on this machine also without TLS
/// @param failuresMax after how many failed tries in a row an endpoint is disabled
/// @param rotationOverlap how long the secret before the last rotation still signs
@ConfigurationProperties("atrium.webhook")
public record WebhookSettings(
        @DefaultValue("false") boolean privateAddresses,
        @DefaultValue("30") int failuresMax,
        @DefaultValue("24h") Duration rotationOverlap) {}
