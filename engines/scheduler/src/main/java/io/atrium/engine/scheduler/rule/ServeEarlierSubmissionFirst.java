// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

/// Among equal priorities the earlier submission has the earlier turn.
///
/// before: queue  a (09:05)  b (09:00)
/// after:  turns  b  a
public final class ServeEarlierSubmissionFirst implements TurnRule {
    @Override
    public int compare(Claim first, Claim second) {
        return first.place()
                .turn()
                .submittedAt()
                .compareTo(second.place().turn().submittedAt());
    }
}
