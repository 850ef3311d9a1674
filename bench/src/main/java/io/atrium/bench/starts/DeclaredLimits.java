// SPDX-License-Identifier: Apache-2.0
package io.atrium.bench.starts;

import io.atrium.engine.scheduler.model.Limits;
import io.atrium.engine.scheduler.replay.ReplayJob;
import java.time.Duration;
import java.util.List;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;

/// Limits for a trace whose users declared none. Assumed: the next of the usual limits above one to ten times what the
/// job takes (evenly in the logarithm), as users' limits on machines are that record them.
final class DeclaredLimits {
    private static final long SEED = 20_261_130L;

    /// The tenant of a trace that names none.
    private static final String NOBODY = "nobody";

    private static final List<Duration> USUAL = List.of(
            Duration.ofHours(1),
            Duration.ofHours(4),
            Duration.ofHours(12),
            Duration.ofDays(1),
            Duration.ofDays(2),
            Duration.ofDays(4),
            Duration.ofDays(7),
            Duration.ofDays(14));

    private DeclaredLimits() {}

    static List<ReplayJob> drawn(List<ReplayJob> jobs) {
        var random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);
        return jobs.stream().map(job -> limited(job, drawn(job, random))).toList();
    }

    /// Nobody says anything: every limit is the longest.
    static List<ReplayJob> longest(List<ReplayJob> jobs) {
        return jobs.stream().map(job -> limited(job, Limits.TIME_LIMIT_MAX)).toList();
    }

    private static Duration drawn(ReplayJob job, RandomGenerator random) {
        var wanted = Duration.ofSeconds((long) (job.durationS() * Math.pow(10, random.nextDouble())));
        return USUAL.stream()
                .filter(limit -> limit.compareTo(wanted) >= 0)
                .findFirst()
                .orElse(Limits.TIME_LIMIT_MAX);
    }

    private static ReplayJob limited(ReplayJob job, Duration limit) {
        var tenant = job.tenant().isEmpty() ? NOBODY : job.tenant();
        return new ReplayJob(job.id(), tenant, job.submitS(), job.gpus(), job.durationS(), limit.toSeconds());
    }
}
