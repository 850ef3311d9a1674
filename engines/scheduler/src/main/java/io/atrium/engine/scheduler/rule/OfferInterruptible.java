// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import io.atrium.engine.scheduler.model.Remedy;
import java.util.Optional;

/// Tells a job that waits for its quota alone that it could start now if it were interruptible.
///
/// before: quota 8, in use 8   node-1 [........] idle, and lent   job wants 4 and runs to its end
/// after:  "declared interruptible it could start now on borrowed GPUs"
public final class OfferInterruptible implements RemedyRule {
    @Override
    public Optional<Remedy> remedy(Situation situation) {
        var job = situation.job();
        if (situation.withinQuota() || BorrowOnlyIfInterruptible.RULE.mayBorrow(job)) {
            return Optional.empty();
        }
        return situation.pools().allowed().stream().anyMatch(view -> view.lends() && view.largestSpared() >= job.gpus())
                ? Optional.of(new Remedy.DeclareInterruptible())
                : Optional.empty();
    }
}
