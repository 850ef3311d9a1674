// SPDX-License-Identifier: Apache-2.0
/// Benchmark of scheduling on recorded traces: packing, waiting and fairness beside published and measured peers and
/// the
/// bounds that nobody can pass. Start at [io.atrium.bench.scheduling.SchedulingBench].
@NullMarked
package io.atrium.bench.scheduling;

import org.jspecify.annotations.NullMarked;
