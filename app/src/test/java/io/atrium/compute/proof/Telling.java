// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.proof;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/// The providers' side: tells every message until somebody has answered that it is done, in any order, to any node,
/// some of them twice, and now and then one again that was done long ago.
final class Telling {
    private static final int AT_ONCE_MAX = 80;
    private static final int DOUBLED_ONE_IN = 5;
    private static final int LONG_DONE = 8;

    private final Random random;
    private final Map<String, Message> open = new ConcurrentHashMap<>();
    private final List<Message> known = new ArrayList<>();
    private final Semaphore answers = new Semaphore(0);
    private long told;

    Telling(Random random) {
        this.random = random;
    }

    void add(List<Message> messages) {
        messages.forEach(message -> open.put(message.key(), message));
        known.addAll(messages);
    }

    /// A node's answer.
    void answered(String answer, String key) {
        if (answer.equals("DONE")) {
            open.remove(key);
        }
        answers.release();
    }

    boolean isEverythingDone() {
        return open.isEmpty();
    }

    /// How many messages were sent, repeats included.
    long told() {
        return told;
    }

    long known() {
        return known.size();
    }

    void tellSome(List<NodeProcess> ready) {
        var chosen = new ArrayList<>(open.values());
        Collections.shuffle(chosen, random);
        var messages = new ArrayList<>(chosen.subList(0, Math.min(chosen.size(), AT_ONCE_MAX)));
        chosen.stream().filter(_ -> random.nextInt(DOUBLED_ONE_IN) == 0).forEach(messages::add);
        for (int i = 0; i < LONG_DONE && !known.isEmpty(); i++) {
            messages.add(known.get(random.nextInt(known.size())));
        }
        Collections.shuffle(messages, random);
        answers.drainPermits();
        for (var message : messages) {
            ready.get(random.nextInt(ready.size())).tell(message);
            told++;
        }
    }

    /// Until that many answers have come, or until they are late, because somebody was killed.
    void awaitAnswers(int count, Duration atMost) {
        try {
            answers.tryAcquire(count, atMost.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
