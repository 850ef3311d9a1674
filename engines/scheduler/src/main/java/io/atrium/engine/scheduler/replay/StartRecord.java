// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.replay;

import io.atrium.engine.scheduler.model.LikelyStart;
import io.atrium.engine.scheduler.model.StartLesson;
import io.atrium.engine.scheduler.model.StartRange;
import io.atrium.engine.scheduler.model.ToldStart;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;

/// How true the first words to jobs were that had to wait; learned ones beside the plan's for the same jobs.
///
/// @param starts of jobs that had to wait, in the order of their starts
public record StartRecord(List<StartLesson> starts) {
    /// What waits less is not asked about.
    private static final Duration LONG = Duration.ofMinutes(10);

    public StartRecord {
        starts = List.copyOf(starts);
    }

    /// One way of telling.
    ///
    /// @param held the share of ranges within which the job started
    /// @param widthMinutes of the median range
    /// @param error of waits over ten minutes, the median: the middle against the wait, as a part of it
    public record Figures(int told, double held, double widthMinutes, double error) {}

    public Figures learned() {
        return figures(told -> told.likely().orElseThrow());
    }

    /// Half-way between its ends, for want of a better middle.
    public Figures planned() {
        return figures(told -> {
            var half = Duration.between(
                            told.planned().earliest(), told.planned().latest())
                    .dividedBy(2);
            return new LikelyStart(told.planned().earliest().plus(half), told.planned());
        });
    }

    private Figures figures(Function<ToldStart, LikelyStart> start) {
        var told =
                starts.stream().filter(one -> one.told().likely().isPresent()).toList();
        var waitedLong =
                told.stream().filter(one -> waited(one) > LONG.toMinutes()).toList();
        return new Figures(
                told.size(),
                (double) told.stream()
                                .filter(one -> start.apply(one.told()).range().holds(one.at()))
                                .count()
                        / told.size(),
                median(told, one -> width(start.apply(one.told()).range())),
                median(waitedLong, one -> error(one, start.apply(one.told()).middle())));
    }

    private static double error(StartLesson one, Instant middle) {
        return Math.abs(minutes(Duration.between(one.at(), middle))) / waited(one);
    }

    private static double width(StartRange range) {
        return minutes(Duration.between(range.earliest(), range.latest()));
    }

    private static double waited(StartLesson start) {
        return minutes(Duration.between(start.told().at(), start.at()));
    }

    private static double minutes(Duration duration) {
        return duration.toMillis() / 60_000.0;
    }

    private static double median(List<StartLesson> starts, ToDoubleFunction<StartLesson> figure) {
        var sorted = starts.stream().mapToDouble(figure).sorted().toArray();
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    }
}
