// SPDX-License-Identifier: Apache-2.0
package io.atrium.admin;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Work that the scheduler does again and again (后台任务).
///
/// @param reason why it failed the last time, when it did
public record TaskView(
        String name,
        String instance,
        WorkState state,
        @Nullable Instant nextRun,
        @Nullable Instant lastSuccess,
        @Nullable Instant lastFailure,
        int failures,
        @Nullable String reason) {}
