// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import io.atrium.engine.scheduler.model.Reason;
import java.util.Optional;

/// Recognises one reason why a job waits.
public non-sealed interface ReasonRule extends Rule {
    Optional<Reason> reason(Situation situation);
}
