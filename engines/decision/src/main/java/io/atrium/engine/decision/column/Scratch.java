// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column;

import io.atrium.engine.decision.column.evaluate.Batch;
import io.atrium.engine.decision.column.snapshot.Bits;
import io.atrium.engine.decision.column.snapshot.Rows;
import java.util.ArrayList;
import java.util.List;

/// The arrays that one thread works in (工作区), so that deciding a batch makes no garbage.
final class Scratch {

    private static final int WORDS = Bits.words(Rows.MAX);

    private final Batch batch = new Batch();
    private final long[] open = new long[WORDS];
    private final long[] room = new long[WORDS];
    private final int[] picks = new int[Rows.MAX];
    private final long[] fen = new long[Rows.MAX];
    private final int[] sparePicks = new int[Rows.MAX];
    private final long[] spareFen = new long[Rows.MAX];
    private final List<Levels> levels = new ArrayList<>();

    Batch batch() {
        return batch;
    }

    long[] open() {
        return open;
    }

    long[] room() {
        return room;
    }

    int[] picks() {
        return picks;
    }

    long[] fen() {
        return fen;
    }

    int[] sparePicks() {
        return sparePicks;
    }

    long[] spareFen() {
        return spareFen;
    }

    /// One for each depth of a tree of conditions.
    Levels levels(int depth) {
        while (levels.size() <= depth) {
            levels.add(new Levels(WORDS));
        }
        return levels.get(depth);
    }
}
