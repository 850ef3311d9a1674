// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

/// Of equal losses and numbers clears the place that the gang fills best, so that larger gaps stay whole.
///
/// before: node-1: a (8)   node-2: b (4), other (4)   both have just saved   4 GPUs are wanted
/// after:  b is told to stop
public final class PreferLeastLeftFree implements VictimRule {
    @Override
    public int compare(Sacrifice first, Sacrifice second) {
        return Integer.compare(first.leftFree(), second.leftFree());
    }
}
