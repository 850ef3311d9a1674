// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

/// The higher priority has the earlier turn.
///
/// before: queue  a (priority 0)  b (priority 5)
/// after:  turns  b  a
public final class ServeHigherPriorityFirst implements TurnRule {
    @Override
    public int compare(Claim first, Claim second) {
        return Integer.compare(
                second.job().turn().priority(), first.job().turn().priority());
    }
}
