// SPDX-License-Identifier: Apache-2.0
package io.atrium.compute.simulation;

import io.atrium.compute.execution.simulated.SimulatedRun.Work;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Random;

/// A day of arrivals (一天的到达), wholly determined by its seed; a minute of it takes a second.
///
/// Little by night, most in the late morning and the afternoon; a few large jobs ask for most of the GPUs; some pools
/// are
/// wanted more than others, so that there is a queue before them and none before others. Declared limits are longer
/// than
/// runs, as people's are. A few firms have most of the jobs; two jobs in five may be interrupted. The shape is
/// invented, no firm's or provider's record.
final class Day {

    /// How many times as fast as life it goes.
    static final int SPEED = 60;

    static final Duration LENGTH = Duration.ofDays(1).dividedBy(SPEED);

    /// When it begins: before the busy hours; the night comes last.
    static final Duration BEGINS = Duration.ofHours(8);

    /// Arrivals of each hour from midnight on, in parts of all.
    private static final int[] HOURS = {2, 1, 1, 1, 1, 2, 3, 5, 8, 11, 12, 10, 7, 9, 11, 11, 10, 8, 6, 5, 5, 4, 4, 3};

    /// GPUs and how often they are asked for, in parts.
    private static final int[][] SIZES = {
        {8, 26}, {16, 14}, {32, 12}, {64, 14}, {128, 12}, {256, 10}, {512, 7}, {1024, 5}
    };

    private static final int WORKS_SECONDS_MIN = 20;
    private static final int WORKS_SECONDS_MEAN = 150;
    private static final int WORKS_SECONDS_MAX = 600;
    private static final int FAILING_PERCENT = 4;
    private static final int LIMIT_SECONDS_MIN = 60;
    private static final int INTERRUPTIBLE_PERCENT = 40;

    /// A quarter of an hour in the life that it stands for.
    private static final Duration SAVES_EVERY = Duration.ofMinutes(15).dividedBy(SPEED);

    private Day() {}

    /// A pool with its size, and how much it is wanted beside its size; where it sells shares, a job takes one.
    record Target(String pool, int gpus, int wanted, boolean sellsShares) {}

    static List<Arrival> of(long seed, int jobs, int firms, List<Target> pools) {
        var random = new Random(seed);
        var moments = new ArrayList<Duration>();
        for (int job = 0; job < jobs; job++) {
            moments.add(moment(random));
        }
        moments.sort(Comparator.naturalOrder());
        var arrivals = new ArrayList<Arrival>();
        for (int job = 0; job < jobs; job++) {
            arrivals.add(arrival(job + 1, moments.get(job), random, firms, pools));
        }
        return arrivals;
    }

    private static Arrival arrival(int number, Duration at, Random random, int firms, List<Target> pools) {
        var target = target(random, pools);
        int size = size(random);
        int gpus = target.sellsShares() ? 1 : Math.min(size, target.gpus());
        var works = Duration.ofSeconds(Math.clamp(
                Math.round(-Math.log(1 - random.nextDouble()) * WORKS_SECONDS_MEAN),
                WORKS_SECONDS_MIN,
                WORKS_SECONDS_MAX));
        var declared = works.toSeconds() * (120 + random.nextInt(180)) / 100;
        var limit = Duration.ofSeconds(Math.max(LIMIT_SECONDS_MIN, declared));
        boolean fails = random.nextInt(100) < FAILING_PERCENT;
        var firm = firm(random, firms);
        var work = new Work(works, fails, random.nextInt(100) < INTERRUPTIBLE_PERCENT ? SAVES_EVERY : null);
        return new Arrival(number, at, firm, target.pool(), gpus, work, limit);
    }

    /// The first tenth has almost half of the jobs, so that some come up against their quotas.
    private static int firm(Random random, int firms) {
        double place = random.nextDouble();
        return (int) (place * place * place * firms);
    }

    private static Duration moment(Random random) {
        int part = random.nextInt(Arrays.stream(HOURS).sum());
        int hour = 0;
        for (; part >= HOURS[hour]; hour++) {
            part -= HOURS[hour];
        }
        long sinceBegin = Math.floorMod(hour - BEGINS.toHours(), HOURS.length);
        return Duration.ofHours(sinceBegin)
                .plusMillis(random.nextInt(3_600_000))
                .dividedBy(SPEED);
    }

    private static int size(Random random) {
        int part = random.nextInt(Arrays.stream(SIZES).mapToInt(size -> size[1]).sum());
        for (var size : SIZES) {
            part -= size[1];
            if (part < 0) {
                return size[0];
            }
        }
        throw new IllegalStateException();
    }

    private static Target target(Random random, List<Target> pools) {
        long part = random.nextLong(pools.stream().mapToLong(Day::weight).sum());
        for (var pool : pools) {
            part -= weight(pool);
            if (part < 0) {
                return pool;
            }
        }
        throw new IllegalStateException();
    }

    private static long weight(Target pool) {
        return (long) pool.gpus() * pool.wanted();
    }
}
