// SPDX-License-Identifier: Apache-2.0
package io.atrium.bench.placement;

import io.atrium.engine.scheduler.model.GpuModel;
import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.JobId;
import io.atrium.engine.scheduler.model.Placement;
import io.atrium.engine.scheduler.model.PoolPreference;
import io.atrium.engine.scheduler.model.TenantId;
import io.atrium.engine.scheduler.model.Turn;
import io.atrium.engine.scheduler.model.Wishes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// A seeded stream of jobs that come and go while the fleet stays about 80% full. Only the decisions are timed.
///
/// The same seed and the same choices give the same stream, so two ways of placing can be compared choice by choice.
final class PlacementStream {
    private static final int FULL_PERCENT = 80;
    private static final int KINDS = 4_096;
    private static final int[] SIZES = {1, 1, 1, 2, 2, 4, 4, 8, 8, 8, 16, 32, 64, 128};

    private final Function<Job, Optional<Placement>> place;
    private final Consumer<Placement> free;
    private final RandomGenerator random;
    private final List<Job> kinds;
    private final List<Placement> held = new ArrayList<>();
    private long gpusHeld;

    PlacementStream(Function<Job, Optional<Placement>> place, Consumer<Placement> free, long seed) {
        this.place = place;
        this.free = free;
        random = RandomGeneratorFactory.of("L64X128MixRandom").create(seed);
        kinds = jobs(random);
    }

    /// Fills the fleet to its level.
    void fill() {
        var decisions = 0;
        while (!isFull() && decisions++ < 10 * GeneratedFleet.GPUS) {
            keep(place.apply(next()));
        }
    }

    /// Makes decisions and gives the nanoseconds and the choice of each.
    Decisions decide(int count) {
        var nanos = new long[count];
        var choices = new ArrayList<Optional<Placement>>(count);
        for (var i = 0; i < count; i++) {
            while (isFull()) {
                freeOne();
            }
            var job = next();
            var before = System.nanoTime();
            var choice = place.apply(job);
            nanos[i] = System.nanoTime() - before;
            choices.add(choice);
            keep(choice);
        }
        return new Decisions(nanos, choices);
    }

    /// What came out of a run of decisions.
    record Decisions(long[] nanos, List<Optional<Placement>> choices) {}

    private boolean isFull() {
        return gpusHeld * 100 >= (long) GeneratedFleet.GPUS * FULL_PERCENT;
    }

    private void keep(Optional<Placement> choice) {
        choice.ifPresent(placement -> {
            held.add(placement);
            gpusHeld += placement.gpus();
        });
    }

    private void freeOne() {
        var last = held.removeLast();
        var victim = held.isEmpty() ? last : held.set(random.nextInt(held.size()), last);
        gpusHeld -= victim.gpus();
        free.accept(victim);
    }

    private Job next() {
        return kinds.get(random.nextInt(KINDS));
    }

    private static List<Job> jobs(RandomGenerator random) {
        var jobs = new ArrayList<Job>(KINDS);
        for (var number = 0; number < KINDS; number++) {
            var wishes = Wishes.anywhere();
            if (random.nextInt(3) > 0) {
                wishes = wishes.onModel(
                        new GpuModel(GeneratedFleet.MODELS[random.nextInt(GeneratedFleet.MODELS.length)]));
            }
            if (random.nextInt(4) == 0) {
                wishes = wishes.upTo(400 + 50L * random.nextInt(16));
            }
            if (random.nextBoolean()) {
                wishes = wishes.preferring(PoolPreference.TIGHTEST_FIT);
            }
            var gpus = SIZES[random.nextInt(SIZES.length)];
            var turn = new Turn(0, Instant.EPOCH);
            jobs.add(new Job(new JobId("job-" + number), new TenantId("t"), gpus, Duration.ofHours(1), turn, wishes));
        }
        return jobs;
    }
}
