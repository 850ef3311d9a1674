// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column.evaluate;

/// One operation of a compiled policy (运算步). Steps form a graph without cycles; a step that two others need is worked
/// out once for a batch.
public abstract class Step {

    private final int slot;
    private final Shape shape;
    private final boolean canFail;

    /// @param slot its own number within the policy
    /// @param canFail whether a row can come out failed or asked although all facts are known
    protected Step(int slot, Shape shape, boolean canFail) {
        this.slot = slot;
        this.shape = shape;
        this.canFail = canFail;
    }

    public final int slot() {
        return slot;
    }

    public final Shape shape() {
        return shape;
    }

    public final boolean canFail() {
        return canFail;
    }

    protected abstract void fill(Batch batch, Lane out);
}
