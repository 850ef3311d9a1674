// SPDX-License-Identifier: Apache-2.0
package io.atrium.policy;

import org.jspecify.annotations.Nullable;

/// Something that the department found lacking (补正事项), and what the firm says it did about it.
///
/// @param item what it concerns, as [ApplicationItems] names it
public record ApplicationDefect(
        long id, String item, String text, @Nullable String answer) {}
