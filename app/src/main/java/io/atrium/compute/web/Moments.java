// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.web;

import io.atrium.kernel.clock.BusinessClock;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.Optional;

/// Moments as people type them, in the time of Shanghai: `2026-12-01 22:00`, or with the `T` of a browser's own field.
final class Moments {

    private Moments() {}

    static Optional<Instant> of(String typed) {
        try {
            var local = LocalDateTime.parse(typed.strip().replaceFirst("\\s+", "T"));
            return Optional.of(local.atZone(BusinessClock.ZONE).toInstant());
        } catch (DateTimeException _) {
            return Optional.empty();
        }
    }
}
