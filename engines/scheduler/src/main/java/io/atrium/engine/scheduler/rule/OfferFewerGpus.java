// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import io.atrium.engine.scheduler.model.Remedy;
import java.util.Optional;

/// Finds the largest gang that could start now, within the quota.
///
/// before: pool-a [####....]   job wants 8, quota leaves 6
/// after:  "4 GPUs could start now"
public final class OfferFewerGpus implements RemedyRule {
    @Override
    public Optional<Remedy> remedy(Situation situation) {
        var largest = 0;
        for (var view : situation.pools().allowed()) {
            largest = Math.max(largest, view.largestFor(situation.endsBy()));
        }
        var within = Math.min(largest, situation.quota().left().wholeGpus());
        return within >= 1 && within < situation.job().gpus()
                ? Optional.of(new Remedy.AskForFewerGpus(within))
                : Optional.empty();
    }
}
