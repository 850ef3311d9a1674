// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.corpus;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/// Keeps the first of all documents with the same text. Remembers 128 bits of SHA-256 for each, never the text.
final class DropExactDuplicates implements CleaningStep {
    private record Fingerprint(long high, long low) {}

    private final Set<Fingerprint> seen = new HashSet<>();
    private final MessageDigest sha256 = sha256();

    @Override
    public Optional<Document> apply(Document document) {
        return seen.add(fingerprint(document.text())) ? Optional.of(document) : Optional.empty();
    }

    private Fingerprint fingerprint(String text) {
        var digest = ByteBuffer.wrap(sha256.digest(text.getBytes(StandardCharsets.UTF_8)));
        return new Fingerprint(digest.getLong(), digest.getLong());
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
