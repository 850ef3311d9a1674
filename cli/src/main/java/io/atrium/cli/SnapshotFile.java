// SPDX-License-Identifier: Apache-2.0
package io.atrium.cli;

import io.atrium.engine.scheduler.index.FleetIndex;
import io.atrium.engine.scheduler.model.Fleet;
import io.atrium.engine.scheduler.model.GpuModel;
import io.atrium.engine.scheduler.model.GpuShare;
import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.JobId;
import io.atrium.engine.scheduler.model.Link;
import io.atrium.engine.scheduler.model.Node;
import io.atrium.engine.scheduler.model.NodeId;
import io.atrium.engine.scheduler.model.NodeState;
import io.atrium.engine.scheduler.model.PerGpu;
import io.atrium.engine.scheduler.model.Pool;
import io.atrium.engine.scheduler.model.PoolId;
import io.atrium.engine.scheduler.model.ProviderId;
import io.atrium.engine.scheduler.model.Quotas;
import io.atrium.engine.scheduler.model.Running;
import io.atrium.engine.scheduler.model.Shape;
import io.atrium.engine.scheduler.model.Snapshot;
import io.atrium.engine.scheduler.model.TenantId;
import io.atrium.engine.scheduler.model.Turn;
import io.atrium.engine.scheduler.model.Wishes;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A snapshot of fleet and queue, read line by line. Its clock stands at the epoch; jobs wait in the order of lines.
final class SnapshotFile {

    private static final Instant NOW = Instant.EPOCH;

    /// A tenant without a line has room for everything.
    private static final int QUOTA_DEFAULT = 1_000_000;

    private final List<Pool> pools = new ArrayList<>();
    private final Map<NodeId, Node> nodes = new HashMap<>();
    private final Map<TenantId, Integer> quotas = new HashMap<>();
    private final List<Job> waiting = new ArrayList<>();
    private final List<Job> running = new ArrayList<>();

    void accept(String line) {
        var words = line.strip().split("\\s*,\\s*");
        switch (words[0]) {
            case "pool" -> pool(requireWords(words, 7));
            case "node" -> node(requireWords(words, 3));
            case "quota" -> quotas.put(new TenantId(requireWords(words, 3)[1]), Integer.parseInt(words[2]));
            case "runs" -> running.add(runs(requireWords(words, 6)));
            case "waits" -> waiting.add(waits(requireWords(words, 5)));
            default -> throw new IllegalArgumentException("a line begins with pool, node, quota, runs or waits");
        }
    }

    /// What runs is placed as the scheduler would place it, in the order of lines.
    Snapshot snapshot() {
        var fleet = new Fleet(pools, List.copyOf(nodes.values()));
        var index = FleetIndex.of(fleet);
        var placed = running.stream()
                .map(job -> new Running(
                        job.id(),
                        job.tenant(),
                        index.place(job)
                                .orElseThrow(() -> new IllegalArgumentException("no room for " + job.id() + " to run")),
                        NOW.plus(job.timeLimit())))
                .toList();
        return new Snapshot(NOW, fleet, new Quotas(quotas), waiting, placed);
    }

    private void pool(String[] words) {
        var id = new PoolId(words[1]);
        pools.add(new Pool(
                id,
                new ProviderId(words[2]),
                new GpuModel(words[3]),
                Integer.parseInt(words[4]),
                Long.parseLong(words[6]),
                shape(words, 7)));
        for (var number = 1; number <= Integer.parseInt(words[5]); number++) {
            var node = new NodeId("%s-%04d".formatted(id, number));
            nodes.put(node, new Node(node, id, NodeState.UP));
        }
    }

    private void node(String[] words) {
        var id = new NodeId(words[1]);
        var node = nodes.get(id);
        if (node == null) {
            throw new IllegalArgumentException("no pool before this line has such a node");
        }
        nodes.put(id, new Node(id, node.pool(), NodeState.valueOf(words[2])));
    }

    private Job runs(String[] words) {
        var wishes = Wishes.anywhere().inPools(Set.of(new PoolId(words[3])));
        return job(words[1], words[2], words[4], words[5], new Turn(0, NOW), wishes);
    }

    private Job waits(String[] words) {
        var wishes = Wishes.anywhere();
        var priority = 0;
        for (var i = 5; i < words.length; i++) {
            var option = words[i].split("=", 2);
            var value = option.length == 2 ? option[1] : "";
            switch (option[0]) {
                case "model" -> wishes = wishes.onModel(new GpuModel(value));
                case "pool" -> wishes = wishes.inPools(Set.of(new PoolId(value)));
                case "provider" -> wishes = wishes.atProviders(Set.of(new ProviderId(value)));
                case "max-fen" -> wishes = wishes.upTo(Long.parseLong(value));
                case "data-at" -> wishes = wishes.nearDataAt(new ProviderId(value));
                case "share", "cpus-per-gpu", "memory-per-gpu", "link-gbps" -> wishes = wishes.shaped(shape(words, 5));
                case "priority" -> priority = Integer.parseInt(value);
                default -> throw new IllegalArgumentException("unknown option " + words[i]);
            }
        }
        var turn = new Turn(priority, NOW.minusSeconds(1_000_000L - waiting.size()));
        return job(words[1], words[2], words[3], words[4], turn, wishes);
    }

    private Job job(String id, String tenant, String gpus, String minutes, Turn turn, Wishes wishes) {
        var owner = new TenantId(tenant);
        quotas.putIfAbsent(owner, QUOTA_DEFAULT);
        var limit = Duration.ofMinutes(Long.parseLong(minutes));
        return new Job(new JobId(id), owner, Integer.parseInt(gpus), limit, turn, wishes);
    }

    /// `share=1/4`, `cpus-per-gpu=16`, `memory-per-gpu=128` and `link-gbps=200` of a pool or a job, each where it
    /// is given.
    private static Shape shape(String[] words, int from) {
        var share = GpuShare.WHOLE;
        var cpus = 0;
        var memoryGib = 0;
        var gbps = 0;
        for (var i = from; i < words.length; i++) {
            var option = words[i].split("=", 2);
            switch (option[0]) {
                case "share" ->
                    share = GpuShare.read(option[1])
                            .orElseThrow(() -> new IllegalArgumentException("no share of a GPU is " + option[1]));
                case "cpus-per-gpu" -> cpus = Integer.parseInt(option[1]);
                case "memory-per-gpu" -> memoryGib = Integer.parseInt(option[1]);
                case "link-gbps" -> gbps = Integer.parseInt(option[1]);
                default -> {} // not about the shape
            }
        }
        return new Shape(share, new PerGpu(cpus, memoryGib), new Link(gbps));
    }

    private static String[] requireWords(String[] words, int count) {
        if (words.length < count) {
            throw new IllegalArgumentException("it needs " + count + " words, separated by commas");
        }
        return words;
    }
}
