// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.meaning.category;

import java.util.List;

/// A category that a text may belong to (建议类别).
///
/// @param confidence its share of all that speaks for some category or for none; the shares sum to at most 1
/// @param reasons    the nearest things of that category, nearest first
public record CategorySuggestion(String category, double confidence, List<CategoryReason> reasons) {}
