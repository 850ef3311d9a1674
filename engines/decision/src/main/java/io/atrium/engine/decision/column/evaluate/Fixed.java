// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column.evaluate;

import java.util.Arrays;
import java.util.List;

/// The same value for every firm.
public final class Fixed extends Step {

    private final long value;

    private Fixed(int slot, Shape shape, long value) {
        super(slot, shape, false);
        this.value = value;
    }

    public static Fixed number(int slot, long value, int scale) {
        return new Fixed(slot, Shape.number(scale, value, value), value);
    }

    public static Fixed day(int slot, long day) {
        return new Fixed(slot, new Shape.Day(), day);
    }

    public static Fixed truth(int slot, boolean truth) {
        return new Fixed(slot, new Shape.Truth(), truth ? -1L : 0L);
    }

    public static Fixed text(int slot, String text) {
        return new Fixed(slot, new Shape.Text(Shape.Texts.of(List.of(text))), 1L);
    }

    public long value() {
        return value;
    }

    @Override
    protected void fill(Batch batch, Lane out) {
        out.values = out.own;
        Arrays.fill(out.own, 0, batch.count(), value);
        Arrays.fill(out.yes, 0, batch.words(), value);
        out.allKnown(batch.words());
    }
}
