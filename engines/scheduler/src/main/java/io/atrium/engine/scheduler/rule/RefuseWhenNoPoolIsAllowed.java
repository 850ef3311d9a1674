// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.Refusal;
import java.util.Optional;

/// Refuses a job whose wishes leave no pool, instead of letting it wait for ever.
///
/// before: h100 [........]   job wants 1 × a model that nobody offers
/// after:  h100 [........]   refused
public final class RefuseWhenNoPoolIsAllowed implements AdmissionRule {
    @Override
    public Optional<Refusal> refusal(Job job, Sizes pools) {
        return pools.allowed().isEmpty() ? Optional.of(new Refusal.NoPoolAllowed()) : Optional.empty();
    }
}
