// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.state;

import io.atrium.engine.scheduler.model.Fleet;
import io.atrium.engine.scheduler.model.GpuModel;
import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.JobId;
import io.atrium.engine.scheduler.model.Lending;
import io.atrium.engine.scheduler.model.Node;
import io.atrium.engine.scheduler.model.NodeId;
import io.atrium.engine.scheduler.model.NodeState;
import io.atrium.engine.scheduler.model.Placement;
import io.atrium.engine.scheduler.model.Pool;
import io.atrium.engine.scheduler.model.PoolId;
import io.atrium.engine.scheduler.model.PoolPreference;
import io.atrium.engine.scheduler.model.ProviderId;
import io.atrium.engine.scheduler.model.Quotas;
import io.atrium.engine.scheduler.model.Running;
import io.atrium.engine.scheduler.model.Shape;
import io.atrium.engine.scheduler.model.Shares;
import io.atrium.engine.scheduler.model.Slice;
import io.atrium.engine.scheduler.model.Snapshot;
import io.atrium.engine.scheduler.model.TenantId;
import io.atrium.engine.scheduler.model.Turn;
import io.atrium.engine.scheduler.model.Wishes;
import io.atrium.engine.scheduler.model.Yielding;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A state file while it is read, line by line.
final class StateReading {
    private final List<Pool> pools = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();
    private final Map<TenantId, Integer> quotas = new HashMap<>();
    private final Map<TenantId, Integer> weights = new HashMap<>();
    private final List<Shares.Used> used = new ArrayList<>();
    private final List<Job> waiting = new ArrayList<>();
    private final List<Running> running = new ArrayList<>();
    private final Map<JobId, Yielding> yielding = new HashMap<>();
    private final Set<JobId> interruptible = new HashSet<>();
    private final Map<JobId, Instant> neededBy = new HashMap<>();
    private Lending lending = Lending.none();
    private final ShapeLines shapes = new ShapeLines();
    private final ExperienceLines experience = new ExperienceLines();
    private @Nullable Instant at;
    private @Nullable Duration halfLife;

    void accept(List<String> words) {
        switch (words.getFirst()) {
            case "at" -> at = Instant.parse(of(words, 2).get(1));
            case "half-life" -> halfLife = Duration.parse(of(words, 2).get(1));
            case "pool" -> pools.add(pool(of(words, 6)));
            case "node" -> nodes.add(node(of(words, 4)));
            case "quota" -> quotas.put(new TenantId(text(of(words, 3), 1)), number(words, 2));
            case "weight" -> weights.put(new TenantId(text(of(words, 3), 1)), number(words, 2));
            case "used" -> used.add(used(of(words, 5)));
            case "runs" -> running.add(runs(of(words, 7)));
            case "waits" -> waiting.add(waits(of(words, 13)));
            case "lends" -> lending = lending(of(words, 6));
            case "yields" -> yielding.put(new JobId(text(of(words, 6), 1)), yielding(words));
            case "interruptible" -> interruptible.add(new JobId(text(of(words, 2), 1)));
            case "needed-by" -> neededBy.put(new JobId(text(of(words, 3), 1)), Instant.parse(words.get(2)));
            case "pool-shape" -> shapes.acceptPool(of(words, 5));
            case "shape" -> shapes.acceptJob(of(words, 5));
            case "pool-link" -> shapes.acceptPoolLink(of(words, 3));
            case "link" -> shapes.acceptJobLink(of(words, 3));
            case "data-at" -> shapes.acceptData(of(words, 3));
            case "book" -> experience.acceptBook(of(words, 4));
            case "waited" -> experience.acceptWait(of(words, 5));
            case "book-of" -> experience.acceptBookOf(of(words, 3));
            case "told" -> experience.acceptTold(of(words, 11));
            default -> throw new IllegalArgumentException("'" + words.getFirst() + "' begins no line");
        }
    }

