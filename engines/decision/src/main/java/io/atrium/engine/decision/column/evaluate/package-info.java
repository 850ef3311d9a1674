// SPDX-License-Identifier: Apache-2.0
/// The steps of a compiled policy (列运算): each fills a lane of values for a batch of rows, without boxing. Start at
/// [io.atrium.engine.decision.column.evaluate.Step].
@NullMarked
package io.atrium.engine.decision.column.evaluate;

import org.jspecify.annotations.NullMarked;
