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
import java.util.stream.IntStream;

/// Firms that raise needs, many at once, each until it is told that the need was taken in: what is not answered is sent
/// again under the same key.
final class Firms {

    /// How the words of these needs begin.
    static final String WORDS = "压测诉求";

    private static final int AT_ONCE = 32;
    private static final Duration BREATH = Duration.ofMillis(200);
    private static final Duration GIVEN_UP = Duration.ofMinutes(5);
    private static final Pattern ID = Pattern.compile("\"id\":\"(apl_[^\"]+)\"");

    private final Program program;
    private final String category;
    private final int needsPerRequest;

    /// @param needsPerRequest 1, or how many a hotline hands over at once
    Firms(Program program, String category, int needsPerRequest) {
        this.program = program;
        this.category = category;
        this.needsPerRequest = needsPerRequest;
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
        return send(() -> left.getAndAdd(-needsPerRequest) > 0, disturbance);
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
                        sent.addAndGet(needsPerRequest);
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
        var needs = IntStream.range(0, needsPerRequest)
                .mapToObj(each -> """
                        {"category":"%s","words":"%s %s-%d：机房空调不制冷，请尽快检修。","place":"B 座 5 层"}""".formatted(category, WORDS, key, each))
                .toList();
        var path = needsPerRequest == 1 ? "/api/v1/appeals" : "/api/v1/appeal-batches";
        var body = needsPerRequest == 1 ? needs.getFirst() : "{\"appeals\":" + needs + "}";
        var end = System.nanoTime() + GIVEN_UP.toNanos();
        while (System.nanoTime() < end) {
            try {
                var answer = program.post(path, key, body);
                if (answer.statusCode() < 300) {
                    var taken = ID.matcher(answer.body())
                            .results()
                            .map(id -> id.group(1))
                            .toList();
                    if (taken.size() != needsPerRequest) throw new IllegalStateException(answer.body());
                    ids.addAll(taken);
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
