// SPDX-License-Identifier: Apache-2.0
package io.atrium.web.operation;

import java.time.Duration;

/// Gives a sign of life while the work of an operation goes on (心跳).
final class Pulse {

    private static final Duration EVERY = Duration.ofSeconds(15);

    private final Thread thread;

    private Pulse(Thread thread) {
        this.thread = thread;
    }

    static Pulse of(Runnable beat) {
        return new Pulse(Thread.ofVirtual().name("operation-pulse").start(() -> {
            try {
                while (true) {
                    Thread.sleep(EVERY);
                    beat.run();
                }
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt(); // the work has ended
            }
        }));
    }

    void stop() {
        thread.interrupt();
    }
}
