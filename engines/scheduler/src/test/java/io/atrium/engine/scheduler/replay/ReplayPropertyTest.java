// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.replay;

import static org.assertj.core.api.Assertions.assertThat;

import io.atrium.engine.scheduler.model.NodeId;
import io.atrium.engine.scheduler.model.Slice;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/// What must hold under every discipline, on random traces.
class ReplayPropertyTest {

    @Property(tries = 15)
    void everyJobEndsNoSoonerThanItCanAndNoGpuIsUsedTwice(
            @ForAll ReplayPolicy policy, @ForAll @LongRange(max = 1_000_000) long seed) {
        var watched = new Watched(policy.discipline(null));
        var outcome = new Replay(nodes(), watched, new StartWatch(28)).run(jobs(seed));
        assertThat(outcome.works()).hasSize(150);
        assertThat(outcome.works()).allSatisfy(work -> {
            assertThat(work.end).isGreaterThanOrEqualTo(work.job.submitS() + work.job.durationS());
            assertThat(work.isRunning()).isFalse();
            assertThat(work.done(work.end)).isEqualTo(work.job.durationS());
        });
    }

    @Property(tries = 10)
    void theSameTraceInAnotherOrderOfLinesGivesTheSameResult(
            @ForAll ReplayPolicy policy, @ForAll @LongRange(max = 1_000_000) long seed) {
        var shuffled = new ArrayList<>(jobs(seed));
        Collections.shuffle(shuffled, new Random(seed + 1));
        assertThat(ends(policy, jobs(seed))).isEqualTo(ends(policy, shuffled));
    }

    @Property(tries = 10)
    void noDisciplinePassesTheBound(@ForAll ReplayPolicy policy, @ForAll @LongRange(max = 1_000_000) long seed) {
        var result = new TraceReplay(jobs(seed), nodes(), policy, Map.of()).run();
        assertThat(result.avgCompletionS()).isGreaterThanOrEqualTo(result.lowerBoundS() - 1e-6);
    }

    /// Whatever still runs at some instant may run a day longer: until then nothing may happen otherwise.
    @Property(tries = 60)
    void noDisciplineSeesHowLongAJobWillRun(
            @ForAll ReplayPolicy policy, @ForAll @LongRange(max = 1_000_000) long seed) {
        var works = run(policy, jobs(seed));
        var until = works.stream().mapToLong(work -> work.end).sorted().toArray()[works.size() / 2];
        var longer = works.stream()
                .map(work -> work.end > until ? lengthened(work.job) : work.job)
                .toList();
        assertThat(startsUntil(until, run(policy, longer))).isEqualTo(startsUntil(until, works));
    }

    private static ReplayJob lengthened(ReplayJob job) {
        return new ReplayJob(job.id(), job.tenant(), job.submitS(), job.gpus(), job.durationS() + 86_400, job.limitS());
    }

    private static Map<String, Long> startsUntil(long until, List<Work> works) {
        var starts = new TreeMap<String, Long>();
        works.stream()
                .filter(work -> work.firstStart <= until)
                .forEach(work -> starts.put(work.job.id(), work.firstStart));
        return starts;
    }

    private static List<Work> run(ReplayPolicy policy, List<ReplayJob> jobs) {
        return new Replay(nodes(), policy.discipline(null), new StartWatch(28))
                .run(jobs)
                .works();
    }

    private static Map<String, Long> ends(ReplayPolicy policy, List<ReplayJob> jobs) {
        var ends = new TreeMap<String, Long>();
        new Replay(nodes(), policy.discipline(null), new StartWatch(28))
                .run(jobs)
                .works()
                .forEach(work -> ends.put(work.job.id(), work.end));
        return ends;
    }

    private static TreeMap<Integer, Integer> nodes() {
        return new TreeMap<>(Map.of(8, 3, 4, 1));
    }

    private static List<ReplayJob> jobs(long seed) {
        var random = new Random(seed);
        return IntStream.range(0, 150)
                .mapToObj(i -> {
                    var duration = (long) Math.exp(random.nextDouble() * 11);
                    return new ReplayJob(
                            "j%03d".formatted(i),
                            "t" + random.nextInt(3),
                            random.nextInt(40_000),
                            new int[] {1, 1, 1, 2, 3, 4, 8, 12, 16}[random.nextInt(9)],
                            duration,
                            1 + 2 * duration);
                })
                .toList();
    }

    /// Adds up, after every pass, what all running jobs hold, from their placements alone.
    private record Watched(Discipline inner) implements Discipline {
        @Override
        public void waits(Work work, Stage stage) {
            inner.waits(work, stage);
        }

        @Override
        public void ended(Work work, Stage stage) {
            inner.ended(work, stage);
        }

        @Override
        public long nextChange(Work work, long done) {
            return inner.nextChange(work, done);
        }

        @Override
        public void changed(Work work, long now) {
            inner.changed(work, now);
        }

        @Override
        public void pass(Stage stage) {
            inner.pass(stage);
            var held = new HashMap<NodeId, Integer>();
            for (var work : stage.running()) {
                var slices = work.placement().slices();
                assertThat(slices.stream().mapToInt(Slice::gpus).sum()).isEqualTo(work.job.gpus());
                slices.forEach(slice -> held.merge(slice.node(), slice.gpus(), Integer::sum));
            }
            held.forEach((node, gpus) ->
                    assertThat(gpus).isLessThanOrEqualTo(node.value().startsWith("n8") ? 8 : 4));
            assertThat(28 - held.values().stream().mapToInt(gpus -> gpus).sum())
                    .isEqualTo(stage.floor().free());
        }
    }
}
