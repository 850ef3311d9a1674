// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.model;

import java.time.Duration;
import java.util.Set;

/// Lending (额度借用): which pools lend idle GPUs beyond quotas, and how they ask them back.
///
/// @param pools whose engine can interrupt a run and go on with it later
/// @param ranMin a run is left alone until it has run this long
/// @param perJobMax how often of late a job may be taken off
/// @param perRoundMax how many jobs one round may take off
/// @param grace how long a run that is told to stop may take
public record Lending(Set<PoolId> pools, Duration ranMin, int perJobMax, int perRoundMax, Duration grace) {
    public Lending {
        pools = Set.copyOf(pools);
        Limits.require(!ranMin.isNegative() && !grace.isNegative(), "a length of time is not negative");
        Limits.require(perJobMax >= 0 && perRoundMax >= 0, "a number of jobs is not negative");
    }

    /// Nobody lends, and nobody is taken off.
    public static Lending none() {
        return new Lending(Set.of(), Duration.ZERO, 0, 0, Duration.ZERO);
    }
}
