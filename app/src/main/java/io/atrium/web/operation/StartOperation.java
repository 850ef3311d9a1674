// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.operation;

import io.atrium.kernel.access.Actor;
import java.util.List;

/// Begins an operation.
///
/// @param subject what it is about, such as an address; while one is under way for a person, a second is not begun
/// @param title message key of its name, with one argument
/// @param stages message keys of its stages, in order
/// @param canCancel whether stopping it half-way leaves nothing behind
public record StartOperation(Actor actor, String subject, Title title, List<String> stages, boolean canCancel) {

    public record Title(String key, String argument) {}
}
