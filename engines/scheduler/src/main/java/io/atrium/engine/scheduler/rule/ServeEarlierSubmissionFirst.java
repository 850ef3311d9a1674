// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

import io.atrium.engine.scheduler.model.Job;

/// Among equal priorities the earlier submission has the earlier turn.
///
/// before: queue  a (09:05)  b (09:00)
/// after:  turns  b  a
public final class ServeEarlierSubmissionFirst implements TurnRule {
    @Override
    public int compare(Job first, Job second) {
        return first.turn().submittedAt().compareTo(second.turn().submittedAt());
    }
}
