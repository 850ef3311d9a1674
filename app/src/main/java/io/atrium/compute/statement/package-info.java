// SPDX-License-Identifier: Apache-2.0

/// The monthly statement of an organisation (月度对账单): what it had, what came and went for which job, what it has.
/// Start at [io.atrium.compute.statement.Statements].
@NullMarked
package io.atrium.compute.statement;

import org.jspecify.annotations.NullMarked;
