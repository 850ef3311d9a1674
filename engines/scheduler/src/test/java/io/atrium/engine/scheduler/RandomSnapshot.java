// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler;

import io.atrium.engine.scheduler.index.FleetIndex;
import io.atrium.engine.scheduler.model.GpuModel;
import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.JobId;
import io.atrium.engine.scheduler.model.NodeState;
import io.atrium.engine.scheduler.model.Running;
import io.atrium.engine.scheduler.model.Shares;
import io.atrium.engine.scheduler.model.Snapshot;
import io.atrium.engine.scheduler.model.TenantId;
import io.atrium.engine.scheduler.model.Turn;
import io.atrium.engine.scheduler.model.Wishes;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Random;

/// A snapshot drawn from a seed: up to four pools of eight-GPU nodes, three tenants, running and waiting jobs.
public final class RandomSnapshot {
    private static final String[] MODELS = {"h100", "l40"};

    private RandomSnapshot() {}

    public static Snapshot of(long seed) {
        var random = new Random(seed);
        var scene = new Scene();
        for (var pool = 0; pool <= random.nextInt(4); pool++) {
            scene.pool(Scene.poolOf("p" + pool, MODELS[pool % 2], 8, 100L * random.nextInt(3)), 1 + random.nextInt(6));
            scene.state("p" + pool + "-1", NodeState.values()[random.nextInt(3)]);
        }
        for (var tenant = 0; tenant < 3; tenant++) {
            scene.quota("t" + tenant, random.nextInt(60));
        }
        for (var job = 0; job < random.nextInt(40); job++) {
            scene.waits(job(random, "w" + job));
        }
        var snapshot = withRunning(scene.snapshot(), random);
        return random.nextBoolean() ? snapshot.withShares(shares(random)) : snapshot;
    }

    private static Shares shares(Random random) {
        var weights = new HashMap<TenantId, Integer>();
        var used = new ArrayList<Shares.Used>();
        for (var tenant = 0; tenant < 3; tenant++) {
            var id = new TenantId("t" + tenant);
            if (random.nextInt(4) > 0) {
                weights.put(id, 1 + random.nextInt(5));
            }
            for (var project = 0; project < random.nextInt(3); project++) {
                var model = new GpuModel(MODELS[random.nextInt(2)]);
                used.add(new Shares.Used(id, "p" + project, model, random.nextLong(10_000_000_000L)));
            }
        }
        return new Shares(Duration.ofDays(1 + random.nextInt(20)), weights, used);
    }

    static Job job(Random random, String id) {
        var gpus = random.nextInt(10) < 7 ? 1 + random.nextInt(8) : 1 + random.nextInt(50);
        var wishes = Wishes.anywhere();
        if (random.nextBoolean()) {
            wishes = wishes.onModel(new GpuModel(MODELS[random.nextInt(2)]));
        }
        if (random.nextInt(5) == 0) {
            wishes = wishes.upTo(100L * random.nextInt(3));
        }
        var job =
                Scene.job(id, gpus, Duration.ofMinutes(1 + random.nextInt(600))).withWishes(wishes);
        var at = Scene.TEN.minusSeconds(random.nextInt(3_600));
        var turn = new Turn(random.nextInt(3), at, random.nextBoolean() ? "" : "p" + random.nextInt(3));
        return new Job(
                job.id(), new TenantId("t" + random.nextInt(3)), job.gpus(), job.timeLimit(), turn, job.wishes());
    }

    private static Snapshot withRunning(Snapshot snapshot, Random random) {
        var index = FleetIndex.of(snapshot.fleet());
        var running = new ArrayList<Running>();
        for (var number = 0; number < random.nextInt(30); number++) {
            var job = job(random, "r" + number);
            index.place(job)
                    .ifPresent(placement -> running.add(new Running(
                            new JobId(job.id().value()),
                            job.tenant(),
                            placement,
                            snapshot.at().plus(job.timeLimit()))));
        }
        return new Snapshot(snapshot.at(), snapshot.fleet(), snapshot.quotas(), snapshot.waiting(), running);
    }
}