    Snapshot snapshot() {
        if (at == null || halfLife == null) {
            throw new IllegalArgumentException("the file ends before it says 'at' and 'half-life'");
        }
        var shaped = shapes.shaped(pools);
        return new Snapshot(
                at,
                new Fleet(shaped, nodes),
                new Quotas(quotas),
                new Shares(halfLife, weights, used),
                shapes.wanting(waiting).stream()
                        .map(job -> interruptible.remove(job.id()) ? job.whichYields() : job)
                        .map(this::withDate)
                        .toList(),
                ShapeLines.inShares(running, shaped).stream()
                        .map(this::withYielding)
                        .toList(),
                requireAllUsed(lending),
                experience.experience());
    }

    private Job withDate(Job job) {
        var date = neededBy.remove(job.id());
        return date == null ? job : job.neededBy(date);
    }

    private Running withYielding(Running job) {
        var how = yielding.remove(job.job());
        return how == null ? job : job.yielding(how);
    }

    private Lending requireAllUsed(Lending read) {
        if (!yielding.isEmpty() || !interruptible.isEmpty() || !neededBy.isEmpty()) {
            throw new IllegalArgumentException(
                    "'yields' names jobs that run, 'interruptible' and 'needed-by' those that wait");
        }
        return read;
    }

    private static Lending lending(List<String> words) {
        return new Lending(
                StateWord.set(words.get(5), PoolId::new),
                Duration.parse(words.get(1)),
                number(words, 2),
                number(words, 3),
                Duration.parse(words.get(4)));
    }

    private static Yielding yielding(List<String> words) {
        return new Yielding(
                Instant.parse(words.get(2)),
                Instant.parse(words.get(3)),
                number(words, 4),
                words.get(5).isEmpty() ? Optional.empty() : Optional.of(Instant.parse(words.get(5))));
    }

    private static Pool pool(List<String> words) {
        return new Pool(
                new PoolId(text(words, 1)),
                new ProviderId(text(words, 2)),
                new GpuModel(text(words, 3)),
                number(words, 4),
                Long.parseLong(words.get(5)));
    }

    private static Node node(List<String> words) {
        return new Node(new NodeId(text(words, 1)), new PoolId(text(words, 2)), NodeState.valueOf(words.get(3)));
    }

    private static Shares.Used used(List<String> words) {
        return new Shares.Used(
                new TenantId(text(words, 1)),
                text(words, 2),
                new GpuModel(text(words, 3)),
                Long.parseLong(words.get(4)));
    }

    private static Running runs(List<String> words) {
        var slices = Arrays.stream(words.get(6).split(";", -1))
                .map(StateReading::slice)
                .toList();
        return new Running(
                new JobId(text(words, 1)),
                new TenantId(text(words, 2)),
                new Placement(new PoolId(text(words, 5)), slices),
                Instant.parse(words.get(4)),
                text(words, 3));
    }

    private static Slice slice(String written) {
        var parts = written.split("=", -1);
        if (parts.length != 2) {
            throw new IllegalArgumentException("a slice is NODE=GPUS");
        }
        return new Slice(new NodeId(StateWord.read(parts[0])), Integer.parseInt(parts[1]));
    }

    private static Job waits(List<String> words) {
        return new Job(
                new JobId(text(words, 1)),
                new TenantId(text(words, 2)),
                number(words, 4),
                Duration.parse(words.get(5)),
                new Turn(number(words, 6), Instant.parse(words.get(7)), text(words, 3)),
                wishes(words));
    }

    private static Wishes wishes(List<String> words) {
        return new Wishes(
                words.get(8).isEmpty() ? Optional.empty() : Optional.of(new GpuModel(text(words, 8))),
                StateWord.set(words.get(9), ProviderId::new),
                StateWord.set(words.get(10), PoolId::new),
                words.get(11).isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(words.get(11))),
                PoolPreference.valueOf(words.get(12)),
                Shape.WHOLE_GPUS,
                Optional.empty());
    }

    private static List<String> of(List<String> words, int count) {
        if (words.size() != count) {
            throw new IllegalArgumentException("'" + words.getFirst() + "' takes " + (count - 1) + " words");
        }
        return words;
    }

    private static String text(List<String> words, int place) {
        return StateWord.read(words.get(place));
    }

    private static int number(List<String> words, int place) {
        return Integer.parseInt(words.get(place));
    }
}
