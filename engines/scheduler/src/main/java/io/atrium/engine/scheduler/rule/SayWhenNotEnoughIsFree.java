// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import io.atrium.engine.scheduler.model.Reason;
import java.util.Optional;

/// Says plainly that the GPUs are in use.
///
/// before: pool-a [########][######..]   job wants 8
/// after:  "at most 2 are free in any allowed pool"
public final class SayWhenNotEnoughIsFree implements ReasonRule {
    @Override
    public Optional<Reason> reason(Situation situation) {
        var wanted = situation.job().gpus();
        var mostFree = 0;
        for (var view : situation.pools().allowed()) {
            mostFree = Math.max(mostFree, view.free());
        }
        var piece = situation.job().wishes().shape().share().amount();
        return mostFree >= wanted
                ? Optional.empty()
                : Optional.of(new Reason.NotEnoughFree(piece.times(wanted), piece.times(mostFree)));
    }
}
