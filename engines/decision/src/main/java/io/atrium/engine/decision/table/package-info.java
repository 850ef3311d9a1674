// SPDX-License-Identifier: Apache-2.0
/// Decision tables of a policy model as an author sees them: rules, columns, cells. Start at
/// [io.atrium.engine.decision.table.TableCheck], which finds overlaps, gaps and wrong types.
@NullMarked
package io.atrium.engine.decision.table;

import org.jspecify.annotations.NullMarked;
