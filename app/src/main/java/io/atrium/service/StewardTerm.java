// SPDX-License-Identifier: Apache-2.0
package io.atrium.service;

import io.atrium.kernel.OrgId;
import io.atrium.kernel.PersonId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A time during which a steward looks after a firm (服务管家).
///
/// @param organisation whose member the steward is
/// @param reason why it is this one from then on
/// @param until null while it lasts
public record StewardTerm(
        OrgId firm,
        PersonId steward,
        String name,
        OrgId organisation,
        String reason,
        String by,
        Instant since,
        @Nullable Instant until) {}
