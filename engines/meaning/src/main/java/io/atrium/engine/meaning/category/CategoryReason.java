// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.meaning.category;

import java.util.List;

/// What speaks for a category: something of that category that is near in meaning.
public sealed interface CategoryReason {
    /// From 0, nothing in common, to 1, the same.
    double closeness();

    /// An earlier case of that category.
    ///
    /// @param shared words that both have, the rarest first
    record LikeCase(String caseId, double closeness, List<String> shared) implements CategoryReason {}

    /// A phrase of the category's own description.
    record LikeSeed(String phrase, double closeness) implements CategoryReason {}
}
