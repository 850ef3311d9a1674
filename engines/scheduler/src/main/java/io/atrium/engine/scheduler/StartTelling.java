// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler;

import static java.util.stream.Collectors.toSet;

import io.atrium.engine.scheduler.RoundResult.Placed;
import io.atrium.engine.scheduler.learn.StartMemory;
import io.atrium.engine.scheduler.model.Job;
import io.atrium.engine.scheduler.model.LikelyStart;
import io.atrium.engine.scheduler.model.Limits;
import io.atrium.engine.scheduler.model.Reservation;
import io.atrium.engine.scheduler.model.Snapshot;
import io.atrium.engine.scheduler.model.StartEstimate;
import io.atrium.engine.scheduler.model.StartEstimate.Between;
import io.atrium.engine.scheduler.model.StartEstimate.Likely;
import io.atrium.engine.scheduler.model.StartEstimate.Unknown;
import io.atrium.engine.scheduler.model.StartEstimate.Why;
import io.atrium.engine.scheduler.model.StartLesson;
import io.atrium.engine.scheduler.model.StartNews;
import io.atrium.engine.scheduler.model.StartRange;
import io.atrium.engine.scheduler.model.ToldStart;
import io.atrium.engine.scheduler.rule.CompareWithJobsAlike;
import io.atrium.engine.scheduler.rule.EndAtTheFirstReservation;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Tells every waiting job when it starts: an interval that was learned where enough is known, else what the plan says.
///
/// First it learns from the jobs that start in this round and from those whose end has gone by. What a job is told when
/// it begins to wait is kept and counted later. As long as it waits within that, it is told what is left of it; after
/// its end it is told anew.
final class StartTelling {
    private final Snapshot snapshot;
    private final List<Reservation> reservations;
    private final Instant horizon;
    private final StartPlan plan;
    private final Map<String, StartMemory> memories = new HashMap<>();
    private final List<StartLesson> lessons = new ArrayList<>();
    private final List<ToldStart> firsts = new ArrayList<>();

    /// @param soon jobs whose place is being cleared: they have not started yet, and nobody else gets their GPUs
    StartTelling(Snapshot snapshot, List<Placed> placed, List<Placed> soon, List<Reservation> reservations) {
        this.snapshot = snapshot;
        this.reservations = reservations;
        horizon = snapshot.at().plus(Limits.ESTIMATE_HORIZON);
        plan = new StartPlan(
                snapshot, Stream.concat(placed.stream(), soon.stream()).toList());
        snapshot.experience().books().forEach((book, known) -> memories.put(book, StartMemory.of(known)));
        learnFromStarts(placed);
        learnFromOverdue(placed);
    }

    private void learnFromStarts(List<Placed> placed) {
        for (var started : placed) {
            snapshot.experience()
                    .told(started.job().id())
                    .ifPresent(told -> lessons.add(memory(told.book()).started(told, snapshot.at())));
        }
    }

    private void learnFromOverdue(List<Placed> placed) {
        var started = placed.stream().map(one -> one.job().id()).collect(toSet());
        snapshot.waiting().stream()
                .map(Job::id)
                .filter(job -> !started.contains(job))
                .flatMap(job -> snapshot.experience().told(job).stream())
                .filter(told -> told.isOverdue(snapshot.at()))
                .sorted(Comparator.comparing(StartTelling::end).thenComparing(ToldStart::job))
                .forEach(told -> lessons.add(memory(told.book()).late(told, snapshot.at())));
    }

    /// The estimate of the next waiting job; ask in the order of turns.
    StartEstimate next(Queued queued, boolean withinQuota) {
        var planned = plan.next(queued);
        if (!(planned instanceof Between(var earliest, var latest))) {
            return planned;
        }
        var job = queued.job();
        var now = told(job, withinQuota, new StartRange(earliest, latest));
        var before = snapshot.experience().told(job.id());
        if (before.isEmpty()) {
            firsts.add(now);
        }
        return before.flatMap(told -> left(job, told))
                .or(now::likely)
                .<StartEstimate>map(Likely::new)
                .orElseGet(() -> latest.isAfter(horizon) ? new Unknown(Why.BEYOND_HORIZON) : planned);
    }

    private ToldStart told(Job job, boolean withinQuota, StartRange planned) {
        var book = snapshot.experience().book(job.id());
        var kind = CompareWithJobsAlike.RULE.kind(job.gpus(), withinQuota);
        var told = new ToldStart(job.id(), book, kind, snapshot.at(), planned, Optional.empty(), false);
        return told.withLikely(toTell(job, memory(book).likely(told)));
    }

    private Optional<LikelyStart> left(Job job, ToldStart told) {
        var isOver = told.likely().isPresent() && end(told).isBefore(snapshot.at());
        return isOver ? Optional.empty() : toTell(job, memory(told.book()).left(told, snapshot.at()));
    }

    private Optional<LikelyStart> toTell(Job job, Optional<LikelyStart> learned) {
        return learned.map(start -> EndAtTheFirstReservation.RULE.ended(start, job, reservations))
                .filter(start -> !start.range().latest().isAfter(horizon));
    }

    private static Instant end(ToldStart told) {
        return told.likely().orElseThrow().range().latest();
    }

    private StartMemory memory(String book) {
        return memories.computeIfAbsent(book, _ -> StartMemory.empty());
    }

    StartNews news() {
        return new StartNews(lessons, firsts);
    }
}
