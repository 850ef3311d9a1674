// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.meaning.pattern;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// Reports each surge once: the same cases raise several counts (floor, building, category, cluster), on several days.
///
/// Of those that share their cases the least likely count speaks; while a surge goes on, it stays silent.
final class OpenSurges {
    private static final double SAME_FROM = 0.4;
    private static final int QUIET_DAYS = 7;

    private final List<Open> open = new ArrayList<>();

    private static final class Open {
        private final SeriesKey key;
        private final Set<String> cases;
        private long lastDay;

        Open(UnusualCounts.Surge surge, long day) {
            this.key = surge.key();
            this.cases = new HashSet<>(surge.cases());
            this.lastDay = day;
        }

        boolean isSame(UnusualCounts.Surge surge) {
            if (key.equals(surge.key())) return true;
            long common = surge.cases().stream().filter(cases::contains).count();
            return common >= SAME_FROM * surge.cases().size();
        }
    }

    /// Those that are new today.
    ///
    /// @param surges the least likely first
    List<UnusualCounts.Surge> keepNew(List<UnusualCounts.Surge> surges, long day) {
        open.removeIf(one -> one.lastDay < day - QUIET_DAYS);
        var news = new ArrayList<UnusualCounts.Surge>();
        for (var surge : surges) {
            var known = open.stream().filter(one -> one.isSame(surge)).findFirst();
            known.ifPresent(one -> {
                one.cases.addAll(surge.cases());
                one.lastDay = day;
            });
            if (known.isEmpty()) {
                open.add(new Open(surge, day));
                news.add(surge);
            }
        }
        return news;
    }
}
