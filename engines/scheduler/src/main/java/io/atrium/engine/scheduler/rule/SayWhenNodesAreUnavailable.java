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
        PoolView first = null;
        for (var view : situation.pools().allowed()) {
            if (view.largestOpen() >= wanted) {
                return Optional.empty();
            }
            first = first == null && view.largestHealthy() >= wanted ? view : first;
        }
        return first == null
                ? Optional.empty()
                : Optional.of(new Reason.NodesUnavailable(
                        first.pool().id(), first.pool().share().amount().times(first.gpusUnavailable())));
    }
}
