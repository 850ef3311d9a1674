// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.model;

/// Refusal (拒绝): the job could never start on this fleet, however long it waited.
public sealed interface Refusal {
    /// The wishes leave no pool at all.
    record NoPoolAllowed() implements Refusal {}

    /// The gang is larger than every allowed pool; the largest shape that could ever fit is named.
    record LargerThanAnyPool(int wanted, PoolId largestPool, int gpusMax) implements Refusal {}

    /// The stable code under which the refusal is known everywhere.
    default String code() {
        return switch (this) {
            case NoPoolAllowed _ -> "NO_POOL_ALLOWED";
            case LargerThanAnyPool _ -> "LARGER_THAN_ANY_POOL";
        };
    }
}
