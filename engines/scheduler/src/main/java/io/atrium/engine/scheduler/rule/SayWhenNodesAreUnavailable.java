// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import io.atrium.engine.scheduler.model.Reason;
import java.util.Optional;

/// Blames maintenance only where the job would fit without it.
///
/// before: node-1 [########]  node-2 maintenance [........]   job wants 8
/// after:  "8 GPUs in maintenance or drain would be enough"
public final class SayWhenNodesAreUnavailable implements ReasonRule {
    @Override
    public Optional<Reason> reason(Situation situation) {
        var wanted = situation.job().gpus();
        if (situation.fitsOpenSomewhere()) {
            return Optional.empty();
        }
        return situation.pools().allowed().stream()
                .filter(view -> view.largestHealthy() >= wanted)
                .findFirst()
                .map(view -> new Reason.NodesUnavailable(view.pool().id(), view.gpusUnavailable()));
    }
}
