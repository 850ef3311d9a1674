// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

/// What it costs to make room on one node, or for a whole gang.
///
/// @param lostGpuMillis GPU time whose work will have to be done again
/// @param jobs that must be told to stop
/// @param leftFree GPUs that stay free on the node of the last slice
public record Sacrifice(long lostGpuMillis, int jobs, int leftFree) {}
