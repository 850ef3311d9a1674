// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.decision.column;

import io.atrium.engine.decision.column.snapshot.Bits;
import io.atrium.engine.decision.column.snapshot.Rows;
import io.atrium.engine.decision.column.snapshot.Snapshot;
import io.atrium.engine.decision.dmn.DmnOutline;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Of which rows all facts behind a decision are known (已知门). Without them the decision is unknown, whatever DMN makes
/// of null.
final class Gate {

    private final List<long[]> present;
    private final boolean isShut;

    private Gate(List<long[]> present, boolean isShut) {
        this.present = present;
        this.isShut = isShut;
    }

    static Gate of(DmnOutline outline, String decision, Snapshot snapshot) {
        var present = new ArrayList<long[]>();
        for (var key : outline.factsBehind(decision)) {
            var column = Optional.ofNullable(outline.inputs().get(key)).flatMap(type -> snapshot.column(key, type));
            if (column.isEmpty()) {
                return new Gate(List.of(), true);
            }
            present.add(column.get().present());
        }
        return new Gate(List.copyOf(present), false);
    }

    /// @param room for the bits of one column
    void open(Rows rows, long[] out, long[] room) {
        int words = Bits.words(rows.count());
        Arrays.fill(out, 0, words, isShut ? 0L : -1L);
        if ((rows.count() & 63) != 0) {
            out[words - 1] &= -1L >>> -rows.count();
        }
        for (var bits : present) {
            Bits.gather(bits, rows, room);
            for (int word = 0; word < words; word++) {
                out[word] &= room[word];
            }
        }
    }
}
