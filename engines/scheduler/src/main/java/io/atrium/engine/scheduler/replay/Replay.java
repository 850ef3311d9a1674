// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.replay;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.PriorityQueue;
import java.util.SequencedMap;
import java.util.Set;

/// Replay (轨迹重放): the jobs of a trace come, wait, run and end on a fleet, event by event, under one discipline.
///
/// Time is whole seconds and moves from event to event. Everything that happens in one second is taken in first, ends
/// before arrivals; then the discipline passes once. The same trace and discipline give the same result everywhere.
final class Replay implements Discipline.Stage {
    private final Floor floor;
    private final Discipline discipline;
    private final StartWatch watch;
    private final PriorityQueue<Event> events = new PriorityQueue<>();
    private final Set<Work> running = new LinkedHashSet<>();
    private final List<Work> all = new ArrayList<>();
    private long now;
    private long decisions;
    private int refused;

    private enum Kind {
        END,
        CHANGE,
        WAKE
    }

    private record Event(long at, Kind kind, int number, int version) implements Comparable<Event> {
        private static final Comparator<Event> ORDER = Comparator.comparingLong(Event::at)
                .thenComparing(Event::kind)
                .thenComparingInt(Event::number)
                .thenComparingInt(Event::version);

        @Override
        public int compareTo(Event other) {
            return ORDER.compare(this, other);
        }
    }

    Replay(SequencedMap<Integer, Integer> nodes, Discipline discipline, StartWatch watch) {
        floor = new Floor(nodes);
        this.discipline = discipline;
        this.watch = watch;
    }

    /// What came of it: every job with its first start and its end.
    record Outcome(List<Work> works, int gpus, int refused, long decisions, double seconds) {}

    /// Jobs in any order; those larger than the fleet are refused and counted.
    Outcome run(List<ReplayJob> jobs) {
        var started = System.nanoTime();
        var arrivals = jobs.stream()
                .sorted(Comparator.comparingLong(ReplayJob::submitS).thenComparing(ReplayJob::id))
                .toList();
        for (var next = 0; next < arrivals.size() || !events.isEmpty(); forgetStale()) {
            now = Math.min(
                    next < arrivals.size() ? arrivals.get(next).submitS() : Long.MAX_VALUE,
                    events.isEmpty() ? Long.MAX_VALUE : events.peek().at());
            takeEvents();
            var first = all.size();
            for (; next < arrivals.size() && arrivals.get(next).submitS() == now; next++) {
                arrive(arrivals.get(next));
            }
            discipline.pass(this);
            watch.estimate(all.subList(first, all.size()), now);
        }
        return new Outcome(all, floor.gpus(), refused, decisions, (System.nanoTime() - started) / 1e9);
    }

    @Override
    public long now() {
        return now;
    }

    @Override
    public Floor floor() {
        return floor;
    }

    @Override
    public Iterable<Work> running() {
        return running;
    }

    @Override
    public boolean start(Work work) {
        var isFirst = work.firstStart == Work.NEVER;
        if (!floor.start(work, now)) {
            return false;
        }
        decisions++;
        running.add(work);
        if (isFirst) {
            watch.started(work, now);
        }
        events.add(new Event(work.endsAt(), Kind.END, work.number, work.version));
        planChange(work);
        return true;
    }

    @Override
    public void preempt(Work work) {
        decisions++;
        running.remove(work);
        floor.leave(work, now);
        work.preemptions++;
        discipline.waits(work, this);
    }

    @Override
    public void wakeAt(long at) {
        events.add(new Event(Math.max(at, now + 1), Kind.WAKE, 0, 0));
    }

    private void arrive(ReplayJob job) {
        if (job.gpus() > floor.largestGang()) {
            refused++;
            return;
        }
        var work = new Work(job, all.size());
        all.add(work);
        discipline.waits(work, this);
        watch.arrived(work);
    }

    private void takeEvents() {
        while (!events.isEmpty() && events.peek().at() == now) {
            var event = events.remove();
            if (event.kind() == Kind.WAKE || isStale(event)) {
                continue;
            }
            var work = all.get(event.number());
            if (event.kind() == Kind.END) {
                end(work);
            } else {
                discipline.changed(work, now);
                planChange(work);
            }
        }
    }

    /// The planned end of a job that was taken off since must not even cause a pass: it would tell when the job would
    /// have ended.
    private void forgetStale() {
        while (!events.isEmpty() && isStale(events.peek())) {
            events.remove();
        }
    }

    private boolean isStale(Event event) {
        return event.kind() != Kind.WAKE && all.get(event.number()).version != event.version();
    }

    private void end(Work work) {
        running.remove(work);
        floor.leave(work, now);
        work.end = now;
        discipline.ended(work, this);
    }

    private void planChange(Work work) {
        var next = discipline.nextChange(work, work.done(now));
        if (next < work.job.durationS()) {
            events.add(new Event(Math.max(now + 1, work.reaches(next)), Kind.CHANGE, work.number, work.version));
        }
    }
}
