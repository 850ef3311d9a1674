// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.replay;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Learned ladder: jobs by the GPU-time that one more ending is expected to cost (Gittins' index, inverted), from the
/// lengths of jobs that have ended.
///
/// Of jobs that have done `a` seconds, some end within the next `d`. The expected work for one ending is the mean of
/// what they do within `d`, divided by the share that ends within it; the best `d` counts. Times the GPUs this says
/// what serving the job costs. Until enough jobs have ended, what was attained decides.
final class LearnedLadder implements Ladder {
    /// Ages at which the index is known: doubling every other step, from half a minute to half a year.
    private static final double STEP = Math.sqrt(2);

    private static final int FIRST_AGE_S = 30;
    private static final int AGES = 40;
    /// Fewer lengths than this say little.
    private static final int ENOUGH = 100;
    private static final int LEARN_EVERY = 500;
    /// From one level to the next the cost of an ending grows by so much.
    private static final double LEVEL = 1.5;

    private final Ladder unlearned;
    private final Map<String, Lengths> groups = new HashMap<>();
    private final Lengths everybody = new Lengths();
    private int ended;
    private int edition;

    LearnedLadder(Ladder unlearned) {
        this.unlearned = unlearned;
    }

    /// Lengths seen in one group of jobs, by steps of age, and what follows from them.
    private static final class Lengths {
        private final double[] endedIn = new double[AGES + 1];
        private final double[] cost = new double[AGES + 1];
        private int count;

        void add(long duration) {
            endedIn[step(duration)]++;
            count++;
        }

        /// For each age the least expected work for one ending, over all horizons.
        void learn() {
            for (var age = 0; age <= AGES; age++) {
                cost[age] = costFrom(age);
            }
        }

        private double costFrom(int age) {
            var left = 0.0;
            for (var step = age; step <= AGES; step++) {
                left += endedIn[step];
            }
            if (left == 0) {
                return ageOf(age);
            }
            var best = Double.POSITIVE_INFINITY;
            var worked = 0.0;
            var gone = 0.0;
            for (var step = age; step <= AGES; step++) {
                var width = ageOf(step + 1) - ageOf(step);
                var ending = endedIn[step];
                worked += width * (left - gone - ending / 2);
                gone += ending;
                if (gone > 0) {
                    best = Math.min(best, worked / gone);
                }
            }
            return best;
        }
    }

    @Override
    public int level(ReplayJob job, long done) {
        var lengths = lengths(job);
        if (lengths.count < ENOUGH) {
            return unlearned.level(job, done);
        }
        var cost = lengths.cost[step(done)] * job.gpus();
        return Math.max(0, (int) (Math.log(Math.max(1, cost)) / Math.log(LEVEL)));
    }

    @Override
    public long nextChange(ReplayJob job, long done) {
        var lengths = lengths(job);
        return lengths.count < ENOUGH ? unlearned.nextChange(job, done) : (long) Math.ceil(ageOf(step(done) + 1));
    }

    @Override
    public void ended(ReplayJob job) {
        everybody.add(job.durationS());
        for (var name : names(job)) {
            groups.computeIfAbsent(name, _ -> new Lengths()).add(job.durationS());
        }
        if (++ended % LEARN_EVERY == 0 || ended == ENOUGH) {
            everybody.learn();
            groups.values().forEach(Lengths::learn);
            edition++;
        }
    }

    @Override
    public int edition() {
        return edition;
    }

    /// The narrowest group with enough jobs that have ended.
    private Lengths lengths(ReplayJob job) {
        for (var name : names(job)) {
            var group = groups.get(name);
            if (group != null && group.count >= 2 * ENOUGH && group.cost[0] > 0) {
                return group;
            }
        }
        return everybody;
    }

    private static List<String> names(ReplayJob job) {
        var size = job.gpus() <= 1 ? "1" : job.gpus() < 8 ? "<8" : job.gpus() == 8 ? "8" : ">8";
        return List.of(job.tenant() + " " + size, "any " + size);
    }

    private static int step(long seconds) {
        return seconds < FIRST_AGE_S
                ? 0
                : (int) Math.min(
                        AGES, 1 + Math.floor(Math.log((double) seconds / FIRST_AGE_S) / Math.log(STEP) + 1e-9));
    }

    private static double ageOf(int step) {
        return step == 0 ? 0 : FIRST_AGE_S * Math.pow(STEP, step - 1);
    }
}
