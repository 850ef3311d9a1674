// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.replay;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/// Tells every job that has to wait when it will start, as an interval, and watches whether it does.
///
/// The interval is what jobs of about the same size behind about the same queue have waited, from the lower to the
/// upper
/// quantile of the last ones. How far out each end lies is steered by what came of earlier intervals (adaptive
/// conformal
/// inference, Gibbs and Candès 2021): a start past an end moves that end out, every other start moves it in a
/// little, so that about a tenth fails at either end whatever the load does. An end that has gone by is known to have
/// failed at
/// once; waiting for the start to come would learn from the quick ones only.
final class StartWatch {
    /// Four in five intervals are to hold. Fewer than one in ten are let fail at either end, because
    /// the outcome is known late, when many others were told the same.
    private static final double MAY_FAIL = 0.075;

    private static final double MOST = 0.45;

    private static final double PACE = 0.01;

    private final int gpus;
    private final Map<Integer, PastWaits> alike = new HashMap<>();
    private final PastWaits everybody = new PastWaits();
    private final Map<Work, Told> told = new HashMap<>();
    private final PriorityQueue<Told> open =
            new PriorityQueue<>(Comparator.comparingLong(Told::latest).thenComparingInt(one -> one.work().number));
    private double below = MAY_FAIL;
    private double above = MAY_FAIL;
    private long waitingGpus;
    private int given;
    private int held;

    private record Told(Work work, int kind, long given, long earliest, long latest) {
        boolean isInterval() {
            return latest != Work.NEVER;
        }
    }

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
            var interval = interval(work, queue, now);
            told.put(work, interval);
            if (interval.isInterval()) {
                open.add(interval);
            }
        }
    }

    void started(Work work, long now) {
        waitingGpus -= work.job.gpus();
        var interval = told.remove(work);
        if (interval == null) {
            return;
        }
        if (interval.isInterval()) {
            given++;
            held += now >= interval.earliest() && now <= interval.latest() ? 1 : 0;
            below = moved(below, now < interval.earliest());
            if (open.remove(interval)) {
                above = moved(above, now > interval.latest());
            }
        }
        remember(interval, now);
    }

    private void learnFromLate(long now) {
        while (!open.isEmpty() && open.peek().latest() < now) {
            var late = open.remove();
            above = moved(above, true);
            remember(late, now);
        }
    }

    private void remember(Told interval, long now) {
        alike.computeIfAbsent(interval.kind(), _ -> new PastWaits()).add(now - interval.given());
        everybody.add(now - interval.given());
    }

    private static double moved(double end, boolean failed) {
        return Math.clamp(end + PACE * (failed ? MAY_FAIL - 1 : MAY_FAIL), -1, MOST);
    }

    private Told interval(Work work, long queue, long now) {
        var kind = kind(work.job, queue);
        var own = alike.get(kind);
        var past = own != null && own.isEnough() ? own : everybody;
        return past.isEnough()
                ? new Told(work, kind, now, now + past.quantile(below), now + past.quantile(1 - above))
                : new Told(work, kind, now, now, Work.NEVER);
    }

    /// Jobs of about the same size behind about the same queue, both by doubling.
    private int kind(ReplayJob job, long queued) {
        var queue = (int) Math.round(2 * log2(1 + 4.0 * queued / gpus));
        return 100 * (int) log2(job.gpus()) + queue;
    }

    private static double log2(double value) {
        return Math.log(value) / Math.log(2);
    }
}
