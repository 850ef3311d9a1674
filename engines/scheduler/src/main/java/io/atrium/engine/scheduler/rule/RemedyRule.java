// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import io.atrium.engine.scheduler.model.Remedy;
import java.util.Optional;

/// Finds one change that would let a waiting job start in this round.
public non-sealed interface RemedyRule extends Rule {
    Optional<Remedy> remedy(Situation situation);
}
