// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.pack;

import io.atrium.engine.scheduler.model.Ask;
import io.atrium.engine.scheduler.model.Room;
import io.atrium.engine.scheduler.pack.Cell.Move;
import io.atrium.engine.scheduler.rule.RuleCatalogue;
import java.util.HashMap;
import java.util.Map;

/// The rooms met so far, each once, and the best way to take a task within one room.
final class Cells {
    /// Forgotten when there are more: what is still needed is found out again. About 200 MB.
    private static final int CELLS_MAX = 100_000;

    private final Mix mix;
    private final Map<Room, Cell> cells = new HashMap<>();
    private Fragmentation fragmentation;
    private int round;

    Cells(Mix mix, Fragmentation fragmentation) {
        this.mix = mix;
        this.fragmentation = fragmentation;
    }

    /// New weights: every loss is counted anew.
    void weigh(Fragmentation weights) {
        fragmentation = weights;
        round++;
    }

    Fragmentation fragmentation() {
        return fragmentation;
    }

    boolean isFull() {
        return cells.size() > CELLS_MAX;
    }

    void forget() {
        cells.clear();
    }

    Cell of(Room room) {
        return cells.computeIfAbsent(room, Cell::new);
    }

    Move move(Cell cell, int kind) {
        var known = cell.known(kind);
        if (known != null && (known.round() == round || !known.fits())) {
            return known;
        }
        var found = find(cell, mix.kind(kind));
        cell.keep(kind, found);
        return found;
    }

    private Move find(Cell cell, Ask ask) {
        if (!RuleCatalogue.fits(ask, cell.room)) {
            return new Move(0, null, round);
        }
        return ask.isShare() ? bestShare(cell, ask) : move(cell, cell.room.afterWhole(ask));
    }

    /// The GPU with the least loss; of equal ones the fullest.
    private Move bestShare(Cell cell, Ask ask) {
        var room = cell.room;
        Move best = null;
        for (var gpu = room.gpus() - room.gpusWith(ask.gpuMilli()); gpu < room.gpus(); gpu++) {
            if (best == null || room.free(gpu) != room.free(gpu - 1)) {
                var move = move(cell, room.afterShare(ask, gpu));
                if (best == null || move.loss() < best.loss()) {
                    best = move;
                }
            }
        }
        return java.util.Objects.requireNonNull(best);
    }

    private Move move(Cell cell, Room after) {
        var next = of(after);
        return new Move(cell.worth(fragmentation, round) - next.worth(fragmentation, round), next, round);
    }
}
