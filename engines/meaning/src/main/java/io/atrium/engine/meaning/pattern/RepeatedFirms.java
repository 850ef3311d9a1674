// SPDX-License-Identifier: Apache-2.0
package io.atrium.engine.meaning.pattern;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One firm that asks again and again about the same thing (重复诉求), told once until it has been quiet for a while.
///
/// Several cases on one day are one outburst, not a repetition: two days are needed at least.
final class RepeatedFirms {
    static final int DAYS = 30;

    /// Firms with a topic that are remembered; the ones that asked longest ago go first.
    private static final int REMEMBERED_MAX = 50_000;

    private static final int CASES_KEPT = 50;

    private record Key(String firm, long cluster) {}

    private record Asked(CaseEvent event, long day) {}

    private static final class History {
        private final ArrayDeque<Asked> asked = new ArrayDeque<>();
        private boolean told;
    }

    private final int repetitionsMin;
    private final Map<Key, History> histories = new LinkedHashMap<>(16, 0.75f, true);
    private final List<Finding> found = new ArrayList<>();

    RepeatedFirms(int repetitionsMin) {
        this.repetitionsMin = repetitionsMin;
    }

    void add(CaseEvent event, long day, long cluster) {
        var history = histories.computeIfAbsent(new Key(event.firm(), cluster), _ -> new History());
        if (!history.asked.isEmpty() && history.asked.getLast().day() <= day - DAYS) {
            history.asked.clear();
            history.told = false;
        }
        history.asked.addLast(new Asked(event, day));
        while (history.asked.getFirst().day() <= day - DAYS || history.asked.size() > CASES_KEPT) {
            history.asked.removeFirst();
        }
        if (!history.told && isRepetition(history)) {
            history.told = true;
            found.add(finding(event, cluster, history));
        }
        if (histories.size() > REMEMBERED_MAX) forgetTheOldest();
    }

    /// What was found since the last call.
    List<Finding> take() {
        var taken = List.copyOf(found);
        found.clear();
        return taken;
    }

    private boolean isRepetition(History history) {
        return history.asked.size() >= repetitionsMin
                && history.asked.getFirst().day() < history.asked.getLast().day();
    }

    private static Finding finding(CaseEvent event, long cluster, History history) {
        var first = history.asked.getFirst().event();
        int days = (int) (event.day().toEpochDay() - first.day().toEpochDay()) + 1;
        return new Finding(
                Finding.Kind.REPEATED_FIRM,
                new Topic.OfCluster(cluster),
                event.place(),
                first.day(),
                event.day(),
                List.of(new FindingReason.AskedAgain(event.firm(), history.asked.size(), days)),
                history.asked.stream().map(asked -> asked.event().id()).toList());
    }

    private void forgetTheOldest() {
        Iterator<Key> oldest = histories.keySet().iterator();
        oldest.next();
        oldest.remove();
    }
}
