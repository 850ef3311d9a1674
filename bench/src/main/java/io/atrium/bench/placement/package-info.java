// SPDX-License-Identifier: Apache-2.0
/// Benchmark of single placement decisions and of whole rounds at 50,000 GPUs against plain scans, in the same run.
/// Start at
/// [io.atrium.bench.placement.PlacementBench].
@NullMarked
package io.atrium.bench.placement;

import org.jspecify.annotations.NullMarked;
