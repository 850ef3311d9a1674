// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.Pool;

/// Says whether a job may use a pool at all. All pool rules must agree.
public non-sealed interface PoolRule extends Rule {
    boolean admits(Job job, Pool pool);
}
