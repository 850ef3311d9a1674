// SPDX-License-Identifier: Apache-2.0
/// The column path (列式评估): a policy decided for millions of firms at once, always as the row path (KIE) would.
///
/// Start at [io.atrium.engine.decision.column.Recount]. A [io.atrium.engine.decision.column.snapshot.Snapshot] holds
/// the
/// facts, a [io.atrium.engine.decision.column.ColumnPolicy] is a policy compiled for one, a
/// [io.atrium.engine.decision.column.Sweep] is what came of it. What cannot be compiled is asked of the row path, row
/// by
/// row, and the policy says which decision and why.
///
/// Not here: explanations (they come from the row path) and rules across policies.
@NullMarked
package io.atrium.engine.decision.column;

import org.jspecify.annotations.NullMarked;
