// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.model;

import java.util.Map;

/// Quota (配额) in whole GPUs at the same time, per tenant. A tenant that is not listed has none.
/// What runs on shares of GPUs counts as much as they are.
public record Quotas(Map<TenantId, Integer> gpusMax) {
    public Quotas {
        gpusMax = Map.copyOf(gpusMax);
        gpusMax.values().forEach(gpus -> Limits.require(gpus >= 0, "a quota is not negative"));
    }

    public int of(TenantId tenant) {
        return gpusMax.getOrDefault(tenant, 0);
    }

    /// The same, to be compared with shares of GPUs.
    public GpuAmount amountOf(TenantId tenant) {
        return GpuAmount.ofGpus(of(tenant));
    }
}
