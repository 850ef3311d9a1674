// SPDX-License-Identifier: Apache-2.0
/// Which category (诉求类别) a text belongs to, with reasons, or that nobody can tell.
///
/// Start at {@link io.atrium.engine.meaning.category.CategorySuggestions}. A suggestion is never a decision: a person
/// confirms it, and the confirmed cases make the next ones better.
@NullMarked
package io.atrium.engine.meaning.category;

import org.jspecify.annotations.NullMarked;
