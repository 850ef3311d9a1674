// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import io.atrium.engine.scheduler.model.GpuAmount;
import io.atrium.kernel.Fen;
import io.atrium.kernel.GpuMillis;

/// What a firm may use (配额): GPUs at the same time, GPU time in all, and how much it may pay later.
///
/// @param gpusMax whole ones; what is in use counts shares of GPUs as the parts that they are
/// @param gpusBorrowed of those in use, idle ones beyond the quota, lent to interruptible jobs (借用)
/// @param gpuTimeLeft granted, less used and held
/// @param creditLeft what may still be held on the credit line (先用后付额度); less while it is reduced
public record QuotaView(
        int gpusMax,
        GpuAmount gpusInUse,
        GpuAmount gpusBorrowed,
        GpuAmount gpusWaiting,
        GpuMillis gpuTimeGranted,
        GpuMillis gpuTimeLeft,
        GpuMillis gpuTimeHeld,
        Fen creditLine,
        Fen creditLeft,
        Fen ownHeld,
        Fen ownSpent) {}
