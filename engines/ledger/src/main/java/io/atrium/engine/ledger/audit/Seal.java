// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.ledger.audit;

import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A link of the chain (封签): closes all transfers after one position up to another, and stands on the seal before it.
///
/// @param number 1, 2, 3 …
public record Seal(
        long number, long afterPosition, long untilPosition, int transfers, Fingerprints fingerprints, Hash hash) {

    /// The seal that follows on another, or the first one.
    ///
    /// @param transfers all that lie behind the previous seal, up to `untilPosition`, in order of position
    public static Seal next(@Nullable Seal previous, long untilPosition, List<TransferRow> transfers) {
        var digests = transfers.stream().map(TransferRow::digest).toList();
        var open = new Seal(
                previous == null ? 1 : previous.number + 1,
                previous == null ? 0 : previous.untilPosition,
                untilPosition,
                transfers.size(),
                Fingerprints.of(transfers, digests),
                Hash.NONE);
        return open.closed(open.hashOver(previous == null ? Hash.NONE : previous.hash, digests));
    }

    private Seal closed(Hash closing) {
        return new Seal(number, afterPosition, untilPosition, transfers, fingerprints, closing);
    }

    Hash hashOver(Hash previous, List<byte[]> digests) {
        var sha = Sha256.begin();
        sha.update(previous.bytes());
        sha.update(ByteBuffer.allocate(3 * Long.BYTES + Integer.BYTES)
                .putLong(number)
                .putLong(afterPosition)
                .putLong(untilPosition)
                .putInt(transfers)
                .flip());
        digests.forEach(sha::update);
        return Hash.of(sha.digest());
    }

    boolean follows(@Nullable Seal previous) {
        return previous == null
                ? number == 1 && afterPosition == 0
                : number == previous.number + 1 && afterPosition == previous.untilPosition;
    }
}
