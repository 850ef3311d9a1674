// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.scheduler.learn;

import io.atrium.engine.scheduler.model.JobId;
import io.atrium.engine.scheduler.model.StartEnds;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// The last waits of jobs that were alike, and their quantiles.
final class PastWaits {
    /// Older waits say little about the load of today.
    private static final int REMEMBERED = 200;

    /// Fewer waits than this give no quantile of one in twenty.
    private static final int ENOUGH = 40;

    /// Fewer waits than this that lasted longer say nothing about how much longer.
    private static final int ENOUGH_LONGER = 10;

    /// How fast an end moves out that has passed all waits known: a tenth of a share doubles it.
    private static final int BEYOND = 10;

    /// A million times what was planned: beyond it a clock was set.
    private static final long MOST = 1_000_000_000_000L;

    private final LinkedHashMap<JobId, Long> waits = new LinkedHashMap<>();
    private long @Nullable [] sorted;

    /// From one wait to another, with the one in the middle.
    record Span(long least, long middle, long most) {}

    /// What is known of a job now takes the place of what was known before.
    void put(JobId job, long wait) {
        waits.putLast(job, Math.min(wait, MOST));
        if (waits.size() > REMEMBERED) {
            waits.pollFirstEntry();
        }
        sorted = null;
    }

    boolean isEnough() {
        return waits.size() >= ENOUGH;
    }

    /// Of a job that has just come.
    Span span(StartEnds ends) {
        return span(ends, 0, 0);
    }

    /// Of a job that has waited for so long already, by those that have waited longer; empty if too few have.
    Optional<Span> span(StartEnds ends, long waited) {
        var from = firstAbove(waited);
        return sorted().length - from < ENOUGH_LONGER ? Optional.empty() : Optional.of(span(ends, waited, from));
    }

    private Span span(StartEnds ends, long waited, int from) {
        var least = ends.below() <= 0 ? waited : sorted()[place(ends.below(), from)];
        var most = ends.above() > 0 ? sorted()[place(StartEnds.ALL - ends.above(), from)] : beyond(-ends.above());
        var middle = sorted()[place(StartEnds.ALL / 2, from)];
        return new Span(Math.min(least, most), middle, most);
    }

    private int place(int share, int from) {
        return from + (int) ((long) share * (sorted().length - from) / StartEnds.ALL);
    }

    /// More than anybody waited, the further beyond the more.
    private long beyond(int share) {
        var longest = sorted()[sorted().length - 1];
        return longest + longest * BEYOND * share / StartEnds.ALL;
    }

    private int firstAbove(long waited) {
        var place = Arrays.binarySearch(sorted(), waited + 1);
        if (place < 0) {
            return -place - 1;
        }
        while (place > 0 && sorted()[place - 1] == waited + 1) {
            place--;
        }
        return place;
    }

    private long[] sorted() {
        if (sorted == null) {
            sorted = waits.values().stream().mapToLong(Long::longValue).sorted().toArray();
        }
        return sorted;
    }
}
