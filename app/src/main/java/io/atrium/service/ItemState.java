// SPDX-License-Identifier: Apache-2.0
package io.atrium.service;

import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// Where a promised service stands (服务事项状态). What the firm confirmed stays; what a later version leaves out is dropped.
public enum ItemState {
    PROMISED,
    IN_WORK,
    DONE,
    CONFIRMED,
    DROPPED;

    private static final Map<ItemState, Map<ItemMove, ItemState>> NEXT = new EnumMap<>(ItemState.class);

    static {
        NEXT.put(PROMISED, Map.of(ItemMove.PROGRESS, IN_WORK, ItemMove.FINISH, DONE));
        NEXT.put(IN_WORK, Map.of(ItemMove.PROGRESS, IN_WORK, ItemMove.FINISH, DONE));
        NEXT.put(DONE, Map.of(ItemMove.CONFIRM, CONFIRMED, ItemMove.REOPEN, IN_WORK));
        NEXT.put(CONFIRMED, Map.of());
        NEXT.put(DROPPED, Map.of());
    }

    /// The state after a move; empty where the move is not possible.
    public Optional<ItemState> after(ItemMove move) {
        return Optional.ofNullable(Objects.requireNonNull(NEXT.get(this)).get(move));
    }

    /// Whether somebody still has to do it.
    public boolean isToDo() {
        return this == PROMISED || this == IN_WORK;
    }

    public boolean isOver() {
        return this == CONFIRMED || this == DROPPED;
    }
}
