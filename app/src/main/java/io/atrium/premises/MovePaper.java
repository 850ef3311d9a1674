// SPDX-License-Identifier: Apache-2.0
package io.atrium.premises;

import io.atrium.files.FileView;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A paper of a move (办件材料): what the firm handed in, or what a unit issued.
///
/// @param step where it was brought; null with the form
public record MovePaper(FileView file, @Nullable StepId step, String by, Instant at) {

    /// Files in one form.
    public static final int AT_ONCE_MAX = 5;
}
