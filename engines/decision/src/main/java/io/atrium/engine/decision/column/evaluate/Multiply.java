// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column.evaluate;

import java.util.stream.Stream;

/// The product of two numbers (乘). The scales add up, so nothing is rounded.
public final class Multiply extends Step {

    private final Step left;
    private final Step right;

    public Multiply(int slot, Step left, Step right) {
        super(
                slot,
                shape(left, right),
                left.canFail() || right.canFail() || !shape(left, right).fits());
        this.left = left;
        this.right = right;
    }

    private static Shape.Number shape(Step left, Step right) {
        var a = (Shape.Number) left.shape();
        var b = (Shape.Number) right.shape();
        var corners = Stream.of(a.min(), a.max())
                .flatMap(x -> Stream.of(x.multiply(b.min()), x.multiply(b.max())))
                .sorted()
                .toList();
        return new Shape.Number(a.scale() + b.scale(), corners.getFirst(), corners.getLast());
    }

    @Override
    protected void fill(Batch batch, Lane out) {
        var a = batch.lane(left);
        out.values = out.own;
        var fits = ((Shape.Number) shape()).fits();
        if (right instanceof Fixed fixed) {
            out.statesOf(a, batch.words());
            scale(a.values, fixed.value(), fits, out, batch.count());
            return;
        }
        var b = batch.lane(right);
        out.statesOfBoth(a, b, batch.words());
        if (fits) {
            plain(a.values, b.values, out.own, batch.count());
        } else {
            checked(a.values, b.values, out, batch.count());
        }
    }

    private static void scale(long[] a, long factor, boolean fits, Lane out, int count) {
        for (int i = 0; i < count; i++) {
            out.own[i] = a[i] * factor;
        }
        if (!fits) {
            for (int i = 0; i < count; i++) {
                if (Overflow.multiplies(a[i], factor)) {
                    Overflow.ask(out, i);
                }
            }
        }
    }

    private static void plain(long[] a, long[] b, long[] product, int count) {
        for (int i = 0; i < count; i++) {
            product[i] = a[i] * b[i];
        }
    }

    private static void checked(long[] a, long[] b, Lane out, int count) {
        for (int i = 0; i < count; i++) {
            out.own[i] = a[i] * b[i];
            if (Overflow.multiplies(a[i], b[i])) {
                Overflow.ask(out, i);
            }
        }
    }
}
