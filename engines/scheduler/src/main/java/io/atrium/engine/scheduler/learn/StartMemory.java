// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.learn;

import io.atrium.engine.scheduler.model.LikelyStart;
import io.atrium.engine.scheduler.model.StartEnds;
import io.atrium.engine.scheduler.model.StartExperience;
import io.atrium.engine.scheduler.model.StartLesson;
import io.atrium.engine.scheduler.model.StartRange;
import io.atrium.engine.scheduler.model.ToldStart;
import io.atrium.engine.scheduler.rule.MoveEndsByFailures;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The experience of one book, while something is told and learned from it.
///
/// An interval is what jobs of one kind have waited, from the lower to the upper quantile of the last ones; of all jobs
/// while few of the kind are known. Waits are measured by what the plan said at most, so that an interval is as long as
/// the plan is.
public final class StartMemory {
    private final Map<Integer, PastWaits> alike = new HashMap<>();
    private final PastWaits everybody = new PastWaits();
    private StartEnds ends;

    private StartMemory(StartEnds ends) {
        this.ends = ends;
    }

    public static StartMemory empty() {
        return of(new StartExperience.Book(MoveEndsByFailures.RULE.first(), List.of()));
    }

    public static StartMemory of(StartExperience.Book book) {
        var memory = new StartMemory(book.ends());
        book.waits().forEach(memory::remember);
        return memory;
    }

    /// What to tell a job that begins to wait; empty while too little is known.
    public Optional<LikelyStart> likely(ToldStart told) {
        var past = past(told.kind());
        return past.isEnough() ? Optional.of(start(told, past.span(ends))) : Optional.empty();
    }

    /// What is left to a job that was told something and has not started yet; empty if too few have waited longer.
    public Optional<LikelyStart> left(ToldStart told, Instant now) {
        var past = past(told.kind());
        return past.isEnough() ? past.span(ends, told.waited(now)).map(span -> start(told, span)) : Optional.empty();
    }

    /// Learns that the end of an interval has gone by.
    public StartLesson late(ToldStart told, Instant now) {
        ends = MoveEndsByFailures.RULE.aboveMoved(ends, true);
        return learned(told, now, false);
    }

    /// Learns from a start.
    public StartLesson started(ToldStart told, Instant at) {
        told.likely().ifPresent(likely -> {
            ends = MoveEndsByFailures.RULE.belowMoved(
                    ends, at.isBefore(likely.range().earliest()));
            if (!told.isLate()) {
                ends = MoveEndsByFailures.RULE.aboveMoved(
                        ends, at.isAfter(likely.range().latest()));
            }
        });
        return learned(told, at, true);
    }

    private StartLesson learned(ToldStart told, Instant at, boolean isStart) {
        var lesson = new StartLesson(told, at, isStart, ends);
        remember(lesson.known());
        return lesson;
    }

    private void remember(StartExperience.Wait wait) {
        alike.computeIfAbsent(wait.kind(), _ -> new PastWaits()).put(wait.job(), wait.millionths());
        everybody.put(wait.job(), wait.millionths());
    }

    private PastWaits past(int kind) {
        var own = alike.get(kind);
        return own != null && own.isEnough() ? own : everybody;
    }

    private static LikelyStart start(ToldStart told, PastWaits.Span span) {
        var range = new StartRange(told.after(span.least()), told.after(span.most()));
        return new LikelyStart(told.after(span.middle()), range);
    }
}
