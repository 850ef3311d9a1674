// SPDX-License-Identifier: Apache-2.0
/// Which execution engine runs the jobs of a pool, and which one was asked to run a job. Start at
/// [io.atrium.compute.engine.Engines]; a provider changes it through [io.atrium.compute.engine.PoolEngines].
@NullMarked
package io.atrium.compute.engine;

import org.jspecify.annotations.NullMarked;
