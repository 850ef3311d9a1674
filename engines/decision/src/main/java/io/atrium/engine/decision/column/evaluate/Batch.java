// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column.evaluate;

import io.atrium.engine.decision.column.snapshot.Bits;
import io.atrium.engine.decision.column.snapshot.Rows;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// The rows at hand and the lanes filled for them so far (批). Belongs to one thread.
public final class Batch {

    private @Nullable Lane[] lanes = new Lane[16];
    private int[] filledFor = new int[16];
    private int turn;
    private Rows rows = Rows.run(0, 0);

    /// Turns to other rows or to another policy: what was filled no longer counts.
    public void turnTo(Rows next) {
        rows = next;
        turn++;
    }

    public Rows rows() {
        return rows;
    }

    int count() {
        return rows.count();
    }

    int words() {
        return Bits.words(rows.count());
    }

    /// What a step yields for these rows; worked out once.
    public Lane lane(Step step) {
        int slot = step.slot();
        if (slot >= lanes.length) {
            lanes = Arrays.copyOf(lanes, slot * 2);
            filledFor = Arrays.copyOf(filledFor, slot * 2);
        }
        var lane = lanes[slot];
        if (lane == null) {
            lane = new Lane();
            lanes[slot] = lane;
        }
        if (filledFor[slot] != turn) {
            filledFor[slot] = turn;
            step.fill(this, lane);
        }
        return lane;
    }
}
