// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.ledger;

import java.time.Instant;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// A transfer whose id is already in the books, compared with what is there, field by field.
///
/// Booking time and link are not compared: a repeat comes later, and perhaps in other company.
record Repeat(Transfer asked, Transfer booked) {

    boolean differsIn(Predicate<Repeat> sameField) {
        return !sameField.test(this);
    }

    boolean kind() {
        return asked.movement().kind() == booked.movement().kind();
    }

    boolean debit() {
        return Objects.equals(debitOf(asked), debitOf(booked));
    }

    boolean credit() {
        return Objects.equals(creditOf(asked), creditOf(booked));
    }

    boolean hold() {
        return Objects.equals(asked.hold(), booked.hold());
    }

    boolean amount() {
        return amountOf(asked) == amountOf(booked);
    }

    boolean expiry() {
        return Objects.equals(expiryOf(asked), expiryOf(booked));
    }

    boolean code() {
        return asked.memo().code().equals(booked.memo().code());
    }

    boolean eventTime() {
        return asked.memo().eventTime().equals(booked.memo().eventTime());
    }

    boolean reference() {
        return asked.memo().reference().equals(booked.memo().reference());
    }

    private static @Nullable AccountId debitOf(Transfer transfer) {
        var entry = transfer.ownEntry();
        return entry == null ? null : entry.debit();
    }

    private static @Nullable AccountId creditOf(Transfer transfer) {
        var entry = transfer.ownEntry();
        return entry == null ? null : entry.credit();
    }

    private static long amountOf(Transfer transfer) {
        return switch (transfer.movement()) {
            case Movement.Post(var entry) -> entry.amount();
            case Movement.Hold(var entry, _) -> entry.amount();
            case Movement.Capture(_, var amount) -> amount;
            case Movement.Release _ -> 0; // a release has no amount of its own
        };
    }

    private static @Nullable Instant expiryOf(Transfer transfer) {
        return transfer.movement() instanceof Movement.Hold(_, var expiresAt) ? expiresAt : null;
    }
}
