// SPDX-License-Identifier: Apache-2.0
package io.atrium.bench.meaning;

import io.atrium.engine.meaning.pattern.CaseEvent;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The peer: a category's count of the day against mean and deviation of its last 20 days of the same kind.
///
/// Days off are not compared with working days, and an alarm that goes on within a week is one alarm, so that the peer
/// is judged for what it sees, not for its lack of comfort.
final class CategoryZScore {
    private static final int DAYS = 20;
    private static final int KNOWN_DAYS_MIN = 10;
    private static final int COUNT_MIN = 3;
    private static final int QUIET_DAYS = 7;

    private final double threshold;
    private final Map<String, ArrayDeque<Integer>> before = new HashMap<>();
    private final Map<String, LocalDate> lastAlarm = new HashMap<>();

    CategoryZScore(double threshold) {
        this.threshold = threshold;
    }

    List<Alarm> alarms(NeedStream stream) {
        var byDay = new HashMap<LocalDate, Map<String, List<String>>>();
        var categories = stream.events().stream()
                .map(CaseEvent::category)
                .distinct()
                .sorted()
                .toList();
        for (var event : stream.events()) {
            byDay.computeIfAbsent(event.day(), _ -> new HashMap<>())
                    .computeIfAbsent(event.category(), _ -> new ArrayList<>())
                    .add(event.id());
        }
        var alarms = new ArrayList<Alarm>();
        var day = stream.events().getFirst().day();
        for (int i = 0; i < NeedStream.DAYS; i++, day = day.plusDays(1)) {
            var today = byDay.getOrDefault(day, Map.of());
            for (var category : categories) {
                var cases = today.getOrDefault(category, List.of());
                if (isAlarm(category + stream.isWorkingDay(day), cases.size()) && isNews(category, day)) {
                    alarms.add(new Alarm(day, cases));
                }
            }
        }
        return alarms;
    }

    private boolean isAlarm(String kind, int count) {
        var known = before.computeIfAbsent(kind, _ -> new ArrayDeque<>());
        double mean = known.stream().mapToInt(one -> one).average().orElse(0);
        double variance =
                known.stream().mapToDouble(one -> (one - mean) * (one - mean)).sum() / Math.max(1, known.size() - 1);
        boolean alarm = known.size() >= KNOWN_DAYS_MIN
                && count >= COUNT_MIN
                && count - mean >= threshold * Math.max(0.5, Math.sqrt(variance));
        known.addLast(count);
        if (known.size() > DAYS) known.removeFirst();
        return alarm;
    }

    private boolean isNews(String category, LocalDate day) {
        var last = lastAlarm.put(category, day);
        return last == null || last.isBefore(day.minusDays(QUIET_DAYS));
    }
}
