// SPDX-License-Identifier: Apache-2.0
package io.atrium.company;

import io.atrium.kernel.RequestKey;
import io.atrium.kernel.access.Actor;
import io.atrium.web.Seen;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A firm states a fact about itself (企业自报), where nobody else has.
///
/// @param year for yearly facts only
/// @param since the day from which it holds
/// @param seen what the firm saw of the fact
public record DeclareFact(
        RequestKey key,
        Actor actor,
        String factKey,
        @Nullable Integer year,
        String value,
        LocalDate since,
        Seen seen) {}
