// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.ledger.audit;

import java.util.HexFormat;

/// A link of the chain as 64 hexadecimal digits: what is printed, noted and compared.
public record Hash(String hex) {
    /// What the first seal stands on.
    public static final Hash NONE = new Hash("0".repeat(64));

    /// As it is found in a table, of whatever length.
    public static Hash of(byte[] bytes) {
        return new Hash(HexFormat.of().formatHex(bytes));
    }

    /// Whether a person copied it whole.
    public static boolean isWellFormed(String hex) {
        return hex.matches("[0-9a-f]{64}");
    }

    public byte[] bytes() {
        return HexFormat.of().parseHex(hex);
    }

    @Override
    public String toString() {
        return hex;
    }
}
