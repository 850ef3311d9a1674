// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column.evaluate;

/// The lesser or the greater of two numbers of one scale (取小、取大). What comes of a null is asked.
public final class Extreme extends Step {

    private final Step left;
    private final Step right;
    private final boolean isGreatest;

    public Extreme(int slot, Step left, Step right, boolean isGreatest) {
        super(slot, shape(left, right, isGreatest), left.canFail() || right.canFail());
        this.left = left;
        this.right = right;
        this.isGreatest = isGreatest;
    }

    private static Shape.Number shape(Step left, Step right, boolean isGreatest) {
        var a = (Shape.Number) left.shape();
        var b = (Shape.Number) right.shape();
        return isGreatest
                ? new Shape.Number(a.scale(), a.min().max(b.min()), a.max().max(b.max()))
                : new Shape.Number(a.scale(), a.min().min(b.min()), a.max().min(b.max()));
    }

    @Override
    protected void fill(Batch batch, Lane out) {
        var a = batch.lane(left);
        var b = batch.lane(right);
        out.statesOfBoth(a, b, batch.words());
        out.askWhereNull(batch.words());
        out.values = out.own;
        if (isGreatest) {
            greatest(a.values, b.values, out.own, batch.count());
        } else {
            least(a.values, b.values, out.own, batch.count());
        }
    }

    private static void greatest(long[] a, long[] b, long[] out, int count) {
        for (int i = 0; i < count; i++) {
            out[i] = Math.max(a[i], b[i]);
        }
    }

    private static void least(long[] a, long[] b, long[] out, int count) {
        for (int i = 0; i < count; i++) {
            out[i] = Math.min(a[i], b[i]);
        }
    }
}
