// SPDX-License-Identifier: Apache-2.0
package io.atrium.files.pdf;

import io.atrium.kernel.CommonRefusal;
import io.atrium.kernel.Refusal;
import io.atrium.kernel.RefusedException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/// How often one address may check codes (核验限频). A code has 80 random bits, so this protects the machine more than
/// the codes; it is counted in memory, per node.
@Component
public class CheckLimit {

    public static final int CHECKS_MAX = 60;
    static final Duration WINDOW = Duration.ofMinutes(1);
    private static final int ADDRESSES_MAX = 10_000;

    private final InstantSource clock;
    private final Map<String, Window> windows = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Window> eldest) {
            return size() > ADDRESSES_MAX;
        }
    };

    private record Window(Instant end, int checks) {}

    CheckLimit(InstantSource clock) {
        this.clock = clock;
    }

    /// Counts one check of this address, or refuses it.
    public synchronized void count(String address) {
        var now = clock.instant();
        var window = windows.get(address);
        if (window == null || !now.isBefore(window.end())) {
            windows.remove(address);
            windows.put(address, new Window(now.plus(WINDOW), 1));
        } else if (window.checks() >= CHECKS_MAX) {
            var seconds = Math.max(1, Duration.between(now, window.end()).toSeconds());
            throw new RefusedException(Refusal.of(CommonRefusal.TOO_MANY_REQUESTS, "retry_after_seconds", seconds));
        } else {
            windows.put(address, new Window(window.end(), window.checks() + 1));
        }
    }
}
