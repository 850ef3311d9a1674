// SPDX-License-Identifier: Apache-2.0
package io.atrium.appeal;

import io.atrium.kernel.OrgId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A unit that helps the lead (协办单位), with a date of its own.
public record HelperView(
        OrgId unit,
        String task,
        Instant dueAt,
        @Nullable Instant doneAt,
        @Nullable String answer) {}
