// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.ledger.audit;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/// The one hash of the chain.
final class Sha256 {

    private Sha256() {}

    static byte[] of(ByteBuffer bytes) {
        var digest = begin();
        digest.update(bytes);
        return digest.digest();
    }

    static MessageDigest begin() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
