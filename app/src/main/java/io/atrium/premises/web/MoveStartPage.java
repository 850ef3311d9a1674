// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises.web;

import io.atrium.web.component.Fact;
import io.atrium.web.component.Field;
import io.atrium.web.component.FieldError;
import io.atrium.web.component.Form;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// The one form of a move, with what will happen and what it saves.
///
/// @param choose asks for firm and building first; null once both are known
/// @param form null until firm and building are known
public record MoveStartPage(
        @Nullable Choose choose,
        List<Fact> facts,
        @Nullable Form form,
        List<SavedRow> saved,
        String savedSource,
        List<Step> steps,
        List<String> documents) {

    /// @param kind travels along
    /// @param nothing why there is nothing to choose from; empty otherwise
    public record Choose(String kind, List<Field> fields, List<FieldError> errors, String nothing) {

        public @Nullable FieldError error(Field field) {
            return errors.stream()
                    .filter(error -> error.field().equals(field.name()))
                    .findFirst()
                    .orElse(null);
        }
    }

    public record SavedRow(String what, String before, String now, String less) {}

    /// @param waits for which steps; empty where it begins at once
    public record Step(String title, String task, String unit, String days, String waits, boolean visit) {}
}
