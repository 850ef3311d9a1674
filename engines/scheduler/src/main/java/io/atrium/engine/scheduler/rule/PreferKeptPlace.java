// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

/// Takes a place that was kept for tasks of this kind when the expected rest of the demand was packed on paper.
///
/// before: a: [0.35 free] kept for 0.32   b: [1.0 free]   task wants 0.32
/// after:  task on a
public final class PreferKeptPlace implements SpotRule {
    @Override
    public int compare(Spot first, Spot second) {
        return Boolean.compare(second.isKept(), first.isKept());
    }
}
