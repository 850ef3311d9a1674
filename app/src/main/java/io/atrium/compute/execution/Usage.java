// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.execution;

/// What a run has used (用量), all its processes together.
///
/// @param elapsedMs      on the monotonic clock, set-up included; may pass the wall limit by a sampling interval
/// @param cpuMs          processor time
/// @param memoryBytesMax the largest sum of resident memory that was sampled
public record Usage(long elapsedMs, long cpuMs, long memoryBytesMax) {}
