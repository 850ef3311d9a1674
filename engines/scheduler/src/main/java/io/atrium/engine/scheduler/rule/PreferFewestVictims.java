// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

/// Of equal losses takes the one that interrupts fewer jobs.
///
/// before: node-1: a (8)   node-2: b (4), c (4)   all have just saved   8 GPUs are wanted
/// after:  a is told to stop
public final class PreferFewestVictims implements VictimRule {
    @Override
    public int compare(Sacrifice first, Sacrifice second) {
        return Integer.compare(first.jobs(), second.jobs());
    }
}
