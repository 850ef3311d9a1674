// SPDX-License-Identifier: Apache-2.0
package io.atrium.company;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Where a fact comes from, of which day the source speaks, and what proves it.
///
/// @param reference the delivery or record that brought it
/// @param evidence id of a kept file
public record FactOrigin(
        FactSource source,
        @Nullable String reference,
        LocalDate date,
        @Nullable String evidence) {
    /// Two deliveries that say the same for the same day bring no news.
    public boolean saysTheSameAs(FactOrigin other) {
        return source == other.source && date.equals(other.date);
    }
}
