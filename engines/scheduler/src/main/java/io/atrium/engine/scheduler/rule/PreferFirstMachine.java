// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

/// Breaks the last tie by the order of ids.
///
/// before: a and b alike
/// after:  task on a
public final class PreferFirstMachine implements SpotRule {
    @Override
    public int compare(Spot first, Spot second) {
        return Integer.compare(first.machine(), second.machine());
    }
}
