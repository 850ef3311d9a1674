// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.policy.domain.GrantEvent;
import io.atrium.policy.domain.GrantState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Something that happened to a grant, in business time.
public record GrantStepView(
        Instant at,
        GrantEvent event,
        GrantState state,
        String by,
        @Nullable String note) {}
