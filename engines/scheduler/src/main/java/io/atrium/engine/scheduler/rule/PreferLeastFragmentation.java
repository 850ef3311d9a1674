// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.rule;

/// Takes the machine where the least free GPU becomes useless to what usually comes, scarce kinds counting more.
///
/// before: a: [0.5 free]   b: [0.9 free]   task wants 0.5, others usually want 0.8
/// after:  task on a: b can still serve them
public final class PreferLeastFragmentation implements SpotRule {
    @Override
    public int compare(Spot first, Spot second) {
        return Long.compare(first.loss(), second.loss());
    }
}
