// SPDX-License-Identifier: Apache-2.0
/// Lets time pass instead of running anything (模拟执行引擎), for the demo only. Start at
/// [io.atrium.compute.execution.simulated.SimulatedEngine].
@NullMarked
package io.atrium.compute.execution.simulated;

import org.jspecify.annotations.NullMarked;
