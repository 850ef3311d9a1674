// SPDX-License-Identifier: Apache-2.0
/// Similar cases (相似案例): an index of earlier cases by their words and by their meaning, on a folder.
///
/// Start at {@link io.atrium.engine.meaning.similar.CaseIndex}. It is a copy of what the caller's database holds: it
/// keeps a position from which the caller feeds it again, and who may see a case is part of each search.
@NullMarked
package io.atrium.engine.meaning.similar;

import org.jspecify.annotations.NullMarked;
