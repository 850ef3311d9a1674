// SPDX-License-Identifier: Apache-2.0
package io.atrium.notice.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One event for one endpoint, as its log tells it (推送记录).
///
/// @param id of the event, and the `webhook-id`, however often it is sent
/// @param body what is sent
/// @param retryAt when it is tried next, while it waits
/// @param statusCode of the last answer; null without one
/// @param answer the first bytes of the last answer
/// @param problem what went wrong on the way at the last try
public record DeliveryView(
        String id,
        String type,
        String subject,
        String body,
        DeliveryState state,
        int attempts,
        Instant retryAt,
        @Nullable Integer statusCode,
        @Nullable String answer,
        @Nullable String problem,
        Instant createdAt,
        @Nullable Instant triedAt) {}
