// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import io.atrium.engine.scheduler.model.Job;

/// Orders two places for one job: negative if the first is better, 0 if this rule does not care.
public non-sealed interface PlacementRule extends Rule {
    int compare(Job job, Candidate first, Candidate second);
}
