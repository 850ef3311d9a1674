// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.meaning.pattern;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The last days of one count: who asked, with which cases. The days before are only a number.
final class RecentDays {
    /// Days that may belong to a surge and do not count as usual yet; also the longest span that is tested.
    static final int DAYS = 7;

    /// Beyond these a count only counts; nobody reads more examples.
    private static final int CASES_KEPT_A_DAY = 50;

    private final ArrayDeque<Day> days = new ArrayDeque<>();
    private double before;
    private long touchedDay;

    private record Day(long number, Set<String> firms, List<String> cases) {}

    void add(long day, CaseEvent event) {
        if (days.isEmpty() || days.getLast().number() != day) {
            days.addLast(new Day(day, new LinkedHashSet<>(), new ArrayList<>()));
        }
        days.getLast().firms().add(event.firm());
        if (days.getLast().cases().size() < CASES_KEPT_A_DAY)
            days.getLast().cases().add(event.id());
    }

    /// Lets days that are old enough become part of what is usual.
    ///
    /// @param clip no day counts for more, so that a surge does not become usual at once
    void age(long today, double keepADay, double clip) {
        before *= Math.pow(keepADay, today - touchedDay);
        touchedDay = today;
        while (!days.isEmpty() && days.getFirst().number() <= today - DAYS) {
            var old = days.removeFirst();
            before += Math.min(clip, old.firms().size()) * Math.pow(keepADay, today - DAYS - old.number());
        }
    }

    /// What is remembered of the days before the recent ones.
    double before() {
        return before;
    }

    boolean isQuiet() {
        return days.isEmpty();
    }

    Set<String> firms(long today, int span) {
        var firms = new LinkedHashSet<String>();
        for (var day : days) if (day.number() > today - span) firms.addAll(day.firms());
        return firms;
    }

    List<String> cases(long today, int span) {
        return days.stream()
                .filter(day -> day.number() > today - span)
                .flatMap(day -> day.cases().stream())
                .toList();
    }
}
