// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import io.atrium.policy.domain.ApplicationEvent;
import io.atrium.policy.domain.ApplicationState;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// One step of an application (经过).
public record ApplicationStepView(
        Instant at,
        ApplicationEvent event,
        ApplicationState state,
        String by,
        boolean byFirm,
        @Nullable String note) {}
