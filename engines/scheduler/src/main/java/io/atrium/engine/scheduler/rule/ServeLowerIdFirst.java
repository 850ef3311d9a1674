// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

/// Breaks the last tie, so that the order of the queue never depends on the order of a list.
///
/// before: queue  b  a   (same priority, same instant)
/// after:  turns  a  b
public final class ServeLowerIdFirst implements TurnRule {
    @Override
    public int compare(Claim first, Claim second) {
        return first.place().id().compareTo(second.place().id());
    }
}
