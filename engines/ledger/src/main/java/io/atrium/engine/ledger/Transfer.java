// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.ledger;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// A transfer (转账) as its caller asks for it: the same value again is the same request.
///
/// @param linked this transfer stands or falls with the next one of its batch
public record Transfer(TransferId id, Movement movement, boolean linked, Memo memo) {

    /// Moves an amount at once.
    public static Transfer post(TransferId id, Entry entry, Memo memo) {
        return new Transfer(id, new Movement.Post(entry), false, memo);
    }

    /// Sets an amount aside, for good or until an instant.
    public static Transfer hold(TransferId id, Entry entry, @Nullable Instant expiresAt, Memo memo) {
        return new Transfer(id, new Movement.Hold(entry, expiresAt), false, memo);
    }

    /// Posts part or all of a hold and frees the rest.
    public static Transfer capture(TransferId id, TransferId hold, long amount, Memo memo) {
        return new Transfer(id, new Movement.Capture(hold, amount), false, memo);
    }

    /// Frees a hold.
    public static Transfer release(TransferId id, TransferId hold, Memo memo) {
        return new Transfer(id, new Movement.Release(hold), false, memo);
    }

    /// The same transfer, chained to the one that follows it in the batch.
    public Transfer linkedToNext() {
        return new Transfer(id, movement, true, memo);
    }

    /// The same transfer, the last of its chain.
    public Transfer unlinked() {
        return linked ? new Transfer(id, movement, false, memo) : this;
    }

    /// The hold that this transfer settles, if it settles one.
    public @Nullable TransferId hold() {
        return switch (movement) {
            case Movement.Capture(var hold, _) -> hold;
            case Movement.Release(var hold) -> hold;
            case Movement.Post _, Movement.Hold _ -> null;
        };
    }

    /// The entry that this transfer brings along; a capture or release has none of its own.
    @Nullable Entry ownEntry() {
        return switch (movement) {
            case Movement.Post(var entry) -> entry;
            case Movement.Hold(var entry, _) -> entry;
            case Movement.Capture _, Movement.Release _ -> null;
        };
    }
}
