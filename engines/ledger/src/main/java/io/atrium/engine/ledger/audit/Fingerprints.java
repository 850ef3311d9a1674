// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.ledger.audit;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// The beginning of each transfer's digest with its position, kept in the seal: it proves nothing, the hash does; but
/// when the hash is wrong, it tells which transfer was touched.
public record Fingerprints(Map<Long, Long> byPosition) {
    private static final int BYTES_EACH = 2 * Long.BYTES;

    static Fingerprints of(List<TransferRow> transfers, List<byte[]> digests) {
        var byPosition = LinkedHashMap.<Long, Long>newLinkedHashMap(transfers.size());
        for (int i = 0; i < transfers.size(); i++) {
            byPosition.put(
                    transfers.get(i).position(), ByteBuffer.wrap(digests.get(i)).getLong());
        }
        return new Fingerprints(byPosition);
    }

    public static Fingerprints parse(byte[] bytes) {
        var buffer = ByteBuffer.wrap(bytes);
        var byPosition = LinkedHashMap.<Long, Long>newLinkedHashMap(bytes.length / BYTES_EACH);
        while (buffer.remaining() >= BYTES_EACH) {
            byPosition.put(buffer.getLong(), buffer.getLong());
        }
        return new Fingerprints(byPosition);
    }

    public byte[] bytes() {
        var buffer = ByteBuffer.allocate(byPosition.size() * BYTES_EACH);
        byPosition.forEach((position, fingerprint) -> buffer.putLong(position).putLong(fingerprint));
        return buffer.array();
    }

    /// Positions at which the two do not say the same, in order.
    List<Long> differences(Fingerprints other) {
        var different = new ArrayList<Long>();
        byPosition.forEach((position, fingerprint) -> {
            if (!fingerprint.equals(other.byPosition.get(position))) {
                different.add(position);
            }
        });
        other.byPosition.keySet().stream()
                .filter(position -> !byPosition.containsKey(position))
                .forEach(different::add);
        return different.stream().sorted().toList();
    }
}
