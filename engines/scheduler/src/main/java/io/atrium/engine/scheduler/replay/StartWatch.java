// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.replay;

import io.atrium.engine.scheduler.learn.StartMemory;
import io.atrium.engine.scheduler.model.JobId;
import io.atrium.engine.scheduler.model.StartExperience;
import io.atrium.engine.scheduler.model.StartRange;
import io.atrium.engine.scheduler.model.ToldStart;
import io.atrium.engine.scheduler.rule.CompareWithJobsAlike;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;

/// Tells every job of a replay that has to wait when it will start, as an interval, and watches whether it does. It
/// learns as rounds do, but has no plan to measure waits by: they count in seconds.
final class StartWatch {
    /// A millionth of it is a second.
    private static final long YARDSTICK_S = 1_000_000;

    private final int gpus;
    private final StartMemory memory = StartMemory.empty();
    private final Map<Work, ToldStart> told = new HashMap<>();
    private final PriorityQueue<Open> open =
            new PriorityQueue<>(Comparator.comparing(Open::latest).thenComparingInt(one -> one.work().number));
    private long waitingGpus;
    private int given;
    private int held;

    private record Open(Work work, Instant latest) {}

    StartWatch(int gpus) {
        this.gpus = gpus;
    }

    /// The share of intervals that held; not a number if none was given.
    double coverage() {
        return (double) held / given;
    }

    void arrived(Work work) {
        waitingGpus += work.job.gpus();
    }

    /// Tells those of the new ones who wait.
    void estimate(List<Work> arrived, long now) {
        learnFromLate(now);
        var waiting = arrived.stream().filter(work -> !work.isRunning()).toList();
        var queue =
                waitingGpus - waiting.stream().mapToInt(work -> work.job.gpus()).sum();
        for (var work : waiting) {
            queue += work.job.gpus();
            var first = first(work, queue, now);
            told.put(work, first);
            first.likely()
                    .ifPresent(likely -> open.add(new Open(work, likely.range().latest())));
        }
    }

    void started(Work work, long now) {
        waitingGpus -= work.job.gpus();
        var first = told.remove(work);
        if (first == null) {
            return;
        }
        var lesson = memory.started(first, Instant.ofEpochSecond(now));
        first.likely().ifPresent(likely -> {
            given++;
            held += lesson.isHeld() ? 1 : 0;
            open.remove(new Open(work, likely.range().latest()));
        });
    }

    private void learnFromLate(long now) {
        var at = Instant.ofEpochSecond(now);
        while (!open.isEmpty() && open.peek().latest().isBefore(at)) {
            var work = open.remove().work();
            told.computeIfPresent(
                    work, (_, first) -> memory.late(first, at).told().late());
        }
    }

    private ToldStart first(Work work, long queue, long now) {
        var kind = CompareWithJobsAlike.RULE.kindBehind(work.job.gpus(), queue, gpus);
        var at = Instant.ofEpochSecond(now);
        var measured = new StartRange(at, at.plusSeconds(YARDSTICK_S));
        var job = new JobId(work.job.id());
        var first = new ToldStart(job, StartExperience.USUAL, kind, at, measured, Optional.empty(), false);
        return first.withLikely(memory.likely(first));
    }
}
