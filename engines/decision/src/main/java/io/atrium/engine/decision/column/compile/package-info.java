// SPDX-License-Identifier: Apache-2.0
/// From a DMN model to steps over columns (列编译). The row path's own parser reads the texts, and every cell and every
/// constant is worked out by the row path itself, once per distinct value. Start at
/// [io.atrium.engine.decision.column.compile.CompileDecisions].
@NullMarked
package io.atrium.engine.decision.column.compile;

import org.jspecify.annotations.NullMarked;
