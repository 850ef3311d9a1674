// SPDX-License-Identifier: Apache-2.0
package io.atrium.ledger.store;

import static java.util.Objects.requireNonNull;

import io.atrium.engine.ledger.AccountId;
import io.atrium.engine.ledger.Booking;
import io.atrium.engine.ledger.Entry;
import io.atrium.engine.ledger.Memo;
import io.atrium.engine.ledger.Movement;
import io.atrium.engine.ledger.Transfer;
import io.atrium.engine.ledger.TransferId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A booking as the eleven columns of the hot path, both ways, in the same order.
final class BookingRow {

    private BookingRow() {}

    static Booking read(ResultSet row) throws SQLException {
        var entry = new Entry(
                new AccountId(row.getObject(3, UUID.class)),
                new AccountId(row.getObject(4, UUID.class)),
                row.getLong(5));
        var memo = new Memo(row.getString(7), requireNonNull(instant(row, 9)), row.getString(8));
        var transfer = new Transfer(new TransferId(row.getObject(1, UUID.class)), movement(row, entry), false, memo);
        return new Booking(transfer, entry, requireNonNull(instant(row, 10)));
    }

    private static Movement movement(ResultSet row, Entry entry) throws SQLException {
        return switch (Movement.Kind.valueOf(row.getString(2))) {
            case POST -> new Movement.Post(entry);
            case HOLD -> new Movement.Hold(entry, instant(row, 11));
            case CAPTURE -> new Movement.Capture(new TransferId(row.getObject(6, UUID.class)), entry.amount());
            case RELEASE -> new Movement.Release(new TransferId(row.getObject(6, UUID.class)));
        };
    }

    private static @Nullable Instant instant(ResultSet row, int column) throws SQLException {
        var moment = row.getObject(column, OffsetDateTime.class);
        return moment == null ? null : moment.toInstant();
    }

    static void write(ArrayColumns columns, List<Booking> bookings) throws SQLException {
        columns.add("uuid", bookings, booking -> booking.id().value());
        columns.add("text", bookings, booking -> booking.kind().name());
        columns.add("uuid", bookings, booking -> booking.entry().debit().value());
        columns.add("uuid", bookings, booking -> booking.entry().credit().value());
        columns.add("int8", bookings, booking -> booking.entry().amount());
        columns.add("uuid", bookings, BookingRow::hold);
        columns.add("text", bookings, booking -> booking.transfer().memo().code());
        columns.add("text", bookings, booking -> booking.transfer().memo().reference());
        columns.add("timestamptz", bookings, booking -> booking.transfer().memo().eventTime().toString());
        columns.add("timestamptz", bookings, booking -> booking.bookedAt().toString());
        columns.add("timestamptz", bookings, BookingRow::expiry);
    }

    private static @Nullable UUID hold(Booking booking) {
        var hold = booking.transfer().hold();
        return hold == null ? null : hold.value();
    }

    private static @Nullable String expiry(Booking booking) {
        return booking.transfer().movement() instanceof Movement.Hold(_, var expiresAt) && expiresAt != null
                ? expiresAt.toString()
                : null;
    }
}
