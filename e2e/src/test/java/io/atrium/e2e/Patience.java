// SPDX-License-Identifier: Apache-2.0
package io.atrium.e2e;

import java.time.Duration;
import java.util.concurrent.Callable;
import org.awaitility.Awaitility;

/// Waits for what a page shows after a while. Asks in the test's own thread: a browser page belongs to one thread.
final class Patience {
    private static final Duration MOST = Duration.ofSeconds(90);

    private Patience() {}

    static void until(String what, Callable<Boolean> condition) {
        Awaitility.await(what)
                .pollInSameThread()
                .pollInterval(Duration.ofMillis(250))
                .atMost(MOST)
                .until(condition);
    }
}
