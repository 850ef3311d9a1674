// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.ledger.audit;

import java.util.HexFormat;

/// A link of the chain as 64 hexadecimal digits: what is printed, noted and compared.
public record Hash(String hex) {
    /// What the first seal stands on.
    public static final Hash NONE = new Hash("0".repeat(64));

    public Hash {
        if (!isWellFormed(hex)) {
            throw new IllegalArgumentException("not a hash: " + hex);
        }
    }

    public static boolean isWellFormed(String hex) {
        return hex.matches("[0-9a-f]{64}");
    }

    public static Hash of(byte[] bytes) {
        return new Hash(HexFormat.of().formatHex(bytes));
    }

    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
