// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A steward's advice on one item (辅导意见), the firm's answer, and whether the firm is done with it.
public record ApplicationComment(
        String id,
        ApplicationId application,
        String item,
        String text,
        Instant at,
        String by,
        @Nullable String answer,
        @Nullable Instant answeredAt,
        @Nullable Instant resolvedAt) {

    public static final String PREFIX = "apc";
    public static final int CHARS_MAX = 1_000;

    public boolean isOpen() {
        return resolvedAt == null;
    }
}
