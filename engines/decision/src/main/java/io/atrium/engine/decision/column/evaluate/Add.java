// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column.evaluate;

/// The sum or the difference of two numbers of one scale (加减).
public final class Add extends Step {

    private final Step left;
    private final Step right;
    private final boolean subtracts;

    public Add(int slot, Step left, Step right, boolean subtracts) {
        super(
                slot,
                shape(left, right, subtracts),
                left.canFail()
                        || right.canFail()
                        || !shape(left, right, subtracts).fits());
        this.left = left;
        this.right = right;
        this.subtracts = subtracts;
    }

    private static Shape.Number shape(Step left, Step right, boolean subtracts) {
        var a = (Shape.Number) left.shape();
        var b = (Shape.Number) right.shape();
        return subtracts
                ? new Shape.Number(a.scale(), a.min().subtract(b.max()), a.max().subtract(b.min()))
                : new Shape.Number(a.scale(), a.min().add(b.min()), a.max().add(b.max()));
    }

    @Override
    protected void fill(Batch batch, Lane out) {
        var a = batch.lane(left);
        var b = batch.lane(right);
        out.statesOfBoth(a, b, batch.words());
        out.values = out.own;
        if (((Shape.Number) shape()).fits()) {
            plain(a.values, b.values, out.own, batch.count());
        } else {
            checked(a.values, b.values, out, batch.count());
        }
    }

    private void plain(long[] a, long[] b, long[] sum, int count) {
        if (subtracts) {
            for (int i = 0; i < count; i++) {
                sum[i] = a[i] - b[i];
            }
        } else {
            for (int i = 0; i < count; i++) {
                sum[i] = a[i] + b[i];
            }
        }
    }

    private void checked(long[] a, long[] b, Lane out, int count) {
        for (int i = 0; i < count; i++) {
            long x = a[i];
            long y = subtracts ? -b[i] : b[i];
            long sum = x + y;
            out.own[i] = sum;
            if (((x ^ sum) & (y ^ sum)) < 0 || y == Long.MIN_VALUE) {
                Overflow.ask(out, i);
            }
        }
    }
}
