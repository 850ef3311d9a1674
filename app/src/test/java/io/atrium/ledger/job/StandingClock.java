// SPDX-License-Identifier: Apache-2.0
package io.atrium.ledger.job;

import io.atrium.kernel.clock.BusinessClock;
import java.time.Duration;
import java.time.Instant;

/// Business time that stands still.
record StandingClock(Instant instant) implements BusinessClock {

    @Override
    public Instant advance(Duration by) {
        throw new IllegalStateException("this clock stands still");
    }
}
