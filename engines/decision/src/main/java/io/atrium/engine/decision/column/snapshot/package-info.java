// SPDX-License-Identifier: Apache-2.0
/// A frozen snapshot of the facts of many firms (企业事实快照), one column per fact. Start at
/// [io.atrium.engine.decision.column.snapshot.Snapshot].
@NullMarked
package io.atrium.engine.decision.column.snapshot;

import org.jspecify.annotations.NullMarked;
