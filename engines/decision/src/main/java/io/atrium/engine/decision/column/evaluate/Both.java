// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column.evaluate;

/// And, or (与、或). The right side is not looked at when the left side settles it; a null on the left is asked.
public final class Both extends Step {

    private final Step left;
    private final Step right;
    private final boolean isOr;

    public Both(int slot, Step left, Step right, boolean isOr) {
        super(slot, new Shape.Truth(), left.canFail() || right.canFail());
        this.left = left;
        this.right = right;
        this.isOr = isOr;
    }

    @Override
    protected void fill(Batch batch, Lane out) {
        var a = batch.lane(left);
        var b = batch.lane(right);
        for (int word = 0; word < batch.words(); word++) {
            long settles = a.known[word] & (isOr ? a.yes[word] : ~a.yes[word]);
            long open = a.known[word] & ~settles;
            out.failed[word] = a.failed[word] | (open & b.failed[word]);
            out.asked[word] = ~(a.known[word] | a.failed[word]) | (open & b.asked[word]);
            out.known[word] = settles | (open & b.known[word]);
            out.yes[word] = (isOr ? settles | (open & b.yes[word]) : open & b.yes[word]) & out.known[word];
        }
    }
}
