// SPDX-License-Identifier: Apache-2.0
package io.atrium.bench.meaning;

import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;

/// How alarms meet what was planted, summed over streams.
///
/// An alarm meets a burst when a third of its cases are the burst's, at the latest three days after its end. A second
/// alarm on the same burst is neither right nor wrong; one that meets nothing is false.
final class Score {
    private static final int LATE_DAYS_MAX = 3;

    private int planted;
    private int found;
    private int right;
    private int wrong;
    private int days;
    private final List<Long> delays = new ArrayList<>();

    void add(NeedStream stream, List<Alarm> alarms) {
        planted += stream.bursts().size();
        days += NeedStream.DAYS;
        var met = new HashSet<Burst>();
        for (var alarm : alarms) {
            var burst =
                    stream.bursts().stream().filter(one -> meets(alarm, one)).findFirst();
            if (burst.isEmpty()) wrong++;
            else if (met.add(burst.get())) {
                right++;
                delays.add(ChronoUnit.DAYS.between(burst.get().from(), alarm.day()));
            }
        }
        found += met.size();
    }

    private static boolean meets(Alarm alarm, Burst burst) {
        if (alarm.day().isAfter(burst.to().plusDays(LATE_DAYS_MAX))) return false;
        long common = alarm.cases().stream().filter(burst.cases()::contains).count();
        return 3 * common >= alarm.cases().size() && common > 0;
    }

    double precision() {
        return right + wrong == 0 ? 0 : (double) right / (right + wrong);
    }

    double recall() {
        return (double) found / planted;
    }

    double f1() {
        return precision() + recall() == 0 ? 0 : 2 * precision() * recall() / (precision() + recall());
    }

    double daysToDetection() {
        return delays.stream().mapToLong(one -> one).average().orElse(Double.NaN);
    }

    double falseAlarmsPer100Days() {
        return 100.0 * wrong / days;
    }
}
