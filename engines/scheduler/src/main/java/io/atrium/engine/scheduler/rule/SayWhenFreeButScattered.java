// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import static java.util.Comparator.comparingInt;

import io.atrium.engine.scheduler.model.Reason;
import java.util.Optional;

/// Tells apart "too little is free" from "enough is free, in the wrong pieces".
///
/// before: node-1 [####....]  node-2 [####....]   job wants 8 on one node
/// after:  "8 are free in the pool, the largest piece that fits is 4"
public final class SayWhenFreeButScattered implements ReasonRule {
    @Override
    public Optional<Reason> reason(Situation situation) {
        if (situation.fitsOpenSomewhere()) {
            return Optional.empty();
        }
        var wanted = situation.job().gpus();
        return situation.pools().allowed().stream()
                .filter(view -> view.free() >= wanted)
                .max(comparingInt(PoolView::largestOpen))
                .map(view -> new Reason.FreeButScattered(view.pool().id(), view.free(), view.largestOpen()));
    }
}
