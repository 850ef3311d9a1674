// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import io.atrium.engine.scheduler.model.Reason;
import java.util.Optional;

/// Tells apart "too little is free" from "enough is free, in the wrong pieces".
///
/// before: node-1 [####....]  node-2 [####....]   job wants 8 on one node
/// after:  "8 are free in the pool, the largest piece that fits is 4"
public final class SayWhenFreeButScattered implements ReasonRule {
    @Override
    public Optional<Reason> reason(Situation situation) {
        var wanted = situation.job().gpus();
        PoolView largest = null;
        for (var view : situation.pools().allowed()) {
            if (view.largestOpen() >= wanted) {
                return Optional.empty();
            }
            if (view.free() >= wanted && (largest == null || view.largestOpen() > largest.largestOpen())) {
                largest = view;
            }
        }
        return largest == null
                ? Optional.empty()
                : Optional.of(new Reason.FreeButScattered(largest.pool().id(), largest.free(), largest.largestOpen()));
    }
}
