// SPDX-License-Identifier: Apache-2.0
/// Runs jobs on a provider's Slurm cluster through slurmrestd (Slurm 执行引擎).
///
/// Start at [io.atrium.compute.execution.slurm.SlurmEngine]. What must outlive a crash stands behind
/// [io.atrium.compute.execution.slurm.ClusterRuns]; what is said on the wire, in
/// [io.atrium.compute.execution.slurm.SlurmApi].
/// Atrium reaches no further into a provider than this: it submits, asks, cancels, and reads a log where it can.
@NullMarked
package io.atrium.compute.execution.slurm;

import org.jspecify.annotations.NullMarked;
