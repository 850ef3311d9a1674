// SPDX-License-Identifier: Apache-2.0
package io.atrium.bench.appeals;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.regex.Pattern;

/// Firms that raise needs, many at once, each until it is told that the need was taken in: what is not answered is sent
/// again under the same key.
final class Firms {

    /// How the words of these needs begin.
    static final String WORDS = "压测诉求";

    private static final int AT_ONCE = 32;
    private static final Duration BREATH = Duration.ofMillis(200);
    private static final Duration GIVEN_UP = Duration.ofMinutes(5);
    private static final Pattern ID = Pattern.compile("\"id\":\"([^\"]+)\"");

    private final Program program;
    private final String category;

    Firms(Program program, String category) {
        this.program = program;
        this.category = category;
    }

    /// @param ids of those that were acknowledged
    record Sent(int sent, int again, List<String> ids) {
        int acknowledged() {
            return ids.size();
        }
    }

    @FunctionalInterface
    interface Disturbance {
        void strike() throws Exception;
    }

    Sent send(Duration length) throws Exception {
        var end = System.nanoTime() + length.toNanos();
        return send(() -> System.nanoTime() < end, () -> {});
    }

    Sent send(int count, Disturbance disturbance) throws Exception {
        var left = new AtomicInteger(count);
        return send(() -> left.getAndDecrement() > 0, disturbance);
    }

    private Sent send(BooleanSupplier more, Disturbance disturbance) throws Exception {
        var ids = new ConcurrentLinkedQueue<String>();
        var sent = new AtomicInteger();
        var again = new AtomicInteger();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var senders = new ArrayList<Future<?>>();
            for (int sender = 0; sender < AT_ONCE; sender++) {
                senders.add(threads.submit(() -> {
                    while (more.getAsBoolean()) {
                        sent.incrementAndGet();
                        raise(ids, again);
                    }
                    return null;
                }));
            }
            disturbance.strike();
            for (var sender : senders) sender.get();
        }
        return new Sent(sent.get(), again.get(), List.copyOf(ids));
    }

    private void raise(Queue<String> ids, AtomicInteger again) throws Exception {
        var key = UUID.randomUUID().toString();
        var body = """
                {"category":"%s","words":"%s %s：机房空调不制冷，请尽快检修。","place":"B 座 5 层"}""".formatted(category, WORDS, key);
        var end = System.nanoTime() + GIVEN_UP.toNanos();
        while (System.nanoTime() < end) {
            try {
                var answer = program.post("/api/v1/appeals", key, body);
                if (answer.statusCode() == 201) {
                    var id = ID.matcher(answer.body());
                    if (!id.find()) throw new IllegalStateException(answer.body());
                    ids.add(id.group(1));
                    return;
                }
                if (answer.statusCode() < 500)
                    throw new IllegalStateException(answer.statusCode() + " " + answer.body());
            } catch (IOException _) {
                // killed, or not up yet
            }
            again.incrementAndGet();
            Thread.sleep(BREATH);
        }
        throw new IllegalStateException("a need was not taken in for " + GIVEN_UP);
    }
}
