// SPDX-License-Identifier: Apache-2.0
package io.atrium.ledger.store;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.atrium.engine.ledger.Booking;
import io.atrium.engine.ledger.Movement;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Bookings in PostgreSQL's binary COPY format, in the eleven columns of [BookingRow]. The server takes a batch of rows
/// so with one pass over the heap, which an INSERT does not do.
///
/// Format: "COPY", section "Binary Format" of PostgreSQL's manual.
final class CopyRows {
    static final String COLUMNS =
            "id, kind, debit_id, credit_id, amount, hold_id, purpose, reference, event_at, booked_at, expires_at";

    private static final byte[] SIGNATURE = {'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0};
    private static final short COLUMN_COUNT = 11;
    private static final short END = -1;
    private static final int NULL = -1;
    /// Seconds from 1970 to 2000, where PostgreSQL's time begins.
    private static final long EPOCH_SECONDS = 946_684_800L;
    /// All that is not text: lengths, four ids, amount, three instants.
    private static final int FIXED_BYTES = 2 + 11 * 4 + 4 * 16 + 4 * 8;

    private ByteBuffer buffer;

    private CopyRows(int rows) {
        buffer = ByteBuffer.allocate(64 + rows * (FIXED_BYTES + 64));
    }

    static ByteBuffer of(List<Booking> bookings) {
        var rows = new CopyRows(bookings.size());
        rows.buffer.put(SIGNATURE).putInt(0).putInt(0);
        bookings.forEach(rows::add);
        rows.makeRoom(2);
        return rows.buffer.putShort(END).flip();
    }

    private void add(Booking booking) {
        var memo = booking.transfer().memo();
        var hold = booking.transfer().hold();
        var kind = booking.kind().name().getBytes(UTF_8);
        var purpose = memo.code().getBytes(UTF_8);
        var reference = memo.reference().getBytes(UTF_8);
        makeRoom(FIXED_BYTES + kind.length + purpose.length + reference.length);
        buffer.putShort(COLUMN_COUNT);
        put(booking.id().value());
        put(kind);
        put(booking.entry().debit().value());
        put(booking.entry().credit().value());
        put(booking.entry().amount());
        put(hold == null ? null : hold.value());
        put(purpose);
        put(reference);
        put(memo.eventTime());
        put(booking.bookedAt());
        put(booking.transfer().movement() instanceof Movement.Hold(_, var expiresAt) ? expiresAt : null);
    }

    private void makeRoom(int bytes) {
        if (buffer.remaining() < bytes) {
            int size = buffer.position();
            buffer = ByteBuffer.wrap(Arrays.copyOf(buffer.array(), 2 * size + bytes))
                    .position(size);
        }
    }

    private void put(byte[] text) {
        buffer.putInt(text.length).put(text);
    }

    private void put(long number) {
        buffer.putInt(Long.BYTES).putLong(number);
    }

    private void put(@Nullable UUID id) {
        if (id == null) {
            buffer.putInt(NULL);
            return;
        }
        buffer.putInt(2 * Long.BYTES).putLong(id.getMostSignificantBits()).putLong(id.getLeastSignificantBits());
    }

    private void put(@Nullable Instant instant) {
        if (instant == null) {
            buffer.putInt(NULL);
            return;
        }
        put((instant.getEpochSecond() - EPOCH_SECONDS) * 1_000_000 + instant.getNano() / 1_000);
    }
}
