// SPDX-License-Identifier: Apache-2.0
/// Runs the jobs of tenants (作业执行), confined, and tells what became of them.
///
/// Start at {@link io.atrium.compute.execution.ExecutionEngine}. The package knows no database, no money and no queue:
/// it starts a run by an id that the caller keeps, and answers when asked. It never runs a command unconfined.
@NullMarked
package io.atrium.compute.execution;

import org.jspecify.annotations.NullMarked;
