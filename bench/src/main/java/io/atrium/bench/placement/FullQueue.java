// SPDX-License-Identifier: Apache-2.0
package io.atrium.bench.placement;

import io.atrium.engine.scheduler.index.FleetIndex;
import io.atrium.engine.scheduler.model.Fleet;
import io.atrium.engine.scheduler.model.GpuModel;
import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.JobId;
import io.atrium.engine.scheduler.model.PoolPreference;
import io.atrium.engine.scheduler.model.ProviderId;
import io.atrium.engine.scheduler.model.Quotas;
import io.atrium.engine.scheduler.model.Running;
import io.atrium.engine.scheduler.model.Shares;
import io.atrium.engine.scheduler.model.Snapshot;
import io.atrium.engine.scheduler.model.TenantId;
import io.atrium.engine.scheduler.model.Turn;
import io.atrium.engine.scheduler.model.Wishes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/// A full fleet and the queue before it, with everything that a round looks at: 300 tenants with weights, quotas, use
/// and projects, gangs up to 128 GPUs, three priorities, wishes for models, providers and prices, limits up to two
/// days. Nine in ten GPUs are in use.
final class FullQueue {
    private static final Instant NOW = Instant.parse("2026-03-02T10:00:00Z");
    private static final int TENANTS = 300;
    private static final int PROJECTS = 3;
    private static final int[] SIZES = {1, 1, 1, 2, 2, 4, 4, 8, 8, 8, 16, 32, 64, 128};
    private static final int FULL_PERCENT = 90;

    private final RandomGenerator random;
    private final Fleet fleet;
    private int number;

    FullQueue(RandomGenerator random) {
        this.random = random;
        fleet = GeneratedFleet.of(random);
    }

    Snapshot snapshot(int waiting) {
        var queue = new ArrayList<Job>(waiting);
        var running = running();
        while (queue.size() < waiting) {
            queue.add(job());
        }
        return new Snapshot(NOW, fleet, quotas(), shares(), queue, running);
    }

    private List<Running> running() {
        var index = FleetIndex.of(fleet);
        var running = new ArrayList<Running>();
        while (index.freeGpus() * 100L > GeneratedFleet.GPUS * (100L - FULL_PERCENT)) {
            var job = job();
            index.place(job).ifPresent(placement -> {
                var left =
                        Duration.ofSeconds(1 + random.nextLong(job.timeLimit().toSeconds()));
                running.add(new Running(
                        job.id(),
                        job.tenant(),
                        placement,
                        NOW.plus(left),
                        job.turn().project()));
            });
        }
        return running;
    }

    private Job job() {
        var turn = new Turn(
                random.nextInt(20) == 0 ? 1 + random.nextInt(2) : 0,
                NOW.minusSeconds(random.nextInt(7 * 86_400)),
                "project-" + random.nextInt(PROJECTS));
        return new Job(
                new JobId("job-%06d".formatted(number++)),
                tenant(random.nextInt(TENANTS)),
                SIZES[random.nextInt(SIZES.length)],
                Duration.ofMinutes(10 + random.nextInt(2 * 24 * 60)),
                turn,
                wishes());
    }

    private Wishes wishes() {
        var wishes = Wishes.anywhere();
        if (random.nextInt(3) > 0) {
            wishes = wishes.onModel(new GpuModel(GeneratedFleet.MODELS[random.nextInt(GeneratedFleet.MODELS.length)]));
        } else if (random.nextInt(3) == 0) {
            wishes = wishes.atProviders(Set.of(new ProviderId("provider-" + random.nextInt(9))));
        }
        if (random.nextInt(4) == 0) {
            wishes = wishes.upTo(600 + 100L * random.nextInt(6));
        }
        return random.nextBoolean() ? wishes.preferring(PoolPreference.TIGHTEST_FIT) : wishes;
    }

    private Quotas quotas() {
        var quotas = new HashMap<TenantId, Integer>();
        for (var tenant = 0; tenant < TENANTS; tenant++) {
            quotas.put(tenant(tenant), 128 + random.nextInt(1_024));
        }
        return new Quotas(quotas);
    }

    private Shares shares() {
        var weights = new HashMap<TenantId, Integer>();
        var used = new ArrayList<Shares.Used>();
        for (var tenant = 0; tenant < TENANTS; tenant++) {
            weights.put(tenant(tenant), 1 + random.nextInt(8));
            for (var project = 0; project < PROJECTS; project++) {
                used.add(new Shares.Used(
                        tenant(tenant),
                        "project-" + project,
                        new GpuModel(GeneratedFleet.MODELS[random.nextInt(GeneratedFleet.MODELS.length)]),
                        random.nextLong(40_000L * 3_600_000)));
            }
        }
        return new Shares(Duration.ofDays(7), weights, used);
    }

    private static TenantId tenant(int number) {
        return new TenantId("tenant-%03d".formatted(number));
    }
}
