// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.Refusal;
import java.util.Optional;

/// Refuses a job that could never start, given the pools that its wishes allow.
public non-sealed interface AdmissionRule extends Rule {
    Optional<Refusal> refusal(Job job, Sizes pools);
}
