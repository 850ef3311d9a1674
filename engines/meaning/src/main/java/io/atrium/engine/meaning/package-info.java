// SPDX-License-Identifier: Apache-2.0
/// What short texts are about (语义): which earlier cases resemble a new one, which category it belongs to, and what is
/// happening right now that people in one place complain about more than usual.
///
/// Four parts, each usable alone; start at the type named first:
/// - {@link io.atrium.engine.meaning.embed.BgeSmallZh}: texts become vectors, on this machine, without a network;
/// - {@link io.atrium.engine.meaning.similar.CaseIndex}: similar cases among those that the reader may see;
/// - {@link io.atrium.engine.meaning.category.CategorySuggestions}: a category with reasons, or "unsure";
/// - {@link io.atrium.engine.meaning.pattern.PatternWatch}: clusters and surges in a stream of cases.
///
/// The engine knows no database and no framework. The database of the caller is the truth: the index is a copy that
/// can be made anew from it, and the watch is fed from it again after a restart. No result depends on a clock or on
/// chance; days and positions come in with the cases.
@NullMarked
package io.atrium.engine.meaning;

import org.jspecify.annotations.NullMarked;
