// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column.evaluate;

/// Not (非).
public final class Negate extends Step {

    private final Step truth;

    public Negate(int slot, Step truth) {
        super(slot, new Shape.Truth(), truth.canFail());
        this.truth = truth;
    }

    @Override
    protected void fill(Batch batch, Lane out) {
        var lane = batch.lane(truth);
        out.statesOf(lane, batch.words());
        for (int word = 0; word < batch.words(); word++) {
            out.yes[word] = ~lane.yes[word] & out.known[word];
        }
    }
}
