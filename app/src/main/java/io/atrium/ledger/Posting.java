// SPDX-License-Identifier: Apache-2.0
package io.atrium.ledger;

import io.atrium.engine.ledger.Entry;
import io.atrium.engine.ledger.Memo;
import io.atrium.engine.ledger.Movement;
import io.atrium.engine.ledger.Transfer;
import io.atrium.engine.ledger.TransferId;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// One transfer (分录) between accounts named by code. Value leaves `debit` and reaches `credit`; fen or
/// GPU-milliseconds, whichever the accounts count.
///
/// @param transfer what the engine is asked for
public record Posting(Transfer transfer) {

    /// Moves an amount at once.
    public static Posting move(
            UUID id,
            AccountCode debit,
            AccountCode credit,
            long amount,
            String purpose,
            String reference,
            Instant eventTime) {
        var entry = new Entry(debit.id(), credit.id(), amount);
        return new Posting(Transfer.post(new TransferId(id), entry, new Memo(purpose, eventTime, reference)));
    }

    /// Sets an amount aside until it is captured or released.
    public static Posting hold(
            UUID id,
            AccountCode debit,
            AccountCode credit,
            long amount,
            String purpose,
            String reference,
            Instant eventTime) {
        var entry = new Entry(debit.id(), credit.id(), amount);
        return new Posting(Transfer.hold(new TransferId(id), entry, null, new Memo(purpose, eventTime, reference)));
    }

    /// The same hold, which frees itself when business time reaches an instant.
    public Posting until(@Nullable Instant expiresAt) {
        var entry = switch (transfer.movement()) {
            case Movement.Hold(var held, _) -> held;
            default -> throw new IllegalStateException("only a hold expires: " + transfer);
        };
        return new Posting(Transfer.hold(transfer.id(), entry, expiresAt, transfer.memo()));
    }

    /// Posts part or all of a hold and frees the rest.
    public static Posting capture(
            UUID id, UUID hold, long amount, String purpose, String reference, Instant eventTime) {
        var memo = new Memo(purpose, eventTime, reference);
        return new Posting(Transfer.capture(new TransferId(id), new TransferId(hold), amount, memo));
    }

    /// Frees a hold.
    public static Posting release(UUID id, UUID hold, String purpose, String reference, Instant eventTime) {
        var memo = new Memo(purpose, eventTime, reference);
        return new Posting(Transfer.release(new TransferId(id), new TransferId(hold), memo));
    }

    public UUID id() {
        return transfer.id().value();
    }
}
