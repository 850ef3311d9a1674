// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.model;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// Fair shares (公平份额) as a round knows them: the weights of tenants, and what they have used of late.
///
/// Use fades: what was used one half-life ago counts half. It is counted in whole GPU-milliseconds, so that the order
/// in which it was added up never changes a turn.
///
/// @param weights by tenant; a tenant that is not in it has no share of its own. Nobody in it: no fair share at all
public record Shares(Duration halfLife, Map<TenantId, Integer> weights, List<Used> used) {
    /// What the jobs of one project used, on GPUs of one model, up to now.
    ///
    /// @param gpuMillis each millisecond counted by how long ago it was
    public record Used(TenantId tenant, String project, GpuModel model, long gpuMillis) {
        public Used {
            Limits.require(gpuMillis >= 0, "use is not negative");
        }
    }

    public Shares {
        Limits.require(
                halfLife.compareTo(Limits.HALF_LIFE_MIN) >= 0 && halfLife.compareTo(Limits.HALF_LIFE_MAX) <= 0,
                "use fades to a half within an hour to a year");
        weights = Map.copyOf(weights);
        weights.values().forEach(weight -> Limits.require(weight >= 1, "a weight is at least 1"));
        used = List.copyOf(used);
    }

    /// Every tenant is served in the order of submission, whatever it has had.
    public static Shares none() {
        return new Shares(Duration.ofDays(7), Map.of(), List.of());
    }

    public boolean isNone() {
        return weights.isEmpty();
    }
}
