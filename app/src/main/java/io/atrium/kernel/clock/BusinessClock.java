// SPDX-License-Identifier: Apache-2.0
package io.atrium.kernel.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneId;

/// The clock of business (业务时钟): calendars, publicity, deadlines, expiry, billing periods. In the demo it carries a
/// stored offset that may be advanced; elsewhere it is the system's clock. Sessions, tokens, audit and scheduling use
/// the system clock (bean `systemClock`).
public interface BusinessClock extends InstantSource {

    ZoneId ZONE = ZoneId.of("Asia/Shanghai");

    /// Moves business time forward, for good. Refused outside the demo.
    Instant advance(Duration by);

    /// How far business time is ahead of the system's, as it was last read: asks no store.
    default Duration ahead() {
        return Duration.ZERO;
    }

    default LocalDate today() {
        return LocalDate.ofInstant(instant(), ZONE);
    }
}
