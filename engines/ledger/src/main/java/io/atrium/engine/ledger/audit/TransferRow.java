// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.ledger.audit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A transfer exactly as it lies in the table, whatever it says. Instants are microseconds since 1970.
///
/// @param position grows with the order of writing
public record TransferRow(
        long position,
        UUID id,
        String kind,
        UUID debit,
        UUID credit,
        long amount,
        @Nullable UUID hold,
        String purpose,
        String reference,
        long eventMicros,
        long bookedMicros,
        @Nullable Long expiresMicros) {

    private static final int FIXED_BYTES = 8 + 4 * 17 + 8 + 3 * 4 + 3 * 9;

    /// An instant as it is kept, exact to what PostgreSQL holds.
    public static long micros(OffsetDateTime moment) {
        return moment.toEpochSecond() * 1_000_000 + moment.getNano() / 1_000;
    }

    public static @Nullable Long microsOrNull(@Nullable OffsetDateTime moment) {
        return moment == null ? null : micros(moment);
    }

    /// SHA-256 over every column: each with its length or a sign whether it is there, so that no two rows look alike.
    byte[] digest() {
        var kindBytes = kind.getBytes(UTF_8);
        var purposeBytes = purpose.getBytes(UTF_8);
        var referenceBytes = reference.getBytes(UTF_8);
        var bytes = ByteBuffer.allocate(FIXED_BYTES + kindBytes.length + purposeBytes.length + referenceBytes.length);
        bytes.putLong(position).putLong(amount);
        put(bytes, id);
        put(bytes, debit);
        put(bytes, credit);
        put(bytes, hold);
        bytes.putInt(kindBytes.length).put(kindBytes);
        bytes.putInt(purposeBytes.length).put(purposeBytes);
        bytes.putInt(referenceBytes.length).put(referenceBytes);
        put(bytes, eventMicros);
        put(bytes, bookedMicros);
        put(bytes, expiresMicros);
        return Sha256.of(bytes.flip());
    }

    private static void put(ByteBuffer bytes, @Nullable UUID value) {
        bytes.put((byte) (value == null ? 0 : 1));
        if (value != null) {
            bytes.putLong(value.getMostSignificantBits()).putLong(value.getLeastSignificantBits());
        }
    }

    private static void put(ByteBuffer bytes, @Nullable Long value) {
        bytes.put((byte) (value == null ? 0 : 1));
        if (value != null) {
            bytes.putLong(value);
        }
    }
}
