// SPDX-License-Identifier: Apache-2.0
package io.atrium.company;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What was known of one fact: `value` is a `String`, `BigDecimal`, `Boolean`, `LocalDate` or `List<String>`.
///
/// @param source name of a [FactSource]
/// @param validTo exclusive; absent while it still holds
/// @param evidence id of the file that proves it
/// @param stale too old to rely on without a second look
public record FactValue(
        Object value,
        @Nullable String unit,
        String source,
        LocalDate sourceDate,
        LocalDate validFrom,
        @Nullable LocalDate validTo,
        boolean stale,
        @Nullable String evidence) {

    FactValue withoutEvidence() {
        return new FactValue(value, unit, source, sourceDate, validFrom, validTo, stale, null);
    }
}
