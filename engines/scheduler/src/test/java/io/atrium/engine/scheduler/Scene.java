// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler;

import io.atrium.engine.scheduler.model.Fleet;
import io.atrium.engine.scheduler.model.GpuAmount;
import io.atrium.engine.scheduler.model.GpuModel;
import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.JobId;
import io.atrium.engine.scheduler.model.Node;
import io.atrium.engine.scheduler.model.NodeId;
import io.atrium.engine.scheduler.model.NodeState;
import io.atrium.engine.scheduler.model.Placement;
import io.atrium.engine.scheduler.model.Pool;
import io.atrium.engine.scheduler.model.PoolId;
import io.atrium.engine.scheduler.model.ProviderId;
import io.atrium.engine.scheduler.model.Quotas;
import io.atrium.engine.scheduler.model.Reason;
import io.atrium.engine.scheduler.model.Running;
import io.atrium.engine.scheduler.model.Slice;
import io.atrium.engine.scheduler.model.Snapshot;
import io.atrium.engine.scheduler.model.TenantId;
import io.atrium.engine.scheduler.model.Turn;
import io.atrium.engine.scheduler.model.Wishes;
import io.atrium.engine.scheduler.rule.Situation;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A small fleet and queue, written in a few words by the tests. It begins at 10:00.
public final class Scene {
    public static final Instant TEN = Instant.parse("2026-03-02T10:00:00Z");
    public static final Duration HOUR = Duration.ofHours(1);

    private final List<Pool> pools = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();
    private final List<Job> waiting = new ArrayList<>();
    private final List<Running> running = new ArrayList<>();
    private final Map<TenantId, Integer> quotas = new HashMap<>();

    /// A pool whose nodes are called `id-1`, `id-2`, …; its provider is `of-id`, its model `model`.
    public Scene pool(String id, String model, int gpusPerNode, int count) {
        return pool(poolOf(id, model, gpusPerNode, 1_000L), count);
    }

    public Scene pool(Pool pool, int count) {
        pools.add(pool);
        for (var number = 1; number <= count; number++) {
            nodes.add(new Node(new NodeId(pool.id() + "-" + number), pool.id(), NodeState.UP));
        }
        return this;
    }

    public Scene state(String node, NodeState state) {
        nodes.replaceAll(each -> each.id().value().equals(node) ? new Node(each.id(), each.pool(), state) : each);
        return this;
    }

    public Scene quota(String tenant, int gpus) {
        quotas.put(new TenantId(tenant), gpus);
        return this;
    }

    /// A job that runs on one node until an instant.
    public Scene runs(String job, String node, int gpus, Instant until) {
        var pool = nodes.stream()
                .filter(each -> each.id().value().equals(node))
                .findFirst()
                .orElseThrow()
                .pool();
        var placement = new Placement(pool, List.of(new Slice(new NodeId(node), gpus)));
        running.add(new Running(new JobId(job), new TenantId("t"), placement, until));
        return this;
    }

    public Scene waits(Job... jobs) {
        waiting.addAll(List.of(jobs));
        return this;
    }

    public Fleet fleet() {
        return new Fleet(pools, nodes);
    }

    /// The snapshot; tenant `t` has a quota of 100,000 GPUs unless the scene says otherwise.
    public Snapshot snapshot() {
        quotas.putIfAbsent(new TenantId("t"), 100_000);
        return new Snapshot(TEN, fleet(), new Quotas(quotas), waiting, running);
    }

    public RoundResult round() {
        return Round.of(snapshot());
    }

    public static Pool poolOf(String id, String model, int gpusPerNode, long fenPerGpuHour) {
        return new Pool(new PoolId(id), new ProviderId("of-" + id), new GpuModel(model), gpusPerNode, fenPerGpuHour);
    }

    /// A job of tenant `t` with a limit of one hour, submitted at ten, that may run anywhere.
    public static Job job(String id, int gpus) {
        return job(id, gpus, HOUR);
    }

    public static Job job(String id, int gpus, Duration limit) {
        return new Job(new JobId(id), new TenantId("t"), gpus, limit, new Turn(0, TEN), Wishes.anywhere());
    }

    public static Job withPriority(Job job, int priority) {
        var turn = new Turn(priority, job.turn().submittedAt());
        return new Job(job.id(), job.tenant(), job.gpus(), job.timeLimit(), turn, job.wishes());
    }

    public static Job submittedAt(Job job, Instant at) {
        var turn = new Turn(job.turn().priority(), at);
        return new Job(job.id(), job.tenant(), job.gpus(), job.timeLimit(), turn, job.wishes());
    }

    public static Job ofTenant(Job job, String tenant) {
        return new Job(job.id(), new TenantId(tenant), job.gpus(), job.timeLimit(), job.turn(), job.wishes());
    }

    /// Of whole GPUs: quota, in use, and wanted by the job.
    public static Situation.Quota quota(int max, int inUse, int wanted) {
        return new Situation.Quota(
                GpuAmount.ofGpus(max), GpuAmount.ofGpus(inUse), GpuAmount.ZERO, GpuAmount.ofGpus(wanted));
    }

    public static Reason notEnoughFree(int wanted, int mostFree) {
        return new Reason.NotEnoughFree(GpuAmount.ofGpus(wanted), GpuAmount.ofGpus(mostFree));
    }

    public static Reason overQuota(int quota, int inUse, int promised, int wanted) {
        return new Reason.OverQuota(
                GpuAmount.ofGpus(quota), GpuAmount.ofGpus(inUse), GpuAmount.ofGpus(promised), GpuAmount.ofGpus(wanted));
    }

    public static Placement placement(String pool, Object... nodesAndGpus) {
        var slices = new ArrayList<Slice>();
        for (var i = 0; i < nodesAndGpus.length; i += 2) {
            slices.add(new Slice(new NodeId((String) nodesAndGpus[i]), (int) nodesAndGpus[i + 1]));
        }
        return new Placement(new PoolId(pool), slices);
    }
}
