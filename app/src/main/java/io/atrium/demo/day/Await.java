// SPDX-License-Identifier: Apache-2.0
package io.atrium.demo.day;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.function.Supplier;

/// Looks again and again until something has come about, for a bounded time.
final class Await {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final long PAUSE_MILLIS = 150;

    private Await() {}

    static <T> T until(String what, Supplier<T> look, Predicate<T> isThere) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        var seen = look.get();
        while (!isThere.test(seen)) {
            if (System.nanoTime() > deadline) {
                throw new StepFailed("waited " + PATIENCE.toSeconds() + " s for " + what + "; last seen: " + seen);
            }
            pause();
            seen = look.get();
        }
        return seen;
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StepFailed("interrupted");
        }
    }
}
