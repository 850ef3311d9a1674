// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import io.atrium.engine.scheduler.model.Job;

/// The higher priority has the earlier turn.
///
/// before: queue  a (priority 0)  b (priority 5)
/// after:  turns  b  a
public final class ServeHigherPriorityFirst implements TurnRule {
    @Override
    public int compare(Job first, Job second) {
        return Integer.compare(second.turn().priority(), first.turn().priority());
    }
}
