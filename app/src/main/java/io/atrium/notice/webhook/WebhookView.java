// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice.webhook;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An endpoint of an organisation (推送地址), without its secrets.
///
/// @param reason why it is disabled; null unless it is
/// @param previousSecretUntil until when the secret before the last rotation signs too
/// @param failures how many tries failed in a row
public record WebhookView(
        String id,
        String url,
        List<String> types,
        WebhookState state,
        @Nullable Reason reason,
        int failures,
        @Nullable Instant previousSecretUntil,
        Instant createdAt) {

    /// Why an endpoint gets nothing any more.
    public enum Reason {
        BY_HAND,
        GONE,
        FAILING
    }
}
