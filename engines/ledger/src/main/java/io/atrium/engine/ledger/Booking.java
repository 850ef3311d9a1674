// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.ledger;

import static java.time.temporal.ChronoUnit.MICROS;

import java.time.Instant;

/// A transfer in the books: never changed, never deleted.
///
/// @param transfer what was asked for, without its link: that belonged to the batch in which it came
/// @param entry both accounts and the amount; of a capture what was posted, of a release what was freed
/// @param bookedAt when it was written (记账时间); the time of the event is in the memo
public record Booking(Transfer transfer, Entry entry, Instant bookedAt) {

    public Booking {
        transfer = transfer.unlinked();
        bookedAt = bookedAt.truncatedTo(MICROS);
    }

    public TransferId id() {
        return transfer.id();
    }

    public Movement.Kind kind() {
        return transfer.movement().kind();
    }
}
