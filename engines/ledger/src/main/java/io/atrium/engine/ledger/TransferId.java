// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.UUID;

/// Identity of a transfer, chosen by the caller before the first attempt: it is what makes a repeat harmless.
public record TransferId(UUID value) {

    /// The id of a transfer that follows from this one, always the same for the same word.
    public TransferId derived(String word) {
        return new TransferId(UUID.nameUUIDFromBytes((value + "/" + word).getBytes(UTF_8)));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
