// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.joining;

import io.atrium.compute.ComputeRefusal;
import io.atrium.kernel.Refusal;
import java.util.Map;

/// An answer that is none.
///
/// @param pool its number from 1; 0 when it is about none
/// @param field as it is called in forms and in the API
public record JoiningWrong(JoiningStep step, int pool, String field) {

    /// The field of a pool whose name somebody else's pool has.
    public static final String TAKEN = "id_taken";

    /// The field that stands for the pools as a whole.
    public static final String POOLS = "pools";

    static JoiningWrong of(JoiningStep step, String field) {
        return new JoiningWrong(step, 0, field);
    }

    Refusal refusal() {
        return switch (field) {
            case TAKEN -> Refusal.of(ComputeRefusal.POOL_NAME_TAKEN, "pool", pool);
            case POOLS -> Refusal.of(ComputeRefusal.JOINING_POOL_COUNT, "max", JoiningRules.POOLS_MAX);
            default -> new Refusal(step.wrong(), Map.of("field", field, "pool", pool));
        };
    }
}
