// SPDX-License-Identifier: Apache-2.0
package io.atrium.insight.feedback;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A message to the operator (意见) with the moment by which it is answered. Ids begin with `fbk_`.
///
/// @param personId who sent it while signed in; null for a stranger
/// @param sender name and organisation, or how a stranger can be reached
/// @param path the page that it is about
record Feedback(
        String id,
        @Nullable String personId,
        @Nullable String organisationId,
        String sender,
        String path,
        String message,
        Instant sentAt,
        Instant dueAt,
        @Nullable String answer,
        @Nullable Instant answeredAt) {

    static final String PREFIX = "fbk";

    boolean isAnswered() {
        return answeredAt != null;
    }
}
