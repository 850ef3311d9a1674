// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column.evaluate;

import java.util.Arrays;

/// A fact that the snapshot does not hold: known of no firm.
public final class Missing extends Step {

    public Missing(int slot, Shape shape) {
        super(slot, shape, false);
    }

    @Override
    protected void fill(Batch batch, Lane out) {
        out.values = out.own;
        Arrays.fill(out.own, 0, batch.count(), 0L);
        Arrays.fill(out.yes, 0, batch.words(), 0L);
        Arrays.fill(out.known, 0, batch.words(), 0L);
        out.clearTrouble(batch.words());
    }
}
