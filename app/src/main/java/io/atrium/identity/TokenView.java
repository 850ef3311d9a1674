// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// An API token (接口令牌) as its owner sees it: never the secret.
public record TokenView(
        String id,
        String name,
        List<String> permissions,
        Instant createdAt,
        Instant expiresAt,
        @Nullable Instant lastUsedAt,
        @Nullable Instant revokedAt) {}
