// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.replay;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/// A lower bound of the average completion time that no schedule can pass, even one that knows all durations, may stop
/// jobs for nothing and needs no whole places.
///
/// The largest of three: the mean duration; the average flow time when one machine as fast as all GPUs together works
/// off the shortest rest first; and the mean-busy bound: on that machine, smallest work first, a job completes no
/// earlier than half its work after the middle of its busy time.
final class LowerBound {
    private final List<ReplayJob> jobs;
    private final double[] work;

    private LowerBound(List<ReplayJob> jobs, int gpus) {
        this.jobs = jobs.stream()
                .sorted(Comparator.comparingLong(ReplayJob::submitS))
                .toList();
        work = this.jobs.stream().mapToDouble(job -> job.work() / gpus).toArray();
    }

    static double seconds(List<ReplayJob> jobs, int gpus) {
        var bound = new LowerBound(jobs, gpus);
        var duration = jobs.stream().mapToLong(ReplayJob::durationS).average().orElse(0);
        return Math.max(duration, Math.max(bound.shortestRest(), bound.meanBusy()));
    }

    private double shortestRest() {
        return run(true)[0];
    }

    private double meanBusy() {
        return run(false)[1];
    }

    /// The mean flow time, and the mean of busy time's middle plus half the work less the arrival.
    private double[] run(boolean byRest) {
        var rest = work.clone();
        var busy = new double[work.length];
        var key = byRest ? rest : work;
        var open = new PriorityQueue<Integer>(
                Comparator.<Integer>comparingDouble(job -> key[job]).thenComparingInt(job -> job));
        var flow = 0.0;
        var now = 0.0;
        for (var next = 0; next < work.length || !open.isEmpty(); ) {
            if (open.isEmpty()) {
                now = Math.max(now, jobs.get(next).submitS());
            }
            while (next < work.length && jobs.get(next).submitS() <= now) {
                open.add(next++);
            }
            var job = open.remove();
            var until = next < work.length ? jobs.get(next).submitS() : Double.POSITIVE_INFINITY;
            var served = Math.min(rest[job], until - now);
            busy[job] += served * (now + served / 2);
            now += served;
            rest[job] -= served;
            if (rest[job] > 1e-9) {
                open.add(job);
            } else {
                flow += now - jobs.get(job).submitS();
            }
        }
        var middles = 0.0;
        for (var job = 0; job < work.length; job++) {
            var middle = work[job] == 0 ? jobs.get(job).submitS() : busy[job] / work[job];
            middles += middle + jobs.get(job).durationS() / 2.0 - jobs.get(job).submitS();
        }
        return new double[] {flow / work.length, middles / work.length};
    }
}
