// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import io.atrium.engine.scheduler.model.Pool;

/// A place that could take a job: the best one of its pool, with the free GPUs that would be left on the node that
/// takes the last slice.
public record Candidate(Pool pool, int leftover) {}
