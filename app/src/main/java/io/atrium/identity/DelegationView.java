// SPDX-License-Identifier: Apache-2.0
package io.atrium.identity;

import io.atrium.kernel.access.Permission;
import java.time.Instant;
import java.util.List;

/// A delegation (委托) as the organisation sees it that gave it.
public record DelegationView(
        String id,
        String from,
        String to,
        String toLogin,
        List<Permission> permissions,
        Instant since,
        Instant until,
        boolean isValid) {}
