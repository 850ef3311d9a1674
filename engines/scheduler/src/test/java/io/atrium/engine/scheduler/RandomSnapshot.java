// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler;

import io.atrium.engine.scheduler.index.FleetIndex;
import io.atrium.engine.scheduler.model.GpuModel;
import io.atrium.engine.scheduler.model.GpuShare;
import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.JobId;
import io.atrium.engine.scheduler.model.Lending;
import io.atrium.engine.scheduler.model.Link;
import io.atrium.engine.scheduler.model.NodeState;
import io.atrium.engine.scheduler.model.PerGpu;
import io.atrium.engine.scheduler.model.Pool;
import io.atrium.engine.scheduler.model.ProviderId;
import io.atrium.engine.scheduler.model.Running;
import io.atrium.engine.scheduler.model.Shape;
import io.atrium.engine.scheduler.model.Shares;
import io.atrium.engine.scheduler.model.Snapshot;
import io.atrium.engine.scheduler.model.TenantId;
import io.atrium.engine.scheduler.model.Turn;
import io.atrium.engine.scheduler.model.Wishes;
import io.atrium.engine.scheduler.model.Yielding;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntSupplier;
import java.util.stream.Collectors;

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
            scene.waits(mixed(random, "w" + job));
        }
        var snapshot = withRunning(scene.snapshot(), random, () -> random.nextInt(30));
        snapshot = random.nextInt(3) == 0 ? snapshot : snapshot.withLending(lending(snapshot, random));
        return random.nextBoolean() ? snapshot.withShares(shares(random)) : snapshot;
    }

    /// Full pools, small quotas, and pools that lend: so that jobs borrow and give back.
    public static Snapshot crowded(long seed) {
        var random = new Random(seed);
        var scene = new Scene();
        for (var pool = 0; pool < 2; pool++) {
            scene.pool(Scene.poolOf("p" + pool, MODELS[pool], 8, 100L), 2 + random.nextInt(4));
        }
        for (var tenant = 0; tenant < 3; tenant++) {
            scene.quota("t" + tenant, random.nextInt(20));
        }
        for (var job = 0; job < 20; job++) {
            scene.waits(mixed(random, "w" + job));
        }
        var runs = 5 + random.nextInt(30);
        var snapshot = withRunning(scene.snapshot(), random, () -> runs);
        return snapshot.withLending(lending(snapshot, random));
    }

    /// The same as [#crowded] or [#of], with more siblings, and dates for two jobs in three: far away, close, and past.
    public static Snapshot dated(long seed) {
        var random = new Random(seed ^ 0xda7e);
        var plain = random.nextBoolean() ? of(seed) : crowded(seed);
        return plain.withWaiting(
                plain.waiting().stream().map(job -> dated(job, random)).toList());
    }

    /// A mixed fleet of small pools: whole GPUs, quarters, sevenths and halves; some say what comes with a GPU,
    /// and how fast their network is. Jobs want shares or whole GPUs, with CPUs and memory or without, on a fast
    /// network or any, near data or not; some borrow and give back.
    public static Snapshot shaped(long seed) {
        var random = new Random(seed ^ 0x5a9e);
        var scene = new Scene();
        for (var pool = 0; pool < 5; pool++) {
            var share = new GpuShare(List.of(1, 4, 7, 2, 1).get(pool));
            var gives = random.nextBoolean() ? PerGpu.NOTHING : new PerGpu(8 * (1 + random.nextInt(2)), 128);
            var plain = Scene.poolOf("p" + pool, MODELS[pool % 2], 1 + random.nextInt(4), 100L * random.nextInt(4));
            var link = new Link(100 * random.nextInt(5));
            scene.pool(plain.shaped(new Shape(share, gives, link)), 1 + random.nextInt(3));
        }
        scene.state("p1-1", NodeState.values()[random.nextInt(3)]);
        for (var tenant = 0; tenant < 3; tenant++) {
            scene.quota("t" + tenant, random.nextInt(6));
        }
        for (var job = 0; job < random.nextInt(40); job++) {
            scene.waits(shaped(mixed(random, "w" + job), random));
        }
        var runs = random.nextInt(30);
        var snapshot = withRunning(scene.snapshot(), random, () -> runs);
        snapshot = snapshot.withLending(lending(snapshot, random));
        return random.nextBoolean() ? snapshot.withShares(shares(random)) : snapshot;
    }

    private static Job shaped(Job job, Random random) {
        var share = new GpuShare(List.of(1, 2, 4, 7, 8).get(random.nextInt(5)));
        var needs = random.nextInt(3) > 0 ? PerGpu.NOTHING : new PerGpu(random.nextInt(20), random.nextInt(2) * 64);
        var link = random.nextInt(3) > 0 ? Link.NOTHING : new Link(100 * (1 + random.nextInt(4)));
        var wishes = job.wishes().shaped(new Shape(share, needs, link));
        if (random.nextInt(3) == 0) {
            wishes = wishes.nearDataAt(new ProviderId("of-p" + random.nextInt(5)));
        }
        var gpus = share.isWhole() ? 1 + random.nextInt(5) : 1;
        return new Job(job.id(), job.tenant(), gpus, job.timeLimit(), job.turn(), wishes, job.interruptible());
    }

    private static Job dated(Job job, Random random) {
        var turn = new Turn(job.turn().priority() / 2, job.turn().submittedAt(), random.nextInt(4) == 0 ? "p0" : "");
        var latestStart = Scene.TEN.plusSeconds(random.nextInt(-7_200, 172_800));
        var date = random.nextInt(3) == 0 ? Optional.<Instant>empty() : Optional.of(latestStart.plus(job.timeLimit()));
        return new Job(
                job.id(), job.tenant(), job.gpus(), job.timeLimit(), turn, job.wishes(), job.interruptible(), date);
    }

    private static Lending lending(Snapshot snapshot, Random random) {
        var pools = snapshot.fleet().pools().stream()
                .map(Pool::id)
                .filter(_ -> random.nextInt(5) > 0)
                .collect(Collectors.toSet());
        return new Lending(
                pools, Duration.ofMinutes(10), 1 + random.nextInt(2), random.nextInt(8), Duration.ofSeconds(30));
    }

    /// Some began a moment ago or have just saved, some were told to stop already.
    private static Running yielding(Running job, Random random) {
        var since = Scene.TEN.minus(Duration.ofMinutes(random.nextInt(60)));
        var saved = random.nextBoolean() ? since : Scene.TEN.minusSeconds(random.nextInt(2) * 60L);
        var how = new Yielding(since, saved.isBefore(since) ? since : saved, random.nextInt(3), Optional.empty());
        if (random.nextInt(6) > 0) {
            return job.yielding(how);
        }
        var by = Scene.TEN.plusSeconds(random.nextInt(30));
        return new Running(job.job(), job.tenant(), job.placement(), by, job.project()).yielding(how.leavingBy(by));
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

    private static Job mixed(Random random, String id) {
        var job = job(random, id);
        return random.nextBoolean() ? job.whichYields() : job;
    }

    private static boolean sellsShares(Snapshot snapshot) {
        return snapshot.fleet().pools().stream().anyMatch(pool -> !pool.share().isWhole());
    }

    private static Snapshot withRunning(Snapshot snapshot, Random random, IntSupplier runs) {
        var index = FleetIndex.of(snapshot.fleet());
        var running = new ArrayList<Running>();
        for (var number = 0; number < runs.getAsInt(); number++) {
            var plain = mixed(random, "r" + number);
            var job = sellsShares(snapshot) ? shaped(plain, random) : plain;
            index.place(job)
                    .map(placement -> new Running(
                            new JobId(job.id().value()),
                            job.tenant(),
                            placement,
                            snapshot.at().plus(job.timeLimit())))
                    .map(started -> job.interruptible() ? yielding(started, random) : started)
                    .ifPresent(running::add);
        }
        return new Snapshot(snapshot.at(), snapshot.fleet(), snapshot.quotas(), snapshot.waiting(), running);
    }
}
