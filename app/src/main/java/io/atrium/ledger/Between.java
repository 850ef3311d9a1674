// SPDX-License-Identifier: Apache-2.0
package io.atrium.ledger;

import java.time.Instant;

/// From an instant on, until just before another, by the time of booking (期间).
public record Between(Instant from, Instant until) {

    public Between {
        if (!from.isBefore(until)) {
            throw new IllegalArgumentException(from + " is not before " + until);
        }
    }
}
