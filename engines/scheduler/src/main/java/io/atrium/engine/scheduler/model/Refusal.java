// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.model;

import java.util.List;

/// Refusal (拒绝): the job could never start on this fleet, however long it waited.
public sealed interface Refusal {
    /// Pools would do that sell GPUs in other shares only; what they sell is named, the largest first.
    record ShareNotSold(GpuShare wanted, List<GpuShare> sold) implements Refusal {}

    /// Pools would do that give fewer CPUs or less memory with a GPU; the one that gives most CPUs is named.
    record TooMuchPerGpu(PerGpu wanted, PoolId pool, PerGpu given) implements Refusal {}

    /// Pools would do whose nodes have a slower network between them, or one of which nothing is said; the pool
    /// with the fastest is named.
    record LinkTooFast(Link wanted, PoolId pool, Link given) implements Refusal {}

    /// The wishes leave no pool at all.
    record NoPoolAllowed() implements Refusal {}

    /// The gang is larger than every allowed pool; the largest shape that could ever fit is named.
    record LargerThanAnyPool(int wanted, PoolId largestPool, int gpusMax) implements Refusal {}

    /// The stable code under which the refusal is known everywhere.
    default String code() {
        return switch (this) {
            case ShareNotSold _ -> "SHARE_NOT_SOLD";
            case TooMuchPerGpu _ -> "TOO_MUCH_PER_GPU";
            case LinkTooFast _ -> "LINK_TOO_FAST";
            case NoPoolAllowed _ -> "NO_POOL_ALLOWED";
            case LargerThanAnyPool _ -> "LARGER_THAN_ANY_POOL";
        };
    }
}
