// SPDX-License-Identifier: Apache-2.0
package io.atrium.files.web;

import io.atrium.web.component.Fact;
import io.atrium.web.component.Field;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Checking an official sheet by its code.
///
/// @param code the question, with the code as it was typed
/// @param result null as long as nothing was asked
public record CheckPage(Field code, @Nullable Result result) {

    /// @param newer a sentence about the version that replaced the sheet
    public record Result(boolean isGenuine, @Nullable String newer, List<Fact> facts) {}
}
