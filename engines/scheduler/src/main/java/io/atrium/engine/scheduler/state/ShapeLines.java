// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.state;

import static java.util.Objects.requireNonNullElse;

import io.atrium.engine.scheduler.model.GpuShare;
import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.JobId;
import io.atrium.engine.scheduler.model.Link;
import io.atrium.engine.scheduler.model.PerGpu;
import io.atrium.engine.scheduler.model.Placement;
import io.atrium.engine.scheduler.model.Pool;
import io.atrium.engine.scheduler.model.PoolId;
import io.atrium.engine.scheduler.model.ProviderId;
import io.atrium.engine.scheduler.model.Running;
import io.atrium.engine.scheduler.model.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/// The lines of a state file that say in which shape GPUs are sold and wanted, on which link, and where data lie.
/// Nothing stands for whole GPUs of which no more is said: a file of before has none of these lines.
final class ShapeLines {
    private final Map<PoolId, Shape> pools = new HashMap<>();
    private final Map<PoolId, Link> poolLinks = new HashMap<>();
    private final Map<JobId, Shape> jobs = new HashMap<>();
    private final Map<JobId, Link> links = new HashMap<>();
    private final Map<JobId, ProviderId> dataAt = new HashMap<>();

    static List<String> ofPools(List<Pool> pools) {
        var shapes = pools.stream()
                .filter(pool -> isShaped(pool.shape()))
                .map(pool -> line("pool-shape", pool.id(), pool.shape()));
        var links = pools.stream()
                .filter(pool -> !pool.shape().link().isNothing())
                .map(pool -> StateWord.line(
                        "pool-link", pool.id(), pool.shape().link().gbps()));
        return Stream.concat(shapes, links).toList();
    }

    static List<String> ofJobs(List<Job> waiting) {
        var shapes = waiting.stream()
                .filter(job -> isShaped(job.wishes().shape()))
                .map(job -> line("shape", job.id(), job.wishes().shape()))
                .sorted();
        var links = waiting.stream()
                .filter(job -> !job.wishes().shape().link().isNothing())
                .map(job -> StateWord.line(
                        "link", job.id(), job.wishes().shape().link().gbps()))
                .sorted();
        var data = waiting.stream()
                .flatMap(job ->
                        job.wishes().dataAt().map(provider -> StateWord.line("data-at", job.id(), provider)).stream())
                .sorted();
        return Stream.of(shapes, links, data).flatMap(lines -> lines).toList();
    }

    private static boolean isShaped(Shape shape) {
        return !shape.withLink(Link.NOTHING).equals(Shape.WHOLE_GPUS);
    }

    private static String line(String kind, Object of, Shape shape) {
        return StateWord.line(
                kind, of, shape.share(), shape.perGpu().cpus(), shape.perGpu().memoryGib());
    }

    void acceptPool(List<String> words) {
        pools.put(new PoolId(StateWord.read(words.get(1))), shape(words));
    }

    void acceptJob(List<String> words) {
        jobs.put(new JobId(StateWord.read(words.get(1))), shape(words));
    }

    void acceptPoolLink(List<String> words) {
        poolLinks.put(new PoolId(StateWord.read(words.get(1))), link(words));
    }

    void acceptJobLink(List<String> words) {
        links.put(new JobId(StateWord.read(words.get(1))), link(words));
    }

    void acceptData(List<String> words) {
        dataAt.put(new JobId(StateWord.read(words.get(1))), new ProviderId(StateWord.read(words.get(2))));
    }

    private static Shape shape(List<String> words) {
        var share = GpuShare.read(words.get(2))
                .orElseThrow(() -> new IllegalArgumentException("a share is 1, 1/2, 1/4, 1/7 or 1/8"));
        return new Shape(share, new PerGpu(Integer.parseInt(words.get(3)), Integer.parseInt(words.get(4))));
    }

    private static Link link(List<String> words) {
        return new Link(Integer.parseInt(words.get(2)));
    }

    /// The pools as they sell; each line is used once.
    List<Pool> shaped(List<Pool> plain) {
        var shaped = plain.stream().map(this::shaped).toList();
        requireUsed(pools, "'pool-shape' names pools");
        requireUsed(poolLinks, "'pool-link' names pools");
        return shaped;
    }

    private Pool shaped(Pool pool) {
        return pool.shaped(shape(pools.remove(pool.id()), poolLinks.remove(pool.id())));
    }

    /// The waiting jobs as they want it; each line is used once.
    List<Job> wanting(List<Job> plain) {
        var wanting = plain.stream().map(this::wanting).toList();
        requireUsed(jobs, "'shape' names jobs that wait");
        requireUsed(links, "'link' names jobs that wait");
        requireUsed(dataAt, "'data-at' names jobs that wait");
        return wanting;
    }

    private Job wanting(Job job) {
        var wishes = job.wishes().shaped(shape(jobs.remove(job.id()), links.remove(job.id())));
        var near = dataAt.remove(job.id());
        return job.withWishes(near == null ? wishes : wishes.nearDataAt(near));
    }

    private static Shape shape(@Nullable Shape said, @Nullable Link link) {
        return requireNonNullElse(said, Shape.WHOLE_GPUS).withLink(requireNonNullElse(link, Link.NOTHING));
    }

    /// What runs holds pieces of the kind that its pool sells.
    static List<Running> inShares(List<Running> plain, List<Pool> pools) {
        var shares = new HashMap<PoolId, GpuShare>();
        pools.forEach(pool -> shares.put(pool.id(), pool.share()));
        return plain.stream().map(job -> inShares(job, shares)).toList();
    }

    private static Running inShares(Running job, Map<PoolId, GpuShare> shares) {
        var pool = job.placement().pool();
        var share = shares.getOrDefault(pool, GpuShare.WHOLE);
        var placement = new Placement(pool, job.placement().slices(), share);
        return new Running(job.job(), job.tenant(), placement, job.endsBy(), job.project(), job.yielding());
    }

    private static void requireUsed(Map<?, ?> left, String rule) {
        if (!left.isEmpty()) {
            throw new IllegalArgumentException(rule);
        }
    }
}
