// SPDX-License-Identifier: Apache-2.0
package io.atrium.bench.running;

import static java.util.Objects.requireNonNull;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Users who each read a page, think, and read the next one: a slow answer makes them come back later, as people do.
public record ClosedLoop(List<Reader> users, List<String> paths, Duration think) {

    /// @return the waiting times of each page
    public Map<String, Latencies> run(Duration length) throws Exception {
        var latencies = new LinkedHashMap<String, Latencies>();
        paths.forEach(path -> latencies.put(path, new Latencies()));
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var running = new ArrayList<Future<?>>();
            for (var number = 0; number < users.size(); number++) {
                var first = number;
                running.add(threads.submit(() -> visit(first, latencies, length)));
            }
            for (var user : running) user.get();
        }
        return latencies;
    }

    /// User `number` begins at page `number` and after that share of the thinking time, so that they do not march in
    /// step.
    private Void visit(int number, Map<String, Latencies> latencies, Duration length) throws Exception {
        var end = System.nanoTime() + length.toNanos();
        Thread.sleep(think.multipliedBy(number).dividedBy(users.size()));
        for (var turn = number; System.nanoTime() < end; turn++) {
            var path = paths.get(turn % paths.size());
            var begin = System.nanoTime();
            users.get(number).read(path);
            requireNonNull(latencies.get(path)).add(System.nanoTime() - begin);
            Thread.sleep(think);
        }
        return null;
    }
}
