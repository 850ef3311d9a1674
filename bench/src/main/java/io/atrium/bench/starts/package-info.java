// SPDX-License-Identifier: Apache-2.0
/// Benchmark of start estimates: how often what a waiting job was told first comes true, under live rounds on recorded
/// traces. Start at [io.atrium.bench.starts.StartsBench].
@NullMarked
package io.atrium.bench.starts;

import org.jspecify.annotations.NullMarked;
