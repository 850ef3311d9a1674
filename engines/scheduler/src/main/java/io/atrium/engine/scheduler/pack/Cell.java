// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.pack;

import io.atrium.engine.scheduler.model.Room;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/// One room with what was found out about it, shared by all machines that have it.
final class Cell {
    final Room room;
    private long worth;
    private int worthOf = -1;
    private @Nullable Move[] moves = new Move[0];

    /// What taking a task of one kind would come to: the loss, and the room afterwards.
    ///
    /// @param round for which weights the loss was counted
    record Move(long loss, @Nullable Cell next, int round) {
        boolean fits() {
            return next != null;
        }

        Cell after() {
            return java.util.Objects.requireNonNull(next);
        }
    }

    Cell(Room room) {
        this.room = room;
    }

    long worth(Fragmentation fragmentation, int round) {
        if (worthOf != round) {
            worth = fragmentation.worth(room);
            worthOf = round;
        }
        return worth;
    }

    @Nullable
    Move known(int kind) {
        return kind < moves.length ? moves[kind] : null;
    }

    void keep(int kind, Move move) {
        if (kind >= moves.length) {
            moves = Arrays.copyOf(moves, kind + 16);
        }
        moves[kind] = move;
    }
}
