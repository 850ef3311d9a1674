// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.replay;

import java.util.HashMap;
import java.util.Map;

/// Weighted dominant-resource fair share with decay (加权主导资源公平份额): what each tenant has used of late of the
/// resource of which it used most, against the part that its weight entitles it to.
///
/// Use fades with a half-life, so that a tenant that rested may use more, and one that used much is not held to it for
/// ever. Amounts are parts of the whole fleet: a tenant that holds all GPUs for ever comes to 1.
public final class FairShares {
    private final double halfLifeS;
    private final double weights;
    private final Map<String, Tenant> tenants = new HashMap<>();

    private static final class Tenant {
        private final double weight;
        private final double[] holds;
        private final double[] used;
        private long at;

        private Tenant(double weight, int resources) {
            this.weight = weight;
            holds = new double[resources];
            used = new double[resources];
        }

        /// Exponential average of what was held, brought up to now.
        private void advance(long now, double halfLifeS) {
            var kept = Math.pow(0.5, (now - at) / halfLifeS);
            for (var i = 0; i < used.length; i++) {
                used[i] = used[i] * kept + holds[i] * (1 - kept);
            }
            at = now;
        }

        private double dominant() {
            var most = 0.0;
            for (var one : used) {
                most = Math.max(most, one);
            }
            return most;
        }
    }

    /// @param weights by tenant; a tenant that is not in it has no share of its own
    /// @param resources how many kinds of resource are counted, such as GPUs, CPUs and memory
    public FairShares(Map<String, Integer> weights, int resources, double halfLifeS) {
        this.halfLifeS = halfLifeS;
        this.weights = weights.values().stream().mapToInt(weight -> weight).sum();
        weights.forEach((name, weight) -> tenants.put(name, new Tenant(weight, resources)));
    }

    /// The tenant holds more, or with negative parts less, of each resource from now on.
    public void hold(String tenant, long now, double... parts) {
        var known = tenants.get(tenant);
        if (known != null) {
            known.advance(now, halfLifeS);
            for (var i = 0; i < parts.length; i++) {
                known.holds[i] += parts[i];
            }
        }
    }

    /// What the tenant used of late of its dominant resource, over its share; below 1 it has had less than its own.
    public double ratio(String tenant, long now) {
        var known = tenants.get(tenant);
        if (known == null) {
            return Double.POSITIVE_INFINITY;
        }
        known.advance(now, halfLifeS);
        return known.dominant() / (known.weight / weights);
    }
}
