// SPDX-License-Identifier: Apache-2.0
/// Traces (作业轨迹): recorded jobs, tasks and machines, read from CSV files as published for research, packed or not.
///
/// Start at [TraceFile]; a format is known by the columns in its head.
@NullMarked
package io.atrium.cli.trace;

import org.jspecify.annotations.NullMarked;
