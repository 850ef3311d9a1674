// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.fact;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// One thing known about a firm (企业事实), with where it comes from and of which date it is.
public record Fact(
        String key,
        FactValue value,
        @Nullable String unit,
        @Nullable String source,
        @Nullable LocalDate sourceDate) {

    /// A fact without unit and source, as tests and what-if questions use it.
    public static Fact of(String key, FactValue value) {
        return new Fact(key, value, null, null, null);
    }
}
