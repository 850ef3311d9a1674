// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.policy;

import org.jspecify.annotations.Nullable;

/// One clause (条款) of the document, as far as its text was seen.
///
/// @param text the wording in Chinese, or null where only the content is known
/// @param isCutOff the rest of the clause was not seen: it is unknown, not absent
public record Clause(String id, LocalText heading, @Nullable String text, boolean isCutOff) {}
