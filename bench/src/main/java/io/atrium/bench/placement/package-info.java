// SPDX-License-Identifier: Apache-2.0
/// Benchmark of single placement decisions at 50,000 GPUs against a scan of all nodes, in the same run. Start at
/// [io.atrium.bench.placement.PlacementBench].
@NullMarked
package io.atrium.bench.placement;

import org.jspecify.annotations.NullMarked;
