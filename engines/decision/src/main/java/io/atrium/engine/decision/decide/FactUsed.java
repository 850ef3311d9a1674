// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.decide;

import io.atrium.engine.decision.fact.Fact;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// A fact as a decision used it.
///
/// @param value canonical text: `true`, `12.50`, `2026-01-31` or the text itself
/// @param type `boolean`, `number`, `string` or `date`
public record FactUsed(
        String key,
        String value,
        String type,
        @Nullable String unit,
        @Nullable String source,
        @Nullable LocalDate sourceDate) {

    static FactUsed of(Fact fact) {
        return new FactUsed(
                fact.key(),
                fact.value().text(),
                fact.value().type().feelName(),
                fact.unit(),
                fact.source(),
                fact.sourceDate());
    }
}
