// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute;

import io.atrium.engine.scheduler.model.Shape;
import io.atrium.kernel.Fen;
import io.atrium.kernel.GpuMillis;
import io.atrium.kernel.OrgId;
import org.jspecify.annotations.Nullable;

/// What a job would cost and when it would start (费用与开始时间预估), before anybody clicks. Nothing is held by it.
///
/// @param gpuTimeMax GPUs times the time limit; a job that ends earlier pays less
/// @param listPrice the list price of that, which is held
/// @param shape what it would be given: how much of a GPU, what comes with a GPU there, and the network there
/// @param dataAt the provider at which its data lie; null if it does not matter
/// @param creditLeftAfter what is left of the credit line while the hold stands
public record JobEstimate(
        String pool,
        OrgId provider,
        String gpuModel,
        Fen pricePerGpuHour,
        GpuMillis gpuTimeMax,
        Fen listPrice,
        @Nullable String voucher,
        Fen voucherPart,
        Fen ownPart,
        Fen creditLeftAfter,
        WaitAnswer start,
        Shape shape,
        @Nullable OrgId dataAt) {

    /// Whether it would run where its data lie; null if it does not matter.
    public @Nullable Boolean isNearData() {
        return dataAt == null ? null : dataAt.equals(provider);
    }
}
