// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.limit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

/// Counts per key within the clock's minute (分钟计数); a new minute forgets all. One node counts for itself.
final class MinuteWindow {

    /// Beyond so many keys nobody new is counted, so that a flood of addresses does not fill the memory.
    private static final int KEYS_MAX = 100_000;

    private record Window(Instant minute, ConcurrentHashMap<String, AtomicInteger> counts) {}

    private final int limit;
    private volatile Window window = new Window(Instant.EPOCH, new ConcurrentHashMap<>());

    MinuteWindow(int limit) {
        this.limit = limit;
    }

    /// Seconds to wait; zero when the request may pass.
    long waitSeconds(String key, Instant now) {
        var counts = at(now.truncatedTo(ChronoUnit.MINUTES)).counts();
        if (counts.size() >= KEYS_MAX && !counts.containsKey(key)) {
            return 0;
        }
        return counts.computeIfAbsent(key, _ -> new AtomicInteger()).incrementAndGet() <= limit
                ? 0
                : 60 - now.getEpochSecond() % 60;
    }

    private Window at(Instant minute) {
        var current = window;
        if (!current.minute().equals(minute)) {
            current = new Window(minute, new ConcurrentHashMap<>());
            window = current;
        }
        return current;
    }
}
