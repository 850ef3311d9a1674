// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler;

import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.JobId;
import io.atrium.engine.scheduler.model.LikelyStart;
import io.atrium.engine.scheduler.model.Snapshot;
import io.atrium.engine.scheduler.model.StartEnds;
import io.atrium.engine.scheduler.model.StartExperience;
import io.atrium.engine.scheduler.model.StartRange;
import io.atrium.engine.scheduler.model.ToldStart;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/// What was learned about starts, drawn from a seed: two books, and some of the waiting jobs were told something.
public final class RandomExperience {
    private static final String SIMULATED = "simulated, book";

    private RandomExperience() {}

    public static StartExperience of(long seed, Snapshot snapshot) {
        var random = new Random(seed ^ 0xe57);
        var told = new HashMap<JobId, ToldStart>();
        var bookOf = new HashMap<JobId, String>();
        for (var job : snapshot.waiting().stream()
                .sorted(Comparator.comparing(Job::id))
                .toList()) {
            if (random.nextInt(4) == 0) {
                bookOf.put(job.id(), SIMULATED);
            }
            if (random.nextInt(3) > 0) {
                var book = bookOf.getOrDefault(job.id(), StartExperience.USUAL);
                told.put(job.id(), told(job.id(), book, snapshot.at(), random));
            }
        }
        return new StartExperience(Map.of(StartExperience.USUAL, book(random), SIMULATED, book(random)), told, bookOf);
    }

    private static StartExperience.Book book(Random random) {
        var ends = new StartEnds(random.nextInt(60_000) - 20_000, random.nextInt(60_000) - 20_000);
        var waits = IntStream.range(0, random.nextInt(200))
                .mapToObj(number -> new StartExperience.Wait(
                        new JobId("past-" + number), 100 * random.nextInt(6), random.nextLong(3_000_000)))
                .toList();
        return new StartExperience.Book(ends, waits);
    }

    private static ToldStart told(JobId job, String book, Instant now, Random random) {
        var at = now.minusSeconds(random.nextInt(10_000));
        Optional<LikelyStart> likely = random.nextInt(3) == 0 ? Optional.empty() : Optional.of(likely(at, random));
        return new ToldStart(job, book, 100 * random.nextInt(6), at, range(at, random), likely, random.nextInt(4) == 0);
    }

    private static LikelyStart likely(Instant at, Random random) {
        var range = range(at, random);
        return new LikelyStart(range.earliest(), range);
    }

    private static StartRange range(Instant at, Random random) {
        var earliest = at.plusSeconds(random.nextInt(5_000));
        return new StartRange(earliest, earliest.plusSeconds(random.nextInt(10_000)));
    }
}
