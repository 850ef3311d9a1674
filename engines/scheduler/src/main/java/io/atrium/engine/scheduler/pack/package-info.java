// SPDX-License-Identifier: Apache-2.0
/// Packing (装箱): tasks with shares of GPUs, CPUs and memory onto machines that differ, so that what stays free can
/// still be used.
///
/// Start at [io.atrium.engine.scheduler.pack.PackedFleet]. Which machine is best is said by the rules `Fit…` and
/// `Prefer…` of the catalogue; here are what they measure ([io.atrium.engine.scheduler.pack.Fragmentation]) and what
/// is kept for later ([io.atrium.engine.scheduler.pack.KeptPlaces]). [io.atrium.engine.scheduler.pack.PackingTrial]
/// fills a fleet as the traces prescribe.
@NullMarked
package io.atrium.engine.scheduler.pack;

import org.jspecify.annotations.NullMarked;
