// SPDX-License-Identifier: Apache-2.0
package io.atrium.bench.placement;

import io.atrium.bench.Row;
import io.atrium.bench.Row.Limit;
import io.atrium.bench.Row.Peer;
import io.atrium.engine.scheduler.Round;
import io.atrium.engine.scheduler.RoundResult;
import io.atrium.engine.scheduler.RoundResult.Waiting;
import io.atrium.engine.scheduler.model.Snapshot;
import io.atrium.engine.scheduler.model.StartEstimate;
import io.atrium.engine.scheduler.reference.LinearRound;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.random.RandomGeneratorFactory;

/// One live round over 100,000 waiting jobs before 50,000 GPUs of nine providers: turns by fair share, quotas, wishes,
/// gangs and reservations, and of every job its reasons, remedies and start interval. The naive round finds every turn
/// by looking at the whole queue and every place by looking at all nodes; it can do a shorter queue only, and explains
/// nothing. On that queue both must choose the same.
record FullRounds(long seed, Consumer<String> messages) {
    private static final int WAITING = 100_000;

    /// What the naive round does in bounded time.
    private static final int WAITING_FOR_SCAN = 2_000;

    private static final int WARM_UP = 5;
    private static final int ROUNDS = 9;
    private static final double SECONDS_GOAL = 2;

    List<Row> rows() {
        var naive = naive();
        var snapshot = queue(WAITING);
        messages.accept("timing a round over %,d waiting jobs, %d times".formatted(WAITING, ROUNDS));
        var seconds = seconds(snapshot);
        var result = Round.of(snapshot);
        return List.of(
                new Row("round over 100,000 waiting jobs, median", "s", seconds, null, Limit.atMost(SECONDS_GOAL)),
                new Row(
                        "jobs of a round (the scan: 2,000 jobs, choices only)",
                        "1/s",
                        WAITING / seconds,
                        new Peer("scan of all jobs and nodes", naive),
                        Limit.atLeast(WAITING / SECONDS_GOAL)),
                share(
                        "waiting jobs told their reasons",
                        result,
                        waiting -> !waiting.reasons().isEmpty()),
                share(
                        "waiting jobs told a start interval (the others: later than 30 days)",
                        result,
                        waiting -> waiting.start() instanceof StartEstimate.Between));
    }

    /// Jobs a second of the naive round.
    private double naive() {
        var snapshot = queue(WAITING_FOR_SCAN);
        messages.accept("a naive round over %,d waiting jobs".formatted(WAITING_FOR_SCAN));
        var before = System.nanoTime();
        var choices = LinearRound.of(snapshot);
        var seconds = (System.nanoTime() - before) / 1e9;
        var result = Round.of(snapshot);
        if (!result.placed().equals(choices.placed())
                || !result.waiting().stream().map(Waiting::job).toList().equals(choices.waiting())) {
            throw new IllegalStateException("the round and the scan choose differently");
        }
        return WAITING_FOR_SCAN / seconds;
    }

    private static double seconds(Snapshot snapshot) {
        for (var i = 0; i < WARM_UP; i++) {
            Round.of(snapshot);
        }
        var seconds = new double[ROUNDS];
        for (var i = 0; i < ROUNDS; i++) {
            var before = System.nanoTime();
            Round.of(snapshot);
            seconds[i] = (System.nanoTime() - before) / 1e9;
        }
        Arrays.sort(seconds);
        return seconds[ROUNDS / 2];
    }

    private interface Told {
        boolean holds(Waiting waiting);
    }

    private static Row share(String figure, RoundResult result, Told told) {
        var count = result.waiting().stream().filter(told::holds).count();
        return new Row(figure, "%", 100.0 * count / result.waiting().size(), null, null);
    }

    private Snapshot queue(int waiting) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        return new FullQueue(random).snapshot(waiting);
    }
}
